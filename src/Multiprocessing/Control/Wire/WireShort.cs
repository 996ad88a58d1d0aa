using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Numbers, texts and arrays of bytes, which are most of what travels, without what a <see cref="WireWriter"/> and a
/// <see cref="WireReader"/> need for objects. The bytes are the same.
/// </summary>
internal static class WireShort
{
    private const int Head = 2;

    /// <summary>Writes a value, from the format's version on.</summary>
    /// <returns>Whether it is one of these; otherwise nothing was written.</returns>
    public static bool TryWrite(WireBuffer buffer, object? value)
    {
        int start = buffer.Length;
        buffer.Byte(WireLimits.Version);
        // What is a byte[] for the compiler may be an sbyte[].
        if (value is byte[] bytes && value.GetType() == typeof(byte[]))
        {
            buffer.Tag(WireTag.NumberArray);
            buffer.Byte((byte)TypeCode.Byte);
            buffer.Block(bytes);
            return true;
        }
        if (value is not null && WireScalars.TryWrite(buffer, value))
        {
            return true;
        }
        buffer.Cut(start);
        return false;
    }

    /// <summary>Encodes a value; <see langword="null"/> when it is none of these.</summary>
    public static byte[]? Encode(object? value)
    {
        WireBuffer buffer = WireBuffer.Rent();
        byte[]? bytes = TryWrite(buffer, value) ? buffer.ToArray() : null;
        buffer.Return();
        return bytes;
    }

    /// <summary>Reads what <see cref="TryWrite"/> wrote, if it is one of the commonest of these.</summary>
    /// <returns>Whether it was; bytes that are not, malformed ones too, are left to a <see cref="WireReader"/>.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out object? value)
    {
        value = null;
        if (bytes.Length < Head || bytes[0] != WireLimits.Version)
        {
            return false;
        }
        ReadOnlySpan<byte> rest = bytes[Head..];
        switch ((WireTag)bytes[1])
        {
            case WireTag.False or WireTag.True when rest.IsEmpty:
                value = bytes[1] == (byte)WireTag.True;
                return true;
            case WireTag.Int32 when TrySigned(rest, out long number) && number == (int)number:
                value = (int)number;
                return true;
            case WireTag.Int64 when TrySigned(rest, out long number):
                value = number;
                return true;
            case WireTag.Double when rest.Length == sizeof(double):
                value = BinaryPrimitives.ReadDoubleLittleEndian(rest);
                return true;
            case WireTag.NumberArray when rest is [(byte)TypeCode.Byte, .. var block]:
                int length = Varint(block, out ulong count);
                bool isWhole = length > 0 && count == (ulong)(block.Length - length);
                value = isWhole ? block[length..].ToArray() : null;
                return isWhole;
            default:
                return false;
        }
    }

    private static bool TrySigned(ReadOnlySpan<byte> bytes, out long value)
    {
        bool isWhole = Varint(bytes, out ulong bits) == bytes.Length && !bytes.IsEmpty;
        value = (long)(bits >> 1) ^ -(long)(bits & 1);
        return isWhole;
    }

    // How many bytes it has; 0 for none. The longest ones are left to others.
    private static int Varint(ReadOnlySpan<byte> bytes, out ulong value)
    {
        value = 0;
        for (int at = 0; at < bytes.Length && at < 9; at++)
        {
            value |= (ulong)(bytes[at] & 0x7F) << (7 * at);
            if (bytes[at] < 0x80)
            {
                return at + 1;
            }
        }
        return 0;
    }
}
