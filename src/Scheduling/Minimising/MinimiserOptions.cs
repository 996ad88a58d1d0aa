namespace ConcurrencyKatas.Scheduling;

/// <summary>How much a failure may cost to be made smaller. Every limit is a count, so that what is shown does not depend on the machine's speed.</summary>
public sealed record MinimiserOptions
{
    /// <summary>How many runs it may take.</summary>
    public int MaxRuns { get; init; } = 200;

    /// <summary>How many points they may have together: long runs cost more than short ones.</summary>
    public int MaxPoints { get; init; } = 20_000;

    /// <summary>How many of them may be cut off before everybody has ended: those may cost their workers.</summary>
    public int MaxKilled { get; init; } = 12;

    /// <summary>The limits of each run.</summary>
    public RunOptions Run { get; init; } = RunOptions.Default;
}
