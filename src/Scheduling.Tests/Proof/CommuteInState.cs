using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>
/// A finer independence than <see cref="Independence.MayConflict"/>: right about every single state, and still wrong to
/// use in the sleep sets of a proof whose races are found by the coarser one. Kept to show just that.
/// </summary>
internal static class CommuteInState
{
    /// <summary>
    /// Whether these two, both enabled in this state, can be exchanged in it: either order brings the same answers and the
    /// same state, and neither keeps the other from happening.
    /// </summary>
    public static bool Holds(World state, in Happening a, in Happening b)
    {
        if (!Independence.MayConflict(a, b))
        {
            return true;
        }
        if (a.Actor == b.Actor || a.IsTimeOut || b.IsTimeOut || a.Object != b.Object)
        {
            return false;
        }
        return a.Object.Space == ObjectSpace.Slot && CommuteOnOnePrimitive(state.Models[a.Object], a, b);
    }

    private static bool CommuteOnOnePrimitive(Model model, in Happening a, in Happening b)
    {
        if (
            model is QueueModel or ResultModel or ValueModel or EventModel or BarrierModel
            || !IsPlain(a)
            || !IsPlain(b)
        )
        {
            return false;
        }
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

    private static bool IsPlain(in Happening happening) =>
        happening.Operation.Kind is OperationKind.Acquire or OperationKind.Release;

    private static bool IsRelease(in Happening happening) => happening.Operation.Kind == OperationKind.Release;
}
