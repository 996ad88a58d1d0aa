using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Which operations of two actors may be exchanged without anybody noticing. Everything that is proved rests on this: two
/// operations called independent that are not would make a proof lie; the reverse only costs runs.
/// </summary>
public static class Independence
{
    /// <summary>Operations that no other actor can notice: their order to anything else is never explored.</summary>
    public static bool IsLocal(OperationKind kind) =>
        kind is OperationKind.Begin or OperationKind.Print or OperationKind.Sleep or OperationKind.ReadClock;

    /// <summary>
    /// Whether there is any state in which the order of these two matters: one may change what the other brings, or
    /// whether it is enabled, or claims may ask which came first. Symmetric; operations of one actor always conflict.
    /// </summary>
    public static bool MayConflict(in Happening a, in Happening b)
    {
        if (a.Actor == b.Actor)
        {
            return true;
        }
        // A time-out came because nothing else could: everything before it is before it for a reason, and everything
        // after it is after it because of it.
        if (a.IsTimeOut || b.IsTimeOut)
        {
            return true;
        }
        if (a.IsLocal || b.IsLocal)
        {
            return false;
        }
        return (a.Operation.Kind, b.Operation.Kind) switch
        {
            // Actors are numbered in the order of their start.
            (OperationKind.Start, OperationKind.Start) => true,
            // A process ends after its children.
            (OperationKind.End, OperationKind.End) => a.Parent == b.Actor || b.Parent == a.Actor,
            // Claims ask what had happened when main came back.
            (OperationKind.Return, OperationKind.Mark or OperationKind.End) => true,
            (OperationKind.Mark or OperationKind.End, OperationKind.Return) => true,
            _ => a.Object == b.Object && a.Object != ObjectId.None && MayConflictOnOneObject(a, b),
        };
    }

    /// <summary>
    /// Whether these two, both enabled in this state, can be exchanged in it: either order brings the same answers and the
    /// same state, and neither keeps the other from happening.
    /// </summary>
    public static bool Commute(World state, in Happening a, in Happening b)
    {
        if (!MayConflict(a, b))
        {
            return true;
        }
        if (a.Actor == b.Actor || a.IsTimeOut || b.IsTimeOut || a.Object != b.Object)
        {
            return false;
        }
        return a.Object.Space == ObjectSpace.Slot && CommuteOnOnePrimitive(state.Models[a.Object], a, b);
    }

    private static bool MayConflictOnOneObject(in Happening a, in Happening b) =>
        a.Object.Space switch
        {
            ObjectSpace.Mark => true,
            // Join, IsAlive and ExitCode only look; End is what they look for.
            ObjectSpace.Actor => a.Operation.Kind == OperationKind.End || b.Operation.Kind == OperationKind.End,
            _ => !(IsRelease(a) && IsRelease(b) && ReleasesCommute(a.Kind)),
        };

    // Units of a semaphore add up in any order. Whether an RLock is given back depends only on what the same actor did.
    // A second release of a plain lock, and one unit too many for a bounded semaphore, are refused.
    private static bool ReleasesCommute(SlotKind kind) => kind is SlotKind.Semaphore or SlotKind.RLock;

    private static bool CommuteOnOnePrimitive(Model model, in Happening a, in Happening b)
    {
        switch (IsRelease(a), IsRelease(b))
        {
            case (false, false):
                return model switch
                {
                    // Enough for both, or nothing for either: then both only try.
                    SemaphoreModel semaphore => semaphore.Units != 1,
                    // Held: both try in vain, or the owner goes deeper and the other tries in vain.
                    _ => model.Holders.Count > 0,
                };
            case (true, true):
                return model switch
                {
                    BoundedSemaphoreModel bounded => bounded.Units <= bounded.Info.Maximum - 2
                        || bounded.Units >= bounded.Info.Maximum,
                    // Of a free lock: both are refused.
                    LockModel => model.Holders.Count == 0,
                    _ => true,
                };
            default:
                var (release, acquire) = IsRelease(a) ? (a, b) : (b, a);
                return model switch
                {
                    BoundedSemaphoreModel bounded => bounded.Units > 0 && bounded.Units < bounded.Info.Maximum,
                    SemaphoreModel semaphore => semaphore.Units > 0,
                    // Not the owner's release: it is refused before and after.
                    RLockModel => !model.Holders.Contains(release.Actor),
                    _ => false,
                };
        }
    }

    private static bool IsRelease(in Happening happening) => happening.Operation.Kind == OperationKind.Release;
}
