namespace ConcurrencyKatas.Platform;

/// <summary>
/// Memory that several processes map, by its descriptor. What fails says so by its result; the reason is then the last error of
/// the thread.
/// </summary>
internal unsafe interface ISegments
{
    /// <summary>Makes so many bytes of zeroed memory that has no name and stays in this process until it is passed on.</summary>
    /// <returns>Its descriptor; negative when it failed.</returns>
    int Create(long length);

    /// <summary>Maps a part; the offset is a multiple of 64 KiB.</summary>
    /// <returns><see langword="null"/> when it failed.</returns>
    byte* Map(int descriptor, long offset, long length);

    /// <summary>Ends a mapping.</summary>
    void Unmap(byte* start, long length);

    /// <summary>Makes it longer, or cuts it back.</summary>
    bool SetLength(int descriptor, long length);

    /// <summary>Writes some bytes where nothing need be mapped; it grows as needed.</summary>
    /// <returns>How many; negative when it failed.</returns>
    nint Write(int descriptor, byte* start, nint count, long offset);

    /// <summary>Reads some bytes.</summary>
    /// <returns>How many, 0 at the end; negative when it failed.</returns>
    nint Read(int descriptor, byte* start, nint count, long offset);

    /// <summary>Gives memory free where nothing is mapped. A system that cannot keeps it.</summary>
    bool Discard(int descriptor, long offset, long length);

    /// <summary>Gives mapped memory free whose contents nobody needs. A system that cannot keeps it.</summary>
    void Discard(byte* start, long length);

    /// <summary>Closes the descriptor.</summary>
    void Close(int descriptor);
}
