namespace ConcurrencyKatas.Grading.Reports;

/// <summary>One actor of a failing run that can never go on, and on whom that depends.</summary>
/// <param name="Lane">Its place in <see cref="Evidence.Actors"/>, from 0.</param>
/// <param name="What">In words: <c>waits for B (RLock, held by worker-2)</c>.</param>
/// <param name="Object">The name of the primitive it waits for; null when it waits for other actors to end.</param>
/// <param name="Holders">The lanes of those who hold it, or of those whose end is waited for; empty when nobody does.</param>
/// <param name="Source">Where it waits, <c>Spa.cs:12</c>, or null.</param>
public sealed record EvidenceWait(int Lane, string What, string? Object, IReadOnlyList<int> Holders, string? Source);
