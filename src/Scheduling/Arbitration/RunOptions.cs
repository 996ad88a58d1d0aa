namespace ConcurrencyKatas.Scheduling;

/// <summary>How far a run may go, and where it need not ask its strategy.</summary>
public sealed record RunOptions
{
    /// <summary>The defaults.</summary>
    public static readonly RunOptions Default = new();

    /// <summary>How many points a run may have; at the next one it ends as <see cref="Ending.TooLong"/>.</summary>
    public int MaxPoints { get; init; } = 10_000;

    /// <summary>
    /// How many objects the operations of a run may name, processes among them; at the next one it ends as
    /// <see cref="Ending.TooLong"/>. Who makes that many makes them in a loop, which ends when there is no memory left.
    /// </summary>
    public int MaxObjects { get; init; } = 1_000;

    /// <summary>Which points are granted at once because no order matters there; null asks the strategy everywhere.</summary>
    public Pruning? Pruning { get; init; }
}
