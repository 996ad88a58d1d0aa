namespace ConcurrencyKatas.Control;

/// <summary>
/// The values behind a <see cref="Value{T}"/> or a <see cref="SharedArray{T}"/>: in shared memory, or in a controlled run
/// with the arbiter, for whom each access is one operation.
/// </summary>
/// <param name="offset">The slot of the object.</param>
/// <param name="memory">Where they are; <see langword="null"/> in a controlled run.</param>
internal sealed class Cells<T>(int offset, CellMemory<T>? memory)
    where T : unmanaged
{
    /// <summary>The index of an operation that is about all values at once.</summary>
    public const int All = -1;

    /// <summary>Reads one.</summary>
    public T Read(int index) => memory is not null ? memory.Read(index) : Arrive(OperationKind.Read, index, null);

    /// <summary>Writes one.</summary>
    public void Write(int index, T value)
    {
        if (memory is not null)
        {
            memory.Write(index, value);
            return;
        }
        _ = Arrive(OperationKind.Write, index, Wire.Encode(value));
    }

    /// <summary>Writes all of them, before anybody else knows the object.</summary>
    public void Begin(ReadOnlySpan<T> values)
    {
        if (memory is null)
        {
            byte[][] encoded = new byte[values.Length][];
            for (int index = 0; index < values.Length; index++)
            {
                encoded[index] = Wire.Encode(values[index]);
            }
            _ = Arrive(OperationKind.Write, All, ManagerArguments.Pack(encoded));
            return;
        }
        for (int index = 0; index < values.Length; index++)
        {
            memory.Write(index, values[index]);
        }
    }

    /// <summary>Adds to one; <typeparamref name="T"/> is int or long.</summary>
    public T Add(int index, T delta) =>
        memory is not null ? memory.Add(index, delta) : Arrive(OperationKind.Add, index, Wire.Encode(delta));

    /// <summary>Replaces one if it equals another; <typeparamref name="T"/> is int or long.</summary>
    public T CompareExchange(int index, T value, T comparand) =>
        memory is not null
            ? memory.CompareExchange(index, value, comparand)
            : Arrive(
                OperationKind.CompareExchange,
                index,
                ManagerArguments.Pack([Wire.Encode(value), Wire.Encode(comparand)])
            );

    private T Arrive(OperationKind kind, int index, byte[]? payload)
    {
        if (Seam.Controller is not { } controller)
        {
            throw new InvalidOperationException("A value that was made in a controlled run was used outside of one.");
        }
        if (payload?.Length > controller.PayloadLimit)
        {
            throw new NotSupportedException(
                $"{NamedSlot.NameAt(offset)} would hold {payload.Length:N0} bytes; a controlled run hands over "
                    + $"{controller.PayloadLimit:N0} at once. Use a smaller size there; runs for real have room for more."
            );
        }
        Operation operation = Operation.OnSlot(kind, offset) with { Argument = index, Payload = payload };
        return controller.Arrive(operation).Payload is { } answer ? (T)Wire.Decode(answer)! : default;
    }
}
