using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What two actors may be about to do with one object, by its kind; enough of it for every answer there is.</summary>
internal static class OfferedOperations
{
    public static readonly Operation[] OnLock = [Act.Acquire, Act.Try, Act.Timed, Act.Release];

    public static readonly Operation[] OnQueue =
    [
        Operation.OnSlot(OperationKind.Put, 0) with
        {
            Payload = "a"u8.ToArray(),
        },
        Operation.OnSlot(OperationKind.Put, 0) with
        {
            Payload = "b"u8.ToArray(),
        },
        Operation.OnSlot(OperationKind.Get, 0),
        Operation.OnSlot(OperationKind.Get, 0, 0),
        Operation.OnSlot(OperationKind.Get, 0, 5),
        Operation.OnSlot(OperationKind.Close, 0),
        Operation.OnSlot(OperationKind.Close, 0) with
        {
            Argument = 1,
        },
    ];

    public static readonly Operation[] OnJoinable =
    [
        OnQueue[0],
        OnQueue[0] with
        {
            Timeout = 0,
        },
        OnQueue[1] with
        {
            Timeout = 5,
        },
        OnQueue[2],
        OnQueue[3],
        Operation.OnSlot(OperationKind.TaskDone, 0),
        Operation.OnSlot(OperationKind.Wait, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 0),
        Operation.OnSlot(OperationKind.Read, 0),
    ];

    public static readonly Operation[] OnCells =
    [
        Act.OnCell(OperationKind.Read, 0, 0),
        Act.OnCell(OperationKind.Read, 0, 1),
        Act.OnCell(OperationKind.Write, 0, 0, Wire.Encode(1)),
        Act.OnCell(OperationKind.Write, 0, 1, Wire.Encode(2)),
        Act.OnCell(OperationKind.Write, 0, -1, Act.Pack(3, 3)),
        Act.OnCell(OperationKind.Add, 0, 0, Wire.Encode(1)),
        Act.OnCell(OperationKind.CompareExchange, 0, 1, Act.Pack(5, 2)),
    ];

    public static readonly Operation[] OnResult =
    [
        Operation.OnSlot(OperationKind.Set, 0),
        Operation.OnSlot(OperationKind.Wait, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 5),
    ];

    public static Operation[] On(SlotKind kind) =>
        kind switch
        {
            SlotKind.Queue or SlotKind.SimpleQueue => OnQueue,
            SlotKind.JoinableQueue => OnJoinable,
            SlotKind.Value or SlotKind.SharedArray => OnCells,
            SlotKind.Result => OnResult,
            _ => OnLock,
        };
}
