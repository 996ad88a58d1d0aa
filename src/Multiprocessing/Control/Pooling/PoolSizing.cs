namespace ConcurrencyKatas.Control;

/// <summary>How many workers a pool has.</summary>
/// <param name="Minimum">At least so many, from the beginning.</param>
/// <param name="Maximum">At most so many, while there is work for them.</param>
/// <param name="Idle">How long a worker above the minimum may have nothing to do.</param>
/// <param name="Clock">Says what time it is.</param>
internal sealed record PoolSizing(int Minimum, int Maximum, TimeSpan Idle, TimeProvider Clock)
{
    /// <summary>Always the same number.</summary>
    public static PoolSizing Fixed(int workers) => new(workers, workers, Timeout.InfiniteTimeSpan, TimeProvider.System);

    /// <summary>Whether the number changes.</summary>
    public bool IsElastic => Minimum < Maximum;
}
