using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Which operations of two actors may be exchanged without anybody noticing. Everything that is proved rests on this: two
/// operations called independent that are not would make a proof lie; the reverse only costs runs.
/// </summary>
/// <remarks>
/// There is one relation, for all states. A finer one that looks at the state (two takers of a semaphore with two units
/// are exchangeable) would save runs in sleep sets, and loses interleavings when races are found by the coarser one: see
/// docs/arbiter.md and the test that keeps the program which showed it.
/// </remarks>
public static class Independence
{
    /// <summary>Operations that no other process can notice: only the order to a thread of the same process is explored.</summary>
    public static bool IsLocal(OperationKind kind) =>
        kind is OperationKind.Begin or OperationKind.Print or OperationKind.Sleep or OperationKind.ReadClock;

    /// <summary>Operations on primitives that may have to wait until others have done something.</summary>
    public static bool IsWait(OperationKind kind) =>
        kind
            is OperationKind.Acquire
                or OperationKind.Put
                or OperationKind.Get
                or OperationKind.Wait
                or OperationKind.Resume
                or OperationKind.Arrive
                or OperationKind.Send
                or OperationKind.Receive
                or OperationKind.Poll
                or OperationKind.WaitAny;

    /// <summary>
    /// Whether there is any state in which the order of these two matters: one may change what the other brings, or
    /// whether it is enabled, or claims may ask which came first. Symmetric; operations of one actor always conflict, and
    /// so do those of two actors in one process that are not quiet: from such an operation to its next point an actor
    /// may read and write memory that the other sees, and nothing tells of that.
    /// </summary>
    public static bool MayConflict(in Happening a, in Happening b)
    {
        if (a.Actor == b.Actor || (a.Process == b.Process && !a.IsQuiet && !b.IsQuiet))
        {
            return true;
        }
        // It changes whatever that process held.
        if (IsKill(a) || IsKill(b))
        {
            return true;
        }
        // Whether it was done at all is a question of who came first.
        if (Ends(a, b) || Ends(b, a))
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
            (OperationKind.WaitAny, _) => PipeOrder.MayBeSeenBy(a, b),
            (_, OperationKind.WaitAny) => PipeOrder.MayBeSeenBy(b, a),
            // Claims ask what had happened when main came back.
            (OperationKind.Return, OperationKind.Mark or OperationKind.End) => true,
            (OperationKind.Mark or OperationKind.End, OperationKind.Return) => true,
            _ => a.Object == b.Object && a.Object != ObjectId.None && MayConflictOnOneObject(a, b),
        };
    }

    // What a manager keeps is judged as the primitive that it behaves like, but for the end of the manager.
    private static bool MayConflictOnOneObject(in Happening a, in Happening b) =>
        (a.Kind.Plain() != a.Kind && (IsClose(a) || IsClose(b))) || MayConflictOn(a.Kind.Plain(), a, b);

    private static bool MayConflictOn(SlotKind kind, in Happening a, in Happening b) =>
        a.Object.Space switch
        {
            ObjectSpace.Mark => true,
            // Join, IsAlive and ExitCode only look; the end is what they look for.
            ObjectSpace.Actor => IsEnd(a) || IsEnd(b),
            _ when IsRead(a) && IsRead(b) => false,
            _ when QueueOrder.IsQueue(kind) => QueueOrder.MayConflict(a, b),
            _ when kind == SlotKind.Pipe => PipeOrder.MayConflict(a, b),
            _ when kind == SlotKind.SharedArray => MayBeOneElement(a, b),
            _ when kind == SlotKind.Result => a.Operation.Kind == OperationKind.Set
                || b.Operation.Kind == OperationKind.Set,
            _ when kind == SlotKind.Event => !(IsSet(a) && IsSet(b)) && !(LooksAtEvent(a) && LooksAtEvent(b)),
            // Those who go on from a barrier go in any order; the next round begins after the last one.
            _ when kind == SlotKind.Barrier => !(GoesOn(a) && GoesOn(b)) && !(IsLook(a) && IsLook(b)),
            // What is done with a condition is done with its lock held, so it is in order anyway.
            _ => !(IsRelease(a) && IsRelease(b) && ReleasesCommute(kind)),
        };

    private static bool IsEnd(in Happening happening) =>
        happening.Operation.Kind is OperationKind.End or OperationKind.Terminate;

    private static bool IsKill(in Happening happening) =>
        happening.Operation.Kind == OperationKind.Terminate
        && happening.Object == new ObjectId(ObjectSpace.Actor, happening.Actor);

    private static bool Ends(in Happening a, in Happening b) =>
        a.Operation.Kind == OperationKind.Terminate && a.Object == new ObjectId(ObjectSpace.Actor, b.Process);

    // Units of a semaphore add up in any order. Whether an RLock is given back depends only on what the same actor did.
    // A second release of a plain lock, and one unit too many for a bounded semaphore, are refused.
    private static bool ReleasesCommute(SlotKind kind) => kind is SlotKind.Semaphore or SlotKind.RLock;

    // What changes nothing brings the same before and after another such call: on an object of a manager, on a shared value,
    // on a queue that is asked how many items it holds.
    private static bool IsRead(in Happening happening) =>
        happening.Operation.Kind == OperationKind.Read
        || (happening.Operation.Kind == OperationKind.Call && ((ManagerVerb)happening.Operation.Argument).IsRead());

    private static bool MayBeOneElement(in Happening a, in Happening b) =>
        a.Operation.Argument == b.Operation.Argument || a.Operation.Argument < 0 || b.Operation.Argument < 0;

    // Setting twice is setting once. So is clearing, but two clears that were independent would hide that a wait could have
    // come before both: it races with neither alone, because the other one keeps it out as well.
    private static bool IsSet(in Happening happening) => happening.Operation.Kind == OperationKind.Set;

    private static bool LooksAtEvent(in Happening happening) =>
        happening.Operation.Kind is OperationKind.Wait or OperationKind.IsSet;

    // Who does not wait may break the barrier instead.
    private static bool GoesOn(in Happening happening) =>
        happening.Operation.Kind == OperationKind.Wait && happening.Operation.Timeout != 0;

    private static bool IsLook(in Happening happening) => happening.Operation.Kind == OperationKind.Look;

    private static bool IsClose(in Happening happening) => happening.Operation.Kind == OperationKind.Close;

    private static bool IsRelease(in Happening happening) => happening.Operation.Kind == OperationKind.Release;
}
