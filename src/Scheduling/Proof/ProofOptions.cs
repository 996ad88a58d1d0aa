namespace ConcurrencyKatas.Scheduling;

/// <summary>How far a proof may go.</summary>
public sealed record ProofOptions
{
    /// <summary>How many runs it may take, redundant ones included.</summary>
    public int MaxRuns { get; init; } = 2_000;

    /// <summary>The limits of each run. Pruning is ignored: a proof prunes by itself.</summary>
    public RunOptions Run { get; init; } = RunOptions.Default;

    /// <summary>Called after each run with what is known so far.</summary>
    public Action<ProofResult>? Progress { get; init; }
}
