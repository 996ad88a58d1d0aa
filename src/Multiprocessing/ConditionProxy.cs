using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A <see cref="Condition"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.Condition(string?)"/>.</summary>
/// <remarks>
/// As with <see cref="Condition"/>, those who waited longest are notified first, and what a process was notified of that is killed
/// before it has the lock again goes to another one that waited at that time.
/// </remarks>
public sealed class ConditionProxy : ConditionBase
{
    internal ConditionProxy(Manager manager, OwnedLockProxy gate, string? name)
        : base(SlotKind.ConditionProxy, gate, gate.Kind, name) => NamedSlot.SetManager(Offset, manager.Offset);

    private ConditionProxy(SlotHandle handle, Acquirable gate)
        : base(SlotKind.ConditionProxy, handle, gate) { }

    /// <inheritdoc/>
    public override void Notify(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (Arrive(On(OperationKind.Notify).ForAtMost(count)).Value < 0)
        {
            throw NotHeld("Notify", "cannot notify on un-acquired lock");
        }
    }

    /// <summary><c>ConditionProxy(RLockProxy(owner: worker-2, count: 1), waiting: 3)</c>: asks the manager.</summary>
    public override string ToString() =>
        Seam.Controller is null
            ? $"ConditionProxy({Gate}, waiting: {ManagedOperations.Describe(Gate.Kind, Gate.Offset, Gate.Name, Offset)[2]})"
            : $"ConditionProxy({Gate})";

    /// <summary>Makes the object for a condition that another process created.</summary>
    internal static ConditionProxy? At(SlotHandle handle)
    {
        (SlotKind kind, int gate) = GateOf(handle);
        return kind is SlotKind.LockProxy or SlotKind.RLockProxy && FromSlot(kind, gate) is Acquirable found
            ? new ConditionProxy(handle, found)
            : null;
    }

    // Two operations: it gives the lock back and waits, and it has the lock again. A time-out that came is a third one.
    private protected override bool WaitWithin(long timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Arrive(On(OperationKind.GiveWay)).Value == Decision.Refused)
        {
            throw NotHeld("Wait", "cannot wait on un-acquired lock");
        }
        Decision decision = Arrive(On(OperationKind.Resume) with { Timeout = timeout }, cancellation);
        bool notified = decision.Go;
        if (!notified)
        {
            decision = Arrive(On(OperationKind.Resume));
        }
        if (decision.Value == Decision.Abandoned)
        {
            throw AbandonedLocks.Taken(Gate.Name, (string)Wire.Decode(decision.Payload)!);
        }
        if (!notified)
        {
            cancellation.ThrowIfCancellationRequested();
        }
        return notified;
    }

    private Decision Arrive(in Operation operation, CancellationToken cancellation = default) =>
        ManagedOperations.Arrive(Gate.Kind, operation, Name, cancellation);
}
