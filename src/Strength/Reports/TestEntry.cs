namespace ConcurrencyKatas.Strength.Reports;

/// <summary>A test, by the id with which mutants name it.</summary>
public sealed record TestEntry(string Id, string Name);
