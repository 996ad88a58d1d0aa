namespace ConcurrencyKatas.Control;

/// <summary>What is known of each kind of slot.</summary>
public static class SlotKinds
{
    /// <summary>
    /// The primitive that an object of a manager behaves like, as long as its manager lives; any other kind as it is.
    /// </summary>
    public static SlotKind Plain(this SlotKind kind) =>
        kind switch
        {
            SlotKind.LockProxy => SlotKind.Lock,
            SlotKind.RLockProxy => SlotKind.RLock,
            SlotKind.SemaphoreProxy => SlotKind.Semaphore,
            SlotKind.BoundedSemaphoreProxy => SlotKind.BoundedSemaphore,
            SlotKind.EventProxy => SlotKind.Event,
            SlotKind.ConditionProxy => SlotKind.Condition,
            SlotKind.BarrierProxy => SlotKind.Barrier,
            SlotKind.QueueProxy => SlotKind.Queue,
            SlotKind.JoinableQueueProxy => SlotKind.JoinableQueue,
            _ => kind,
        };
}
