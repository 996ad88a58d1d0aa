using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Control;

/// <summary>What a ring holds. There are two of these; a change is written into the spare one, which then becomes the one in force.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RingState
{
    /// <summary>Where the next item goes, in bytes.</summary>
    public long Head;

    /// <summary>Bytes that items take, which end at <see cref="Head"/>.</summary>
    public long Used;

    /// <summary>Bytes of the ring that were written to since it was last given free.</summary>
    public long Touched;

    /// <summary>How many items there are.</summary>
    public int Count;

    /// <summary>How many items were put, less those that were said to be done.</summary>
    public int Unfinished;
}
