namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One step of a failing run.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Actor">The actor's name.</param>
/// <param name="What">What it did: <c>acquires A</c>.</param>
/// <param name="Source"><c>Spa.cs:12</c>, or null.</param>
/// <param name="Faulty">Whether the claim broke here.</param>
public sealed record EvidenceStep(int Index, string Actor, string What, string? Source, bool Faulty);
