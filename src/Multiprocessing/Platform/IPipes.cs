namespace ConcurrencyKatas.Platform;

/// <summary>Pipes, by the descriptors of their ends. An end stays in this process until it is passed on.</summary>
internal unsafe interface IPipes
{
    /// <summary>Makes a pipe: an end to read from, and one to write to.</summary>
    (int Reader, int Writer) Create();

    /// <summary>Makes a pipe of which both ends read and write.</summary>
    (int First, int Second) CreateDuplex();

    /// <summary>Waits for bytes and reads some.</summary>
    /// <returns>How many; 0 when everybody has closed the other end and all was read.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be read from.</exception>
    int Read(int descriptor, byte* start, int count);

    /// <summary>Writes everything; waits while there is no room.</summary>
    /// <returns>Whether anybody can still read it.</returns>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be written to.</exception>
    bool Write(int descriptor, byte* start, int count);

    /// <summary>See <see cref="Control.Readiness.Wait"/>.</summary>
    bool[] WaitAny(ReadOnlySpan<int> descriptors, long timeout);

    /// <summary>Closes an end, or what <see cref="IProcesses.Watch"/> gave.</summary>
    void Close(int descriptor);
}
