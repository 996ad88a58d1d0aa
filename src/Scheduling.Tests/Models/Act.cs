using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Operations in short, for tests of models.</summary>
internal static class Act
{
    public static readonly Operation Acquire = Operation.OnSlot(OperationKind.Acquire, 0);
    public static readonly Operation Try = Operation.OnSlot(OperationKind.Acquire, 0, timeout: 0);
    public static readonly Operation Timed = Operation.OnSlot(OperationKind.Acquire, 0, timeout: 100);
    public static readonly Operation Release = Operation.OnSlot(OperationKind.Release, 0);

    public static readonly Decision Go = new(Outcome.Go);
    public static readonly Decision Refused = new(Outcome.Go, Model.Refused);
    public static readonly Decision TimedOut = new(Outcome.TimedOut);

    public static readonly Operation Close = Operation.OnSlot(OperationKind.Close, 0);

    public static Operation Call(ManagerVerb verb, params object?[] arguments) =>
        new(OperationKind.Call, ObjectSpace.Slot, 0, (long)verb, Payload: Pack(arguments));

    public static Operation OnCell(OperationKind kind, int slot, int index, byte[]? payload = null) =>
        new(kind, ObjectSpace.Slot, slot, index, Payload: payload);

    public static byte[] Pack(params IEnumerable<object?> values) =>
        ManagerArguments.Pack([.. values.Select(value => Wire.Encode(value))]);

    /// <summary>An operation on an end of a pipe, by a process that is filled in by <see cref="By"/>.</summary>
    public static Operation OnPipe(OperationKind kind, PipeEnd end) => Operation.OnPipe(kind, end.Number, end.End, 0);

    /// <summary>The same operation on a pipe, by this process.</summary>
    public static Operation By(int process, in Operation operation) =>
        operation with
        {
            Argument = Operation.OnPipe(default, 0, operation.End, process).Argument,
        };

    public static Operation WaitAny(long timeout, params PipeEnd[] watched) =>
        new(OperationKind.WaitAny, Timeout: timeout, Payload: PipeEnd.Pack(watched));

    public static Operation StartWith(params PipeEnd[] ends) =>
        new(OperationKind.Start, Object: ends.Length, Payload: PipeEnd.Pack(ends));

    public static Model New(SlotKind kind, int initial = 1, int maximum = int.MaxValue) =>
        ModelFactory.Create(new ObjectInfo(kind, initial, maximum, "it"));
}
