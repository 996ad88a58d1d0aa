using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="LockProxy"/> and <see cref="RLockProxy"/> share: the lock itself is in the manager's server.</summary>
public abstract class AcquirableProxy : Acquirable
{
    private const long SliceTicks = TimeSpan.TicksPerMillisecond * 50;

    private protected AcquirableProxy(SlotKind kind, Manager manager, string? name)
        : base(kind, manager.Offset, 0, 0, name) { }

    private protected AcquirableProxy(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <inheritdoc/>
    public sealed override void Release()
    {
        ManagerAnswer answer = Seam.Controller is { } controller
            ? Judge(controller.Arrive(Operation.OnSlot(OperationKind.Release, Offset)), ManagerVerb.Release)
            : Call(ManagerVerb.Release);
        if (answer.Status != ManagerStatus.Done)
        {
            throw ManagerErrors.Refused(answer, Name, $"{Name}.Release");
        }
    }

    /// <summary>Who owns it, and how many times it was taken; asks the manager.</summary>
    private protected (string Owner, int Depth) Describe()
    {
        if (Seam.Controller is not null)
        {
            return ("known to the arbiter only", 0);
        }
        ManagerAnswer answer = Call(ManagerVerb.Describe);
        return ((string)Wire.Decode(answer.Values[0])!, (int)Wire.Decode(answer.Values[1])!);
    }

    private protected sealed override bool AcquireWithin(long timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Seam.Controller is { } controller)
        {
            Decision decision = controller.Arrive(Operation.OnSlot(OperationKind.Acquire, Offset, timeout));
            _ = Judge(decision, ManagerVerb.Acquire);
            return decision.Go;
        }
        if (!cancellation.CanBeCanceled)
        {
            return IsYes(Call(ManagerVerb.Acquire, timeout));
        }
        // The server does not know of the token, so it is asked again and again.
        while (!IsYes(Call(ManagerVerb.Acquire, SliceTicks)))
        {
            cancellation.ThrowIfCancellationRequested();
        }
        return true;
    }

    // Both are for a lock whose word is in this process's memory; this one's is in the server's.
    private protected sealed override bool TryTake() => AcquireWithin(0);

    private protected sealed override bool MustWait(int word) => true;

    private static bool IsYes(ManagerAnswer answer) => (int)Wire.Decode(answer.Values[0])! != 0;

    private ManagerAnswer Judge(Decision decision, ManagerVerb verb) =>
        decision.Value switch
        {
            Decision.Closed => throw ManagerErrors.ShutDown(Name, verb),
            Decision.Refused => ManagerAnswer.Refused(ManagerStatus.NotHeld),
            _ => ManagerAnswer.Nothing,
        };

    private ManagerAnswer Call(ManagerVerb verb, long timeout = -1) =>
        ManagerConnections.Call(NamedSlot.ManagerOf(Offset), new ManagerRequest(Kind, Offset, verb, timeout, []), Name);
}
