namespace ConcurrencyKatas.Strength.Reports;

/// <summary>A place in a text, counted from 1.</summary>
public sealed record MutantPosition(int Line, int Column);
