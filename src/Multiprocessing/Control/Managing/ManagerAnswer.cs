namespace ConcurrencyKatas.Control;

/// <summary>What comes back from a call on an object of a manager.</summary>
/// <param name="Status">How it went.</param>
/// <param name="Values">What it brought, encoded; empty for nothing.</param>
/// <param name="Trace">Where the server refused it; empty when it did not.</param>
public sealed record ManagerAnswer(ManagerStatus Status, IReadOnlyList<byte[]> Values, string Trace = "")
{
    /// <summary>The answer of a call that brings nothing.</summary>
    public static readonly ManagerAnswer Nothing = new(ManagerStatus.Done, []);

    /// <summary>The answer of a call that brings values.</summary>
    public static ManagerAnswer Of(params IReadOnlyList<byte[]> values) => new(ManagerStatus.Done, values);

    /// <summary>The answer of a call that brings a number.</summary>
    public static ManagerAnswer Of(int number) => Of(Wire.Encode(number));

    /// <summary>The answer of a call that was refused, and changed nothing.</summary>
    public static ManagerAnswer Refused(ManagerStatus status) => new(status, []);

    /// <summary>The answer as bytes.</summary>
    public byte[] Encode()
    {
        var buffer = new WireBuffer();
        buffer.Byte((byte)Status);
        ManagerArguments.Put(buffer, Values);
        buffer.Text(Trace);
        return buffer.ToArray();
    }

    /// <summary>Reads <see cref="Encode"/>. Safe on hostile bytes.</summary>
    /// <exception cref="WireFormatException">The bytes are malformed.</exception>
    public static ManagerAnswer Decode(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new WireCursor(bytes);
        var status = (ManagerStatus)cursor.Byte();
        byte[][] values = ManagerArguments.Take(cursor);
        string trace = cursor.Text();
        cursor.ExpectEnd();
        return new ManagerAnswer(status, values, trace);
    }
}
