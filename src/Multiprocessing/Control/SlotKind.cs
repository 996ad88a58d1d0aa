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

    /// <summary>
    /// A <see cref="ConcurrencyKatas.Queue{T}"/>, or the tasks or the results of a <see cref="ConcurrencyKatas.Pool"/>; its
    /// largest value is how many items it holds at most. In controlled runs the arbiter keeps the items.
    /// </summary>
    Queue = 5,

    /// <summary>Whether the result of a pool's work is ready; its initial value is the actor who will set it.</summary>
    Result = 6,

    /// <summary>An <see cref="ConcurrencyKatas.Event"/>.</summary>
    Event = 7,

    /// <summary>
    /// A <see cref="ConcurrencyKatas.Condition"/>; its initial value is the slot of its lock, its maximum the kind of that.
    /// </summary>
    Condition = 8,

    /// <summary>A <see cref="ConcurrencyKatas.Barrier"/>; its initial value is how many parties it has.</summary>
    Barrier = 9,

    /// <summary>The place of one who waits for a condition.</summary>
    ConditionPlace = 10,

    /// <summary>The seats of a barrier's parties; may be longer than one slot.</summary>
    BarrierSeats = 11,

    /// <summary>
    /// A <see cref="ConcurrencyKatas.Manager"/>; its word is where its server is. Of what it keeps, <see cref="SlotLayout.Owner"/>
    /// is the manager's slot; the initial and the largest value are as those of the primitive that it behaves like.
    /// </summary>
    Manager = 16,

    /// <summary>A <see cref="ConcurrencyKatas.DictionaryProxy{TKey,TValue}"/>.</summary>
    DictionaryProxy = 17,

    /// <summary>A <see cref="ConcurrencyKatas.ListProxy{T}"/>.</summary>
    ListProxy = 18,

    /// <summary>A <see cref="ConcurrencyKatas.ValueProxy{T}"/>.</summary>
    ValueProxy = 19,

    /// <summary>A <see cref="ConcurrencyKatas.LockProxy"/>.</summary>
    LockProxy = 20,

    /// <summary>An <see cref="ConcurrencyKatas.RLockProxy"/>.</summary>
    RLockProxy = 21,

    /// <summary>A <see cref="ConcurrencyKatas.SemaphoreProxy"/>.</summary>
    SemaphoreProxy = 22,

    /// <summary>A <see cref="ConcurrencyKatas.BoundedSemaphoreProxy"/>.</summary>
    BoundedSemaphoreProxy = 23,

    /// <summary>An <see cref="ConcurrencyKatas.EventProxy"/>.</summary>
    EventProxy = 24,

    /// <summary>A <see cref="ConcurrencyKatas.ConditionProxy"/>; its initial value is the slot of its lock.</summary>
    ConditionProxy = 25,

    /// <summary>A <see cref="ConcurrencyKatas.BarrierProxy"/>.</summary>
    BarrierProxy = 26,

    /// <summary>A <see cref="ConcurrencyKatas.QueueProxy{T}"/>.</summary>
    QueueProxy = 27,

    /// <summary>A <see cref="ConcurrencyKatas.JoinableQueueProxy{T}"/>.</summary>
    JoinableQueueProxy = 28,

    /// <summary>A <see cref="ConcurrencyKatas.NamespaceProxy"/>.</summary>
    NamespaceProxy = 29,

    /// <summary>An <see cref="ConcurrencyKatas.ArrayProxy{T}"/>.</summary>
    ArrayProxy = 30,

    /// <summary>A <see cref="ConcurrencyKatas.JoinableQueue{T}"/>; its largest value is how many items it holds at most.</summary>
    JoinableQueue = 32,

    /// <summary>A <see cref="ConcurrencyKatas.SimpleQueue{T}"/>.</summary>
    SimpleQueue = 33,

    /// <summary>A <see cref="ConcurrencyKatas.Value{T}"/>.</summary>
    Value = 34,

    /// <summary>A <see cref="ConcurrencyKatas.SharedArray{T}"/>; its largest value is its length.</summary>
    SharedArray = 35,

    /// <summary>
    /// A <see cref="ConcurrencyKatas.Pipe"/> of a controlled run; its initial value is what
    /// <see cref="ControlledPipe.Describe"/> says, its largest value the actor of the process that made it and has both ends.
    /// </summary>
    Pipe = 36,
}
