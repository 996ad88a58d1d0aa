using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What the locks and semaphores of a <see cref="Manager"/> share: they are in its server.</summary>
public abstract class AcquirableProxy : Acquirable
{
    private protected AcquirableProxy(SlotKind kind, Manager manager, int initial, int maximum, string? name)
        : base(kind, initial, maximum, 0, name) => NamedSlot.SetManager(Offset, manager.Offset);

    private protected AcquirableProxy(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <summary>Why a release was refused, after "was released by worker-2"; with Python's words.</summary>
    private protected abstract string Refusal { get; }

    /// <inheritdoc/>
    public sealed override void Release()
    {
        if (Arrive(OperationKind.Release).Value == Decision.Refused)
        {
            throw new MultiprocessingUsageException(
                $"{Name} was released by {CurrentProcess.Name}{Refusal}. Release once for each acquire, or write "
                    + "`using (gate.Enter())`, which does."
            );
        }
    }

    internal sealed override AbandonedLockException Leave(AbandonedLockException report)
    {
        Operation leave = Operation.OnSlot(OperationKind.Release, Offset) with
        {
            Argument = 1,
            Payload = Wire.Encode(report.Holder),
        };
        _ = ManagedOperations.Arrive(Kind, leave, Name);
        return AbandonedLocks.NotEntered(Name, report.Holder);
    }

    /// <summary>What its server says about it; asks the manager. For real only.</summary>
    private protected IReadOnlyList<object?> Describe() => ManagedOperations.Describe(Kind, Offset, Name);

    private protected sealed override bool AcquireWithin(long timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        Decision decision = Arrive(OperationKind.Acquire, timeout, cancellation);
        return decision.Value == Decision.Abandoned
            ? throw AbandonedLocks.Taken(Name, (string)Wire.Decode(decision.Payload)!)
            : decision.Go;
    }

    // Both are for what has its word in this process's memory; this one's is in the server's.
    private protected sealed override bool TryTake() => AcquireWithin(0);

    private protected sealed override bool MustWait(int word) => true;

    private Decision Arrive(OperationKind kind, long timeout = -1, CancellationToken cancellation = default) =>
        ManagedOperations.Arrive(Kind, Operation.OnSlot(kind, Offset, timeout), Name, cancellation);
}
