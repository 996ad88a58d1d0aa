using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>Values that contain no others.</summary>
internal static class WireScalars
{
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Writes a scalar.</summary>
    /// <returns>Whether the value was one.</returns>
    public static bool TryWrite(WireBuffer buffer, object value)
    {
        if (value is Enum)
        {
            return false;
        }
        switch (value)
        {
            case bool flag:
                buffer.Tag(flag ? WireTag.True : WireTag.False);
                return true;
            case int number:
                buffer.Tag(WireTag.Int32);
                buffer.Signed(number);
                return true;
            case sbyte or short or long:
                buffer.Tag(SignedTag(value));
                buffer.Signed(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            case byte or ushort or uint or ulong:
                buffer.Tag(UnsignedTag(value));
                buffer.Unsigned(Convert.ToUInt64(value, CultureInfo.InvariantCulture));
                return true;
            case float number:
                buffer.Tag(WireTag.Single);
                buffer.Fixed32(BitConverter.SingleToInt32Bits(number));
                return true;
            case double number:
                buffer.Tag(WireTag.Double);
                buffer.Fixed64(BitConverter.DoubleToInt64Bits(number));
                return true;
            case decimal number:
                buffer.Tag(WireTag.Decimal);
                Array.ForEach(decimal.GetBits(number), buffer.Fixed32);
                return true;
            case char unit:
                buffer.Tag(WireTag.Char);
                buffer.Unsigned(unit);
                return true;
            case string text:
                Text(buffer, text);
                return true;
            case TimeSpan time:
                buffer.Tag(WireTag.TimeSpan);
                buffer.Signed(time.Ticks);
                return true;
            case DateTime moment:
                buffer.Tag(WireTag.DateTime);
                buffer.Byte((byte)moment.Kind);
                buffer.Unsigned((ulong)moment.Ticks);
                return true;
            case Guid identity:
                buffer.Tag(WireTag.Guid);
                buffer.Identity(identity);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a scalar.</summary>
    /// <returns>Whether the tag is that of one.</returns>
    public static bool TryRead(WireCursor cursor, WireTag tag, out object? value)
    {
        value = tag switch
        {
            WireTag.Null => null,
            WireTag.False => false,
            WireTag.True => true,
            WireTag.SByte => Checked<sbyte>(cursor, cursor.Signed()),
            WireTag.Int16 => Checked<short>(cursor, cursor.Signed()),
            WireTag.Int32 => Checked<int>(cursor, cursor.Signed()),
            WireTag.Int64 => cursor.Signed(),
            WireTag.Byte => Checked<byte>(cursor, cursor.Unsigned()),
            WireTag.UInt16 => Checked<ushort>(cursor, cursor.Unsigned()),
            WireTag.UInt32 => Checked<uint>(cursor, cursor.Unsigned()),
            WireTag.UInt64 => cursor.Unsigned(),
            WireTag.Single => BitConverter.Int32BitsToSingle(cursor.Fixed32()),
            WireTag.Double => BitConverter.Int64BitsToDouble(cursor.Fixed64()),
            WireTag.Decimal => Decimal(cursor),
            WireTag.Char => Checked<char>(cursor, cursor.Unsigned()),
            WireTag.String => cursor.Text(),
            WireTag.RawString => new string(MemoryMarshal.Cast<byte, char>(cursor.Raw(cursor.Count(2) * 2))),
            WireTag.TimeSpan => new TimeSpan(cursor.Signed()),
            WireTag.DateTime => Moment(cursor),
            WireTag.Guid => cursor.Identity(),
            _ => cursor, // Stands for "no scalar".
        };
        return !ReferenceEquals(value, cursor);
    }

    /// <summary>The bits of an enum's value.</summary>
    public static long EnumValue(Enum value) =>
        Type.GetTypeCode(value.GetType()) == TypeCode.UInt64
            ? unchecked((long)Convert.ToUInt64(value, CultureInfo.InvariantCulture))
            : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static WireTag SignedTag(object value) =>
        value switch
        {
            sbyte => WireTag.SByte,
            short => WireTag.Int16,
            _ => WireTag.Int64,
        };

    private static WireTag UnsignedTag(object value) =>
        value switch
        {
            byte => WireTag.Byte,
            ushort => WireTag.UInt16,
            uint => WireTag.UInt32,
            _ => WireTag.UInt64,
        };

    private static void Text(WireBuffer buffer, string text)
    {
        bool valid = true;
        try
        {
            _ = s_strict.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            valid = false;
        }
        if (valid)
        {
            buffer.Tag(WireTag.String);
            buffer.Text(text);
            return;
        }
        buffer.Tag(WireTag.RawString);
        buffer.Count(text.Length);
        buffer.Raw(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static T Checked<T>(WireCursor cursor, long value)
        where T : System.Numerics.INumberBase<T>
    {
        try
        {
            return T.CreateChecked(value);
        }
        catch (OverflowException)
        {
            throw cursor.Malformed($"{value} is no {typeof(T).Name}");
        }
    }

    private static T Checked<T>(WireCursor cursor, ulong value)
        where T : System.Numerics.INumberBase<T>
    {
        try
        {
            return T.CreateChecked(value);
        }
        catch (OverflowException)
        {
            throw cursor.Malformed($"{value} is no {typeof(T).Name}");
        }
    }

    private static decimal Decimal(WireCursor cursor)
    {
        int[] bits = [cursor.Fixed32(), cursor.Fixed32(), cursor.Fixed32(), cursor.Fixed32()];
        try
        {
            return new decimal(bits);
        }
        catch (ArgumentException)
        {
            throw cursor.Malformed("no decimal number");
        }
    }

    private static DateTime Moment(WireCursor cursor)
    {
        byte kind = cursor.Byte();
        ulong ticks = cursor.Unsigned();
        return kind <= (byte)DateTimeKind.Local && ticks <= (ulong)DateTime.MaxValue.Ticks
            ? new DateTime((long)ticks, (DateTimeKind)kind)
            : throw cursor.Malformed("no date");
    }
}
