namespace ConcurrencyKatas.Strength.Coverage;

/// <summary>What <c>./kata coverage</c> leaves: the files of the solutions and of our rooms, and what was asked of them.</summary>
public sealed record CoverageSummary
{
    /// <summary>The files of the solutions; empty when they were not measured.</summary>
    public IReadOnlyList<CoveredFile> Solutions { get; init; } = [];

    /// <summary>The files of our rooms; empty when they were not measured.</summary>
    public IReadOnlyList<CoveredFile> Source { get; init; } = [];
}
