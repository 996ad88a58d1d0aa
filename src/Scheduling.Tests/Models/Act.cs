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

    public static Model New(SlotKind kind, int initial = 1, int maximum = int.MaxValue) =>
        ModelFactory.Create(new ObjectInfo(kind, initial, maximum, "it"));
}
