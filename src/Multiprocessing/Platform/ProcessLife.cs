namespace ConcurrencyKatas.Platform;

/// <summary>Other processes, children or not.</summary>
internal static class ProcessLife
{
    private static IProcesses Processes => OperatingSystemPlatform.Current.Processes;

    /// <summary>The process id of this process's parent as it is now.</summary>
    public static int ParentId => Processes.ParentId;

    /// <summary>A descriptor that becomes readable when a process ends. The caller closes it, with <see cref="Close"/>.</summary>
    /// <param name="pid">Which.</param>
    /// <param name="isGone">Whether there is no such process any more.</param>
    /// <returns>Negative when there is none.</returns>
    public static int Watch(int pid, out bool isGone) => Processes.Watch(pid, out isGone);

    /// <summary>Closes what <see cref="Watch"/> gave.</summary>
    public static void Close(int watched) => OperatingSystemPlatform.Current.Pipes.Close(watched);

    /// <summary>See <see cref="IProcesses.HasEnded"/>.</summary>
    public static bool HasEnded(int pid) => Processes.HasEnded(pid);

    /// <summary>See <see cref="IProcesses.StartTime"/>.</summary>
    public static long StartTime(int pid) => Processes.StartTime(pid);

    /// <summary>See <see cref="IProcesses.ChildrenOf"/>.</summary>
    public static IReadOnlyList<ListedChild> ChildrenOf(int pid) => Processes.ChildrenOf(pid);

    /// <summary>See <see cref="IProcesses.Kill"/>.</summary>
    public static bool Kill(int pid) => Processes.Kill(pid);

    /// <summary>See <see cref="IProcesses.Exit"/>.</summary>
    public static void Exit(int code) => Processes.Exit(code);
}
