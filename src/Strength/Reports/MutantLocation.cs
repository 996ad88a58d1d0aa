namespace ConcurrencyKatas.Strength.Reports;

/// <summary>Where a mutant stands.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The first that does not belong to it.</param>
public sealed record MutantLocation(MutantPosition Start, MutantPosition End);
