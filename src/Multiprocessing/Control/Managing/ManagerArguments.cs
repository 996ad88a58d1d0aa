namespace ConcurrencyKatas.Control;

/// <summary>Several encoded values in one row of bytes: the arguments of a call, or its answer.</summary>
public static class ManagerArguments
{
    /// <summary>Packs them.</summary>
    public static byte[] Pack(IReadOnlyList<byte[]> values)
    {
        var buffer = new WireBuffer();
        Put(buffer, values);
        return buffer.ToArray();
    }

    /// <summary>Unpacks them. Safe on hostile bytes.</summary>
    /// <exception cref="WireFormatException">The bytes are malformed.</exception>
    public static IReadOnlyList<byte[]> Unpack(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new WireCursor(bytes);
        IReadOnlyList<byte[]> values = Take(cursor);
        cursor.ExpectEnd();
        return values;
    }

    internal static void Put(WireBuffer buffer, IReadOnlyList<byte[]> values)
    {
        buffer.Count(values.Count);
        foreach (byte[] value in values)
        {
            buffer.Count(value.Length);
            buffer.Raw(value);
        }
    }

    internal static byte[][] Take(WireCursor cursor)
    {
        // The lengths are checked one by one against what is left, so counting them once more would count twice.
        ulong count = cursor.Unsigned();
        if (count > (ulong)cursor.Left)
        {
            throw cursor.Malformed($"{count} values where {cursor.Left} bytes are left");
        }
        byte[][] values = new byte[count][];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = cursor.Raw(cursor.Count()).ToArray();
        }
        return values;
    }
}
