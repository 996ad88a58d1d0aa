namespace ConcurrencyKatas.Control;

/// <summary>How primitives travel: as their place in the session's segment.</summary>
internal static class WireHandles
{
    /// <summary>Encodes one.</summary>
    public static void Write(WireBuffer buffer, Primitive primitive)
    {
        buffer.Tag(WireTag.Primitive);
        buffer.Byte((byte)primitive.Kind);
        buffer.Fixed32(primitive.Offset);
        if (primitive is Barrier barrier)
        {
            buffer.Block(barrier.EncodedAction);
        }
    }
}
