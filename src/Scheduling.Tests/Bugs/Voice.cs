using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>What a process of a bug model says and hears: it makes its operations, and knows the answer to the last one.</summary>
internal sealed class Voice
{
    /// <summary>The arbiter's answer to the operation that was granted last.</summary>
    public Decision Last { get; set; }

    /// <summary>Whether the process has seen what must not be; it then ends with exit code 1.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>The number that the last operation brought; 0 where nothing was ever written.</summary>
    public int Number => Last.Payload is { } payload ? (int)Wire.Decode(payload)! : 0;

    /// <summary>Says that something is as it must not be unless this holds.</summary>
    /// <returns>Whether the process has to end here.</returns>
    public bool Refutes(bool condition) => HasFailed = !condition;

    public static Operation Read(int cell) => OnCell(OperationKind.Read, cell, null);

    public static Operation Write(int cell, int number) => OnCell(OperationKind.Write, cell, Wire.Encode(number));

    public static Operation Add(int cell, int number) => OnCell(OperationKind.Add, cell, Wire.Encode(number));

    public static Operation CompareExchange(int cell, int number, int comparand) =>
        OnCell(
            OperationKind.CompareExchange,
            cell,
            ManagerArguments.Pack([Wire.Encode(number), Wire.Encode(comparand)])
        );

    public static Operation Acquire(int slot) => Operation.OnSlot(OperationKind.Acquire, slot);

    public static Operation Release(int slot) => Operation.OnSlot(OperationKind.Release, slot);

    private static Operation OnCell(OperationKind kind, int cell, byte[]? payload) =>
        new(kind, ObjectSpace.Slot, cell, Payload: payload);
}
