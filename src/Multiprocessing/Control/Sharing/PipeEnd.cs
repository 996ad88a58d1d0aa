using System.Buffers.Binary;

namespace ConcurrencyKatas.Control;

/// <summary>An end of a pipe of a controlled run; or a process, where both are waited for.</summary>
/// <param name="Number">Where the pipe's slot is; of a process, its actor.</param>
/// <param name="End">0 for the first end, 1 for the second, <see cref="Process"/> for a process.</param>
public readonly record struct PipeEnd(int Number, int End)
{
    /// <summary>What stands for the end where a process is meant.</summary>
    public const int Process = 2;

    /// <summary>Bytes of one in a payload.</summary>
    public const int Size = 8;

    /// <summary>The other end of the same pipe.</summary>
    public PipeEnd Other => this with { End = 1 - End };

    /// <summary>Several ones as bytes.</summary>
    public static byte[] Pack(IReadOnlyList<PipeEnd> ends)
    {
        byte[] packed = new byte[ends.Count * Size];
        for (int index = 0; index < ends.Count; index++)
        {
            Span<byte> place = packed.AsSpan(index * Size, Size);
            BinaryPrimitives.WriteInt32LittleEndian(place, ends[index].Number);
            BinaryPrimitives.WriteInt32LittleEndian(place[4..], ends[index].End);
        }
        return packed;
    }

    /// <summary>What an operation names in its payload: for a wait all of it, for a start the last ones.</summary>
    /// <returns>Nothing where the payload is too short for what it is to hold: its bytes come from a student's process.</returns>
    public static IReadOnlyList<PipeEnd> In(in Operation operation)
    {
        ReadOnlySpan<byte> payload = operation.Payload;
        int count = operation.Kind == OperationKind.Start ? operation.Object : payload.Length / Size;
        if (count <= 0 || count > payload.Length / Size)
        {
            return [];
        }
        payload = payload[^(count * Size)..];
        PipeEnd[] ends = new PipeEnd[count];
        for (int index = 0; index < count; index++)
        {
            ReadOnlySpan<byte> place = payload.Slice(index * Size, Size);
            ends[index] = new(
                BinaryPrimitives.ReadInt32LittleEndian(place),
                BinaryPrimitives.ReadInt32LittleEndian(place[4..])
            );
        }
        return ends;
    }

    /// <summary>The payload of a start without the ends: what the child will run.</summary>
    public static byte[] WithoutEnds(in Operation start)
    {
        byte[] payload = start.Payload ?? [];
        return payload[..^(In(start).Count * Size)];
    }
}
