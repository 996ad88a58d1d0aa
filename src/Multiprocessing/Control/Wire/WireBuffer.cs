using System.Buffers.Binary;
using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>Growing bytes, with the few shapes that the format is made of.</summary>
internal sealed class WireBuffer
{
    // A thread keeps one of these; a larger one is not worth keeping.
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static WireBuffer? t_spare;

    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    /// <summary>Everything written so far; changes with the next write.</summary>
    public ReadOnlySpan<byte> Written => new(_bytes, 0, Length);

    public byte[] ToArray() => Written.ToArray();

    /// <summary>An empty one that this thread used before, if it has one.</summary>
    public static WireBuffer Rent()
    {
        // Taken away, since what is encoded may have code of its own that encodes.
        WireBuffer rented = t_spare ?? new WireBuffer();
        t_spare = null;
        return rented;
    }

    /// <summary>Gives it back; nobody may use what is in it any more.</summary>
    public void Return()
    {
        if (_bytes.Length <= LargestKept)
        {
            Clear();
            t_spare = this;
        }
    }

    /// <summary>Begins anew, with the memory that it has.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets what was written from there on.</summary>
    public void Cut(int length) => Length = length;

    public void Tag(WireTag tag) => Byte((byte)tag);

    public void Byte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }
        _bytes[Length++] = value;
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
        BinaryPrimitives.WriteInt32LittleEndian(Next(4), value);
    }

    public void Fixed64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Next(8), value);
    }

    public void Identity(Guid value)
    {
        _ = value.TryWriteBytes(Next(16));
    }

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    public void Block(ReadOnlySpan<byte> bytes)
    {
        Count(bytes.Length);
        Raw(bytes);
    }

    public void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Count(length);
        _ = Encoding.UTF8.GetBytes(text, Next(length));
    }

    private Span<byte> Next(int count)
    {
        if (count > _bytes.Length - Length)
        {
            Grow(count);
        }
        var next = new Span<byte>(_bytes, Length, count);
        Length += count;
        return next;
    }

    private void Grow(int count)
    {
        long wanted = Math.Max(Math.Min(2L * _bytes.Length, Array.MaxLength), (long)Length + count);
        Array.Resize(ref _bytes, (int)Math.Min(int.MaxValue, wanted)); // No memory for that: the system says so.
    }
}
