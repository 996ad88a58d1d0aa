using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>Growing bytes, with the few shapes that the format is made of.</summary>
internal sealed class WireBuffer
{
    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    public int Length => _bytes.WrittenCount;

    /// <summary>Everything written so far; changes with the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    /// <summary>Begins anew, with the memory that it has.</summary>
    public void Clear() => _bytes.ResetWrittenCount();

    public void Tag(WireTag tag) => Byte((byte)tag);

    public void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    /// <summary>Seven bits a byte, low ones first.</summary>
    public void Unsigned(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }
        Byte((byte)value);
    }

    /// <summary>Small magnitudes are short, whatever their sign.</summary>
    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Count(int value) => Unsigned((ulong)value);

    public void Fixed32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    public void Fixed64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void Identity(Guid value)
    {
        _ = value.TryWriteBytes(_bytes.GetSpan(16));
        _bytes.Advance(16);
    }

    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void Block(ReadOnlySpan<byte> bytes)
    {
        Count(bytes.Length);
        Raw(bytes);
    }

    public void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Count(length);
        _ = Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length));
        _bytes.Advance(length);
    }
}
