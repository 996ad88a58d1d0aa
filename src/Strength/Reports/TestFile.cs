namespace ConcurrencyKatas.Strength.Reports;

/// <summary>The tests of one file.</summary>
public sealed record TestFile(IReadOnlyList<TestEntry> Tests);
