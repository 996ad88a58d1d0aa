namespace ConcurrencyKatas.Control;

/// <summary>What lives in a slot of the segment.</summary>
public enum SlotKind
{
    /// <summary>Nothing yet.</summary>
    Free = 0,

    /// <summary>A <see cref="ConcurrencyKatas.Lock"/>.</summary>
    Lock = 1,

    /// <summary>A <see cref="ConcurrencyKatas.RLock"/>.</summary>
    RLock = 2,

    /// <summary>A <see cref="ConcurrencyKatas.Semaphore"/>.</summary>
    Semaphore = 3,

    /// <summary>A <see cref="ConcurrencyKatas.BoundedSemaphore"/>.</summary>
    BoundedSemaphore = 4,
}
