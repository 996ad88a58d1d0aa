using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Which operations on one queue may be exchanged. The queue is first in, first out and has no limit, so a Put and a Get
/// that can both be done bring the same in both orders; they depend on each other only when the one takes what the other put.
/// </summary>
/// <remarks>
/// This looks at items, not at states: Puts are ordered among themselves and Gets are as well, so the numbers of items are
/// the same in every run of one interleaving, and races and sleep sets see the same relation.
/// </remarks>
internal static class QueueOrder
{
    /// <summary>Whether the decision about the operation names an item. A Get that does not wait looks at the whole queue.</summary>
    public static bool HasItem(in Operation operation) =>
        operation.Kind == OperationKind.Put || (operation.Kind == OperationKind.Get && operation.Timeout != 0);

    /// <summary>Whether the order of two operations on one queue may matter.</summary>
    public static bool MayConflict(in Happening a, in Happening b) =>
        (a.Operation.Kind, b.Operation.Kind) switch
        {
            // That there is nothing any more, everybody learns in any order.
            (OperationKind.Get, OperationKind.Get) => !(a.Item == QueueModel.None && b.Item == QueueModel.None),
            (OperationKind.Put, OperationKind.Get) => IsSame(a, b),
            (OperationKind.Get, OperationKind.Put) => IsSame(a, b),
            (OperationKind.Close, OperationKind.Get) => MayEmpty(a, b),
            (OperationKind.Get, OperationKind.Close) => MayEmpty(b, a),
            _ => true,
        };

    private static bool IsSame(in Happening a, in Happening b) => a.Item is null || b.Item is null || a.Item == b.Item;

    // Closing lets those through who find nothing. Who takes an item can do so before and after, unless items are dropped.
    private static bool MayEmpty(in Happening close, in Happening get) =>
        close.Operation.Argument != 0 || get.Item is null or QueueModel.None;
}
