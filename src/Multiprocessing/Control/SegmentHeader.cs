namespace ConcurrencyKatas.Control;

/// <summary>Byte offsets in the first page of a session's segment.</summary>
internal static class SegmentHeader
{
    /// <summary>long: <see cref="MagicValue"/>, written last.</summary>
    public const int Magic = 0;

    /// <summary>int: <see cref="LayoutVersion"/>.</summary>
    public const int Version = 8;

    /// <summary>int: how many entries of the process table have been used.</summary>
    public const int ProcessesUsed = 16;

    /// <summary>int: offset of the next slot that the common allocator gives out.</summary>
    public const int NextSlot = 20;

    /// <summary>int: how many pages of <see cref="BulkMemory"/> have been given out.</summary>
    public const int BulkPages = 24;

    /// <summary>int: the entry of the process table behind the one that was used again last.</summary>
    public const int NextReused = 28;

    /// <summary>long: where the event log begins; 0 without one.</summary>
    public const int LogOffset = 32;

    /// <summary>long: bytes of the event log.</summary>
    public const int LogBytes = 40;

    /// <summary>"KATASEG1" in little-endian bytes.</summary>
    public const long MagicValue = 0x3147_4553_4154_414B;

    /// <summary>Grows with every change of a layout in the segment.</summary>
    public const int LayoutVersion = 4;
}
