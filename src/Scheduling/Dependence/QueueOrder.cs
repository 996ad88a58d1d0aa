using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Which operations on one queue may be exchanged. The queue is first in, first out, so a Put and a Get that can both be done
/// bring the same in both orders; they depend on each other only when the one takes what the other put, or makes the room
/// that the other needs. In the same way a TaskDone depends on the Put without which it would be refused.
/// </summary>
/// <remarks>
/// This looks at items, not at states: Puts are ordered among themselves, and so are Gets and so are TaskDones, so the numbers
/// of items are the same in every run of one interleaving, and races and sleep sets see the same relation.
/// </remarks>
internal static class QueueOrder
{
    /// <summary>Whether a primitive is a queue.</summary>
    public static bool IsQueue(SlotKind kind) =>
        kind is SlotKind.Queue or SlotKind.JoinableQueue or SlotKind.SimpleQueue;

    /// <summary>
    /// Whether the decision about the operation names an item, or a message of a pipe. A Put, a Get and a Poll that do not
    /// wait look at the whole of it.
    /// </summary>
    public static bool HasItem(in Operation operation) =>
        operation.Kind is OperationKind.TaskDone or OperationKind.Send or OperationKind.Receive or OperationKind.Take
        || (operation.Kind is OperationKind.Put or OperationKind.Get or OperationKind.Poll && operation.Timeout != 0);

    /// <summary>The value of a decision about a TaskDone that is refused: no item has this number yet.</summary>
    public static long Refused(long item) => -1 - item;

    /// <summary>Which item a decision about an operation that has one names.</summary>
    public static long ItemOf(in Operation operation, long value) =>
        operation.Kind == OperationKind.TaskDone && value < 0 ? Refused(value) : value;

    /// <summary>Whether the order of two operations on one queue may matter.</summary>
    public static bool MayConflict(in Happening a, in Happening b) =>
        a.Operation.Kind <= b.Operation.Kind ? InOrder(a, b) : InOrder(b, a);

    // In the order of their kinds: Put, Get, Wait, TaskDone, Close, Read.
    private static bool InOrder(in Happening a, in Happening b) =>
        (a.Operation.Kind, b.Operation.Kind) switch
        {
            // That there is nothing any more, everybody learns in any order.
            (OperationKind.Get, OperationKind.Get) => !(a.Item == QueueModel.None && b.Item == QueueModel.None),
            (OperationKind.Put, OperationKind.Get) => IsSame(a, b) || MakesRoom(a, b),
            (OperationKind.Put, OperationKind.TaskDone) => IsSame(a, b),
            (OperationKind.Get, OperationKind.Close) => MayEmpty(b, a),
            // What is dealt with is counted apart from what waits.
            (OperationKind.Get, OperationKind.Wait or OperationKind.TaskDone) => false,
            (OperationKind.Wait, OperationKind.Wait or OperationKind.Read) => false,
            (OperationKind.TaskDone, OperationKind.Read) => false,
            _ => true,
        };

    private static bool IsSame(in Happening a, in Happening b) => a.Item is null || b.Item is null || a.Item == b.Item;

    private static bool MakesRoom(in Happening put, in Happening get) => put.Item - put.Maximum == get.Item;

    // Closing lets those through who find nothing. Who takes an item can do so before and after, unless items are dropped.
    private static bool MayEmpty(in Happening close, in Happening get) =>
        close.Operation.Argument != 0 || get.Item is null or QueueModel.None;
}
