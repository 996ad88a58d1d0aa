namespace ConcurrencyKatas.Scheduling;

/// <summary>How far a run may go, and where it need not ask its strategy.</summary>
public sealed record RunOptions
{
    /// <summary>The defaults.</summary>
    public static readonly RunOptions Default = new();

    /// <summary>How many points a run may have; at the next one it ends as <see cref="Ending.TooLong"/>.</summary>
    public int MaxPoints { get; init; } = 10_000;

    /// <summary>Which points are granted at once because no order matters there; null asks the strategy everywhere.</summary>
    public Pruning? Pruning { get; init; }
}
