namespace ConcurrencyKatas.Control;

/// <summary>
/// A piece of a session's memory, by a number that means the same in every process: a few slots in a row, or pages of
/// <see cref="BulkMemory"/>.
/// </summary>
internal static unsafe class SharedBlock
{
    private const int InSlots = 16 * SlotLayout.Size;

    /// <summary>Reserves zeroed memory that is aligned to a slot.</summary>
    public static int Allocate(long length)
    {
        Session session = Session.Current;
        if (length > InSlots)
        {
            return -1 - session.Bulk.Allocate(length);
        }
        int count = Math.Max(1, ((int)length + SlotLayout.Size - 1) / SlotLayout.Size);
        int offset = session.AllocateSlots(count);
        new Span<byte>(session.Slot(offset), count * SlotLayout.Size).Clear();
        return offset;
    }

    /// <summary>Where it is in this process.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such piece.</exception>
    public static byte* At(int block, long length)
    {
        Session session = Session.Current;
        if (block < 0)
        {
            return session.Bulk.At(-1 - block, length);
        }
        // Both ends have to be slots.
        _ = session.Slot(block + (((int)Math.Clamp(length, 1, InSlots) - 1) / SlotLayout.Size * SlotLayout.Size));
        return session.Slot(block);
    }
}
