namespace ConcurrencyKatas.Control;

/// <summary>Objects as bytes and back: copies of values and objects, handles of primitives.</summary>
public static class Wire
{
    /// <summary>Encodes a value.</summary>
    /// <param name="value">What to encode.</param>
    /// <param name="path">How messages call it.</param>
    /// <exception cref="MultiprocessingUsageException">Something in it cannot travel; the message names it by path.</exception>
    public static byte[] Encode(object? value, string path = "value")
    {
        return WireShort.Encode(value) ?? EncodeWhole(value, path);
    }

    private static byte[] EncodeWhole(object? value, string path)
    {
        var writer = new WireWriter();
        writer.Write(value, path);
        return writer.ToArray();
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote; types are found by module version id.</summary>
    /// <exception cref="WireFormatException">The bytes are malformed, or a type is missing.</exception>
    public static object? Decode(ReadOnlySpan<byte> bytes)
    {
        if (WireShort.TryRead(bytes, out object? simple))
        {
            return simple;
        }
        var reader = new WireReader(bytes.ToArray());
        object? value = reader.Read(typeof(object));
        reader.Cursor.ExpectEnd();
        return value;
    }

    /// <summary>Decodes a message for a place of type <typeparamref name="T"/>.</summary>
    /// <exception cref="WireFormatException">The bytes are malformed, a type is missing or another one came.</exception>
    internal static T Read<T>(ReadOnlyMemory<byte> bytes) =>
        WireShort.TryRead(bytes.Span, out object? simple) && simple is T value
            ? value
            : (T)new WireReader(bytes) { IsMessage = true }.Read(typeof(T))!;

    /// <summary>
    /// Decodes without loading any type: numbers, bool, char and string as themselves, TimeSpan, DateTime and Guid too;
    /// enums as their member's name; arrays, lists, sets and tuples as <c>object?[]</c>; dictionaries with string keys, and
    /// objects by their fields, as <see cref="IReadOnlyDictionary{TKey,TValue}"/>; other dictionaries as an array of pairs.
    /// Safe on hostile bytes: depth, length and the number of values are limited.
    /// </summary>
    /// <exception cref="WireFormatException">The bytes are malformed, or above a limit.</exception>
    public static object? DecodeNeutral(ReadOnlySpan<byte> bytes) => new WireNeutralReader(bytes.ToArray()).Read();
}
