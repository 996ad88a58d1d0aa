namespace ConcurrencyKatas.Platform;

/// <summary>
/// All that this room asks of an operating system. A descriptor is a number by which a process knows something of the system's
/// that it can hand on to a child: a file descriptor, or on Windows a handle.
/// </summary>
internal interface IPlatform
{
    /// <summary>Sleeping on shared words.</summary>
    IWords Words { get; }

    /// <summary>Shared memory.</summary>
    ISegments Segments { get; }

    /// <summary>Processes.</summary>
    IProcesses Processes { get; }

    /// <summary>Pipes.</summary>
    IPipes Pipes { get; }

    /// <summary>Processors and their time.</summary>
    IProcessors Processors { get; }
}
