using System.Text.Json.Serialization;

namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One step of a failing run.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Actor">The actor's name. Names need not be unique; <paramref name="Lane"/> is.</param>
/// <param name="What">What it did: <c>acquires A</c>.</param>
/// <param name="Source"><c>Spa.cs:12</c>, or null.</param>
/// <param name="Faulty">Whether the claim broke here.</param>
/// <param name="Lane">The actor's place in <see cref="Evidence.Actors"/>, from 0.</param>
/// <param name="Minor">Whether no other actor could notice it; a short drawing leaves it out.</param>
public sealed record EvidenceStep(
    int Index,
    string Actor,
    string What,
    string? Source,
    bool Faulty,
    int Lane = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Minor = false
);
