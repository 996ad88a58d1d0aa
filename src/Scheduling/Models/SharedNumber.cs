using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Reckons with encoded whole numbers. The bytes come from a student's process: what is none has no result.</summary>
internal static class SharedNumber
{
    /// <summary>The sum, in the type of what is added; null when that is no int or long. Nothing counts as zero.</summary>
    public static byte[]? Sum(byte[]? number, byte[] delta) =>
        (number is null ? null : Read(number), Read(delta)) switch
        {
            (null, int or long) => delta,
            (int one, int other) => Wire.Encode(unchecked(one + other)),
            (long one, long other) => Wire.Encode(unchecked(one + other)),
            _ => null,
        };

    /// <summary>What a compare-exchange brings: the new number, and what the old one has to equal.</summary>
    public static (byte[]? Value, byte[]? Comparand) Pair(byte[] payload)
    {
        try
        {
            return ManagerArguments.Unpack(payload) is [var value, var comparand] ? (value, comparand) : (null, null);
        }
        catch (WireFormatException)
        {
            return (null, null);
        }
    }

    /// <summary>Zero, in the type of another number.</summary>
    public static byte[] ZeroLike(byte[] number) => Read(number) is long ? Wire.Encode(0L) : Wire.Encode(0);

    private static object? Read(byte[] number)
    {
        try
        {
            return Wire.DecodeNeutral(number);
        }
        catch (WireFormatException)
        {
            return null;
        }
    }
}
