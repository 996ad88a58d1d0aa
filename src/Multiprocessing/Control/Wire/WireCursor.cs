using System.Buffers.Binary;
using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>Reads what <see cref="WireBuffer"/> wrote. Every step is checked against the end of the bytes.</summary>
internal sealed class WireCursor(ReadOnlyMemory<byte> bytes)
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private int _position;
    private long _promised;

    public int Position => _position;

    public int Left => bytes.Length - _position;

    public byte Byte() => Take(1)[0];

    /// <summary>Goes past a tag if it is next.</summary>
    /// <returns>Whether it was.</returns>
    public bool Skip(WireTag tag)
    {
        bool isNext = Left > 0 && bytes.Span[_position] == (byte)tag;
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
        if (value > (ulong)(Left / size) || (_promised += (long)value * size) > bytes.Length)
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
        new($"The encoded value is malformed: {what}, at byte {_position} of {bytes.Length}.");

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
        {
            throw Malformed("it ends too early");
        }
        ReadOnlySpan<byte> taken = bytes.Span.Slice(_position, count);
        _position += count;
        return taken;
    }
}
