namespace ConcurrencyKatas.Control;

/// <summary>How far the life of a pool has come.</summary>
internal enum PoolState
{
    /// <summary>It takes work.</summary>
    Running,

    /// <summary>It takes no more work, and does what it has.</summary>
    Closed,

    /// <summary>It does nothing any more.</summary>
    Terminated,
}
