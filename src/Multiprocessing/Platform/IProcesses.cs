namespace ConcurrencyKatas.Platform;

/// <summary>Processes: this one, its children, and others.</summary>
internal interface IProcesses
{
    /// <summary>The process id of this process's parent as it is now.</summary>
    int ParentId { get; }

    /// <summary>Starts a program with descriptors at fixed numbers.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    ChildHandle Spawn(SpawnRequest request);

    /// <summary>The descriptor that was passed to this process under a number. From now on it is not passed on by accident.</summary>
    int Inherited(int number);

    /// <summary>Ends this process at once, without any of its own code.</summary>
    void Exit(int code);

    /// <summary>Ends any process, as <see cref="Signals.Kill"/> does.</summary>
    /// <returns>Whether there was one.</returns>
    bool Kill(int pid);

    /// <summary>Whether a process has ended, reaped or not. Any process may be asked about.</summary>
    bool HasEnded(int pid);

    /// <summary>When a process began: tells it from a later one that got its id. 0 when that is not known.</summary>
    long StartTime(int pid);

    /// <summary>The children that a process has in the system's process table, ended ones that nobody has reaped among them.</summary>
    IReadOnlyList<ListedChild> ChildrenOf(int pid);

    /// <summary>See <see cref="ProcessLife.Watch"/>.</summary>
    int Watch(int pid, out bool isGone);

    /// <summary>See <see cref="ChildGuard.DieWithParent"/>.</summary>
    void DieWithParent(int parentPid);
}
