namespace ConcurrencyKatas.Cli.Scaffolding;

/// <summary>What was written, and what the author still has to do.</summary>
internal sealed record ScaffoldResult(IReadOnlyList<string> Files, IReadOnlyList<string> Remaining);
