using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A lock with a place to wait: who holds the lock and finds that it cannot go on gives the lock back and waits until
/// somebody who changed something notifies it.
/// </summary>
/// <remarks>
/// A notification is not kept: it reaches those who wait at that moment, first those who waited first, and nobody wakes
/// without one. Notifying never waits for those who are notified, and passes over processes that have ended; what a
/// process was notified of that was killed before it had the lock again goes to another one that waited at that time. A
/// process that ends while it holds the lock is reported to the next one that gets it, which may be one that comes back from
/// its wait: see <see cref="OwnedLock"/>. Who still waits to be notified is not told; nobody knows who would have notified it.
/// </remarks>
public sealed unsafe class Condition : ConditionBase
{
    private readonly IMonitor _monitor;
    private readonly ConditionLine _line;

    /// <summary>Makes a condition with a recursive lock of its own.</summary>
    /// <param name="name">Its name, and its lock's, in messages and traces; by default <c>Condition-1</c>…</param>
    public Condition(string? name = null)
        : this(
            new RLock(string.IsNullOrEmpty(name) ? name = CurrentProcess.NextName(SlotKind.Condition) : name),
            SlotKind.RLock,
            name
        ) { }

    /// <summary>Makes a condition over a recursive lock, which may have other conditions.</summary>
    /// <param name="gate">The lock. Waiting gives it back as often as it was taken, and takes it again as often.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Condition-1</c>…</param>
    public Condition(RLock gate, string? name = null)
        : this(gate, SlotKind.RLock, name) { }

    /// <summary>Makes a condition over a plain lock, which may have other conditions.</summary>
    /// <param name="gate">The lock.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Condition-1</c>…</param>
    public Condition(Lock gate, string? name = null)
        : this(gate, SlotKind.Lock, name) { }

    private Condition(Acquirable gate, SlotKind kind, string? name)
        : base(SlotKind.Condition, gate, kind, name)
    {
        _monitor = (IMonitor)gate;
        _line = new ConditionLine(Session.Current, Session.Current.Slot(Offset));
    }

    private Condition(SlotHandle handle, Acquirable gate)
        : base(SlotKind.Condition, handle, gate)
    {
        _monitor = (IMonitor)gate;
        _line = new ConditionLine(Session.Current, Session.Current.Slot(Offset));
    }

    /// <inheritdoc/>
    public override void Notify(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Seam.Controller is { } controller)
        {
            if (controller.Arrive(On(OperationKind.Notify).ForAtMost(count)).Value < 0)
            {
                throw NotHeld("Notify", "lock is not owned");
            }
            return;
        }
        if (!_monitor.IsMine)
        {
            throw NotHeld("Notify", "lock is not owned");
        }
        _ = _line.Notify(count);
    }

    /// <summary><c>Condition(RLock(owner: worker-2, count: 1), waiting: 3)</c>.</summary>
    public override string ToString() =>
        Seam.Controller is null ? $"Condition({Gate}, waiting: {_line.Count})" : $"Condition({Gate})";

    /// <summary>Makes the object for a condition that another process created.</summary>
    internal static Condition? At(SlotHandle handle)
    {
        (SlotKind kind, int gate) = GateOf(handle);
        return kind is SlotKind.Lock or SlotKind.RLock && FromSlot(kind, gate) is Acquirable found
            ? new Condition(handle, found)
            : null;
    }

    private protected override bool WaitWithin(long timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Seam.Controller is { } controller)
        {
            return WaitControlled(controller, timeout);
        }
        if (!_monitor.IsMine)
        {
            throw NotHeld("Wait", "must acquire() condition before using wait()");
        }
        int place = _line.Join();
        int depth = _monitor.GiveBack();
        bool notified;
        AbandonedLockException? report;
        try
        {
            Sleep(place, depth, timeout, cancellation);
        }
        finally
        {
            report = _monitor.TakeBack(depth);
            // Notified between the end of its time and the lock is notified too: nothing may be lost.
            notified = _line.Leave(place);
        }
        if (report is not null)
        {
            throw report;
        }
        if (!notified)
        {
            cancellation.ThrowIfCancellationRequested();
        }
        return notified;
    }

    private void Sleep(int place, int depth, long timeout, CancellationToken cancellation)
    {
        var deadline = new Deadline(timeout);
        using CancellationTokenRegistration wake = cancellation.UnsafeRegister(_ => _line.Wake(place), null);
        while (
            !_line.IsNotified(place) && !cancellation.IsCancellationRequested && deadline.TryGetSlice(out long slice)
        )
        {
            if (!_line.Sleep(place, slice) && _line.HasLostOne())
            {
                AbandonedLockException? report = _monitor.TakeBack(depth);
                _line.Mend();
                if (report is null)
                {
                    _ = _monitor.GiveBack();
                }
                else
                {
                    _monitor.LeaveAbandoned(); // Whoever wanted the lock itself is to be told.
                }
            }
        }
    }

    // Two points: it gives the lock back and waits, and it has the lock again. A time-out that came is a third one.
    private bool WaitControlled(IController controller, long timeout)
    {
        if (controller.Arrive(On(OperationKind.GiveWay)).Value == Decision.Refused)
        {
            throw NotHeld("Wait", "must acquire() condition before using wait()");
        }
        int depth = _monitor.GiveBack();
        bool notified = controller.Arrive(On(OperationKind.Resume) with { Timeout = timeout }).Go;
        if (!notified)
        {
            _ = controller.Arrive(On(OperationKind.Resume));
        }
        return _monitor.TryTakeBack(depth)
            ? notified
            : throw new ModelMismatchException(
                $"The arbiter let a wait for {Name} (slot {Offset}) go on while its lock stands at {Gate}. This is a fault of "
                    + "the arbiter's model, not of the submission."
            );
    }
}
