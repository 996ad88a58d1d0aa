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

    /// <summary>Whether descriptors can be handed to a process that runs already.</summary>
    bool CanHandOver => false;

    /// <summary>Hands descriptors to whoever has the other end of a pipe both of whose ends read and write. They stay here too.</summary>
    /// <returns>Whether anybody can still take them.</returns>
    bool HandOver(int descriptor, ReadOnlySpan<int> handed) => throw NoHandOver();

    /// <summary>Waits for what somebody hands over at the other end.</summary>
    /// <returns>The descriptors, in order; <see langword="null"/> when everybody has closed the other end.</returns>
    int[]? TakeOver(int descriptor) => throw NoHandOver();

    private static PlatformNotSupportedException NoHandOver() =>
        new(
            "This system's back end hands descriptors to a process only when it starts. Pass a connection as an argument of the "
                + "Process."
        );

    /// <summary>Closes an end, or what <see cref="IProcesses.Watch"/> gave.</summary>
    void Close(int descriptor);
}
