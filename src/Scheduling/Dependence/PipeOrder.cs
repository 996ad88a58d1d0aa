using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Which operations on one pipe may be exchanged. Each direction is a queue of its own, so as in <see cref="QueueOrder"/> a
/// Send and a Receive depend on each other only when they are about one message, and a Send on the message whose reception
/// makes its room. A Close of an end can be noticed by who sends to that end, and by who finds that nothing comes from it
/// any more.
/// </summary>
/// <remarks>
/// That a process starts another one with a copy of an end can be noticed by nobody: it has that end open itself.
/// </remarks>
internal static class PipeOrder
{
    // A Send has two numbers.
    private const int Half = 32;

    /// <summary>What the decision about a Send says: its message, and the one whose reception makes its room, or −1.</summary>
    public static long Pack(int message, int room) => ((long)(room + 1) << Half) | (uint)message;

    /// <summary>Whether the order of two operations on one pipe may matter.</summary>
    public static bool MayConflict(in Happening a, in Happening b) =>
        a.Operation.Kind <= b.Operation.Kind ? InOrder(a, b) : InOrder(b, a);

    /// <summary>Whether a wait for any of several things may notice an operation.</summary>
    public static bool MayBeSeenBy(in Happening wait, in Happening other)
    {
        foreach (var watched in PipeEnd.In(wait.Operation))
        {
            if (IsSeenAt(watched, other))
            {
                return true;
            }
        }
        return false;
    }

    // In the order of their kinds: Close, Send, Receive, Take, Poll.
    private static bool InOrder(in Happening a, in Happening b)
    {
        var isOneEnd = a.Operation.End == b.Operation.End;
        return (a.Operation.Kind, b.Operation.Kind) switch
        {
            // Each process closes its own copy. That all have done so is noticed after the last one, in any order.
            (OperationKind.Close, OperationKind.Close or OperationKind.Take) => false,
            (OperationKind.Close, OperationKind.Send) => !isOneEnd,
            (OperationKind.Close, _) => !isOneEnd && b.Item is null or PipeModel.None,
            (OperationKind.Send, OperationKind.Send) => isOneEnd,
            (OperationKind.Send, OperationKind.Take) => !isOneEnd && MakesRoom(a, b),
            (OperationKind.Send, _) => !isOneEnd && IsSame(a, b),
            // That there is nothing any more, everybody learns in any order.
            (OperationKind.Receive, OperationKind.Receive or OperationKind.Poll) => isOneEnd
                && !(a.Item == PipeModel.None && b.Item == PipeModel.None),
            (OperationKind.Poll, OperationKind.Poll) => false,
            _ => isOneEnd,
        };
    }

    private static bool IsSame(in Happening send, in Happening other) =>
        send.Item is not { } item || other.Item is null || (item >= 0 && (int)item == other.Item);

    private static bool MakesRoom(in Happening send, in Happening take) =>
        send.Item is not { } item || take.Item is null || (item >= 0 && (item >> Half) - 1 == take.Item);

    private static bool IsSeenAt(PipeEnd watched, in Happening other) =>
        watched.End == PipeEnd.Process
            ? other.Operation.Kind == OperationKind.End && other.Object.Number == watched.Number
            : other.Kind == SlotKind.Pipe
                && other.Object.Number == watched.Number
                && other.Operation.Kind switch
                {
                    OperationKind.Send or OperationKind.Close => other.Operation.End != watched.End,
                    OperationKind.Receive or OperationKind.Take => other.Operation.End == watched.End,
                    _ => false,
                };
}
