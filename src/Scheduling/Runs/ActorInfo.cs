namespace ConcurrencyKatas.Scheduling;

/// <summary>One actor of a run, as it stood when the run ended.</summary>
/// <param name="Number">0 is the main process; children are numbered in the order of their start.</param>
/// <param name="Name">The process's name: <c>main</c>, <c>guest-2</c>.</param>
/// <param name="Parent">Who started it, and waits for it at its end; main for one that may outlive who started it; −1 for main.</param>
/// <param name="ExitCode">Its exit code, or <see langword="null"/> if it has not ended.</param>
public sealed record ActorInfo(int Number, string Name, int Parent, int? ExitCode)
{
    /// <summary>The actor of the process that it is a thread of; its own number when it is a process.</summary>
    public int Process { get; init; } = Number;

    /// <summary>Whether it was started to be ended with its parent.</summary>
    public bool IsDaemon { get; init; }

    /// <summary>Whether it is a process, and not a second thread of one.</summary>
    public bool IsProcess => Process == Number;
}
