namespace ConcurrencyKatas.Strength.Reports;

/// <summary>From which scores on, in per cent, a viewer shows green, and from which on yellow.</summary>
public sealed record MutationThresholds(int High, int Low);
