using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="Condition"/> and <see cref="ConditionProxy"/> share: a lock with a place to wait.</summary>
public abstract class ConditionBase : Acquirable
{
    private protected ConditionBase(SlotKind kind, Acquirable gate, SlotKind gateKind, string? name)
        : base(kind, Checked(gate).Offset, (int)gateKind, 0, name) => Gate = gate;

    private protected ConditionBase(SlotKind kind, SlotHandle handle, Acquirable gate)
        : base(kind, handle) => Gate = gate;

    /// <summary>The lock.</summary>
    internal Acquirable Gate { get; }

    /// <inheritdoc/>
    public sealed override void Release() => Gate.Release();

    /// <summary>Gives the lock back, waits until notified, and takes the lock again.</summary>
    /// <exception cref="AbandonedLockException">
    /// The process that held the lock meanwhile has ended. The caller holds it again, and may have been notified.
    /// </exception>
    /// <exception cref="MultiprocessingUsageException">The caller does not hold the lock; nothing has changed.</exception>
    public void Wait() => _ = WaitWithin(-1);

    /// <summary>The same, until notified or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the caller holds the lock again.</exception>
    /// <exception cref="MultiprocessingUsageException">The caller does not hold the lock; nothing has changed.</exception>
    public void Wait(CancellationToken cancellationToken) => _ = WaitWithin(-1, cancellationToken);

    /// <summary>The same, for a limited time. Afterwards the caller holds the lock, however long that takes.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether it was notified.</returns>
    /// <exception cref="MultiprocessingUsageException">The caller does not hold the lock; nothing has changed.</exception>
    public bool Wait(TimeSpan timeout) => WaitWithin(Ticks(timeout));

    /// <summary>Waits, again and again, until something is true. It is asked with the lock held.</summary>
    public void WaitFor(Func<bool> predicate) => WaitFor(predicate, CancellationToken.None);

    /// <summary>The same, until it is true or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the caller holds the lock.</exception>
    public void WaitFor(Func<bool> predicate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        while (!predicate())
        {
            Wait(cancellationToken);
        }
    }

    /// <summary>The same, for a limited time.</summary>
    /// <param name="predicate">What is to become true.</param>
    /// <param name="timeout">How long at most; see <see cref="Wait(TimeSpan)"/>.</param>
    /// <returns>What the predicate said last.</returns>
    public bool WaitFor(Func<bool> predicate, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        long whole = Ticks(timeout);
        if (whole < 0)
        {
            WaitFor(predicate, CancellationToken.None);
            return true;
        }
        long start = ControlledClock.Timestamp();
        bool result = predicate();
        while (!result && whole - (ControlledClock.Timestamp() - start) is > 0 and var left)
        {
            _ = WaitWithin(left);
            result = predicate();
        }
        return result;
    }

    /// <summary>Notifies some of those who wait. They go on as soon as they get the lock.</summary>
    /// <param name="count">How many at most. If fewer wait, the rest is lost: a notification is not kept.</param>
    /// <exception cref="MultiprocessingUsageException">The caller does not hold the lock; nothing has changed.</exception>
    public abstract void Notify(int count = 1);

    /// <summary>Notifies everybody who waits.</summary>
    /// <exception cref="MultiprocessingUsageException">The caller does not hold the lock; nothing has changed.</exception>
    public void NotifyAll() => Notify(int.MaxValue);

    internal sealed override AbandonedLockException Leave(AbandonedLockException report) => Gate.Leave(report);

    /// <summary>The kind and the slot of the lock that a condition at a slot is over.</summary>
    private protected static unsafe (SlotKind Kind, int Offset) GateOf(SlotHandle handle)
    {
        byte* slot = Session.Current.Slot(handle.Offset);
        return ((SlotKind)(*(int*)(slot + SlotLayout.Maximum)), *(int*)(slot + SlotLayout.Initial));
    }

    private protected sealed override bool AcquireWithin(long timeout, CancellationToken cancellation = default)
    {
        if (timeout < 0)
        {
            Gate.Acquire(cancellation);
            return true;
        }
        return Gate.TryAcquire(TimeSpan.FromTicks(timeout));
    }

    // Both are for what has a word of its own; a condition has its lock's.
    private protected sealed override bool TryTake() => Gate.TryAcquire();

    private protected sealed override bool MustWait(int word) => true;

    private protected abstract bool WaitWithin(long timeout, CancellationToken cancellation = default);

    private protected Operation On(OperationKind kind) => Operation.OnCondition(kind, Gate.Offset, Offset, Name);

    private protected MultiprocessingUsageException NotHeld(string call, string python) =>
        new(
            $"{CurrentProcess.Name} called {call} on {Name} without holding its lock, which stands at {Gate} ({python}). Hold "
                + $"it around the test, the wait and the change: using (ready.Enter()) {{ … ready.{call}(); }}."
        );

    private static Acquirable Checked(Acquirable gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        return gate;
    }
}
