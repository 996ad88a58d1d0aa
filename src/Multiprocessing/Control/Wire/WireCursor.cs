using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>Reads what <see cref="WireBuffer"/> wrote. Every step is checked against the end of the bytes.</summary>
internal sealed class WireCursor
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _end;
    private int _position;
    private long _promised;

    /// <summary>Begins at the first of some bytes.</summary>
    public WireCursor(ReadOnlyMemory<byte> bytes)
    {
        // An array is read several times as fast as a memory, of whatever kind.
        ArraySegment<byte> array = MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment)
            ? segment
            : bytes.ToArray();
        (_bytes, _start) = (array.Array ?? [], array.Offset);
        (_position, _end) = (_start, _start + array.Count);
    }

    public int Position => _position - _start;

    public int Left => _end - _position;

    public byte Byte() => _position < _end ? _bytes[_position++] : throw Malformed("it ends too early");

    /// <summary>Goes past a tag if it is next.</summary>
    /// <returns>Whether it was.</returns>
    public bool Skip(WireTag tag)
    {
        bool isNext = Left > 0 && _bytes[_position] == (byte)tag;
        _position += isNext ? 1 : 0;
        return isNext;
    }

    public ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            if (shift == 63 && next > 1)
            {
                break;
            }
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
        throw Malformed("a number that is too long");
    }

    public long Signed()
    {
        ulong value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int Int32()
    {
        long value = Signed();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Malformed("a number out of range");
    }

    /// <summary>
    /// How many items follow, each of at least <paramref name="size"/> bytes. All of them fit into what is left, and all
    /// counts together never promise more than there is: space may be reserved for what this returns.
    /// </summary>
    public int Count(int size = 1)
    {
        ulong value = Unsigned();
        if (value > (ulong)(Left / size) || (_promised += (long)value * size) > _end - _start)
        {
            throw Malformed($"{value} items where {Left} bytes are left");
        }
        return (int)value;
    }

    /// <summary>A number below <paramref name="limit"/>.</summary>
    public int Index(int limit, string what)
    {
        ulong value = Unsigned();
        return value < (ulong)limit ? (int)value : throw Malformed($"{what} {value} of {limit}");
    }

    public int Fixed32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Fixed64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public Guid Identity() => new(Take(16));

    public ReadOnlySpan<byte> Raw(int length) => Take(length);

    public string Text()
    {
        try
        {
            return s_strict.GetString(Take(Count()));
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("text that is not UTF-8");
        }
    }

    public void ExpectEnd()
    {
        if (Left != 0)
        {
            throw Malformed($"{Left} bytes too many");
        }
    }

    public WireFormatException Malformed(string what) =>
        new($"The encoded value is malformed: {what}, at byte {Position} of {_end - _start}.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
        {
            throw Malformed("it ends too early");
        }
        var taken = new ReadOnlySpan<byte>(_bytes, _position, count);
        _position += count;
        return taken;
    }
}
