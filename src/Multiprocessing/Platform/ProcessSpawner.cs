namespace ConcurrencyKatas.Platform;

/// <summary>Starts programs that inherit chosen descriptors.</summary>
public static class ProcessSpawner
{
    /// <summary>Why no process can be started on this system, and what to do; <see langword="null"/> when it can.</summary>
    public static string? Obstacle => OperatingSystemPlatform.Obstacle;

    /// <summary>
    /// Starts a program. Every spawn of this process is made by one thread that never ends, so that a child may ask to
    /// die with its parent (<see cref="ChildGuard.DieWithParent"/>), which the kernel counts per thread.
    /// </summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static ChildHandle Spawn(SpawnRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OperatingSystemPlatform.Current.Processes.Spawn(request);
    }
}
