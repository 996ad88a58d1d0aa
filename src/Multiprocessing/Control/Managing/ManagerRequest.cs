namespace ConcurrencyKatas.Control;

/// <summary>One call, as it goes from a proxy to the server.</summary>
/// <param name="Kind">What the object is.</param>
/// <param name="Object">Which object: the offset of its slot.</param>
/// <param name="Verb">What is asked for.</param>
/// <param name="Timeout">Ticks; −1 waits for ever, 0 does not wait. For locks only.</param>
/// <param name="Arguments">Encoded values.</param>
internal sealed record ManagerRequest(
    SlotKind Kind,
    int Object,
    ManagerVerb Verb,
    long Timeout,
    IReadOnlyList<byte[]> Arguments
)
{
    public byte[] Encode()
    {
        var buffer = new WireBuffer();
        buffer.Byte((byte)Kind);
        buffer.Fixed32(Object);
        buffer.Byte((byte)Verb);
        buffer.Signed(Timeout);
        ManagerArguments.Put(buffer, Arguments);
        return buffer.ToArray();
    }

    public static ManagerRequest Decode(ReadOnlyMemory<byte> bytes)
    {
        var cursor = new WireCursor(bytes);
        var request = new ManagerRequest(
            (SlotKind)cursor.Byte(),
            cursor.Fixed32(),
            (ManagerVerb)cursor.Byte(),
            cursor.Signed(),
            ManagerArguments.Take(cursor)
        );
        cursor.ExpectEnd();
        return request;
    }
}
