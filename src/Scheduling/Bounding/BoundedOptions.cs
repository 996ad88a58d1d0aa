namespace ConcurrencyKatas.Scheduling;

/// <summary>How far a bounded search may go. Every limit is a count, so that nothing depends on the machine's speed.</summary>
public sealed record BoundedOptions
{
    /// <summary>How many runs it may take.</summary>
    public int MaxRuns { get; init; } = 1_000;

    /// <summary>How many moments it may think out, for each run that it may take.</summary>
    public int MomentsPerRun { get; init; } = 50;

    /// <summary>With how many preemptions it is content.</summary>
    public int MaxPreemptions { get; init; } = int.MaxValue;

    /// <summary>The limits of each run. Pruning is ignored.</summary>
    public RunOptions Run { get; init; } = RunOptions.Default;

    /// <summary>Called after each run with what is known so far.</summary>
    public Action<BoundedResult>? Progress { get; init; }
}
