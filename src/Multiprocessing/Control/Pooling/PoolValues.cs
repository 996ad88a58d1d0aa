namespace ConcurrencyKatas.Control;

/// <summary>
/// How values of one type travel to a pool's workers and back. Plain ones go without the bookkeeping that objects need; the
/// bytes are those of <see cref="WireWriter"/>.
/// </summary>
internal static class PoolValues<T>
{
    /// <summary>Whether all values of the type are plain: numbers, text, dates. Whatever is plain can travel.</summary>
    public static readonly bool ArePlain =
        !typeof(T).IsEnum && Type.GetTypeCode(typeof(T)) is not (TypeCode.Object or TypeCode.Empty or TypeCode.DBNull);

    /// <summary>Writes a plain value.</summary>
    public static void Write(WireBuffer buffer, T value)
    {
        if (typeof(T) == typeof(int))
        {
            buffer.Tag(WireTag.Int32); // The most common one, without a box.
            buffer.Signed((int)(object)value!);
        }
        else if (value is null)
        {
            buffer.Tag(WireTag.Null);
        }
        else
        {
            _ = WireScalars.TryWrite(buffer, value);
        }
    }

    /// <summary>Reads any value.</summary>
    /// <exception cref="WireFormatException">Another type came.</exception>
    public static T Read(WireReader reader) =>
        typeof(T) == typeof(int) && reader.Cursor.Skip(WireTag.Int32)
            ? (T)(object)reader.Cursor.Int32()
            : (T)reader.Read(typeof(T))!;
}
