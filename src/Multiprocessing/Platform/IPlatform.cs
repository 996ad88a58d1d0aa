namespace ConcurrencyKatas.Platform;

/// <summary>All that this room asks of an operating system.</summary>
internal unsafe interface IPlatform
{
    /// <summary>Sleeps while a shared word has a value; see <see cref="Futex.WaitWhile"/>.</summary>
    bool WaitWord(int* word, int expected, long nanoseconds);

    /// <summary>Wakes at most <paramref name="count"/> of those who sleep on a shared word.</summary>
    void WakeWord(int* word, int count);

    /// <summary>Makes zeroed memory that children can inherit.</summary>
    SharedMemory MapSegment(long length);

    /// <summary>Whether a process has ended, reaped or not. Any process may be asked about.</summary>
    bool HasEnded(int pid);

    /// <summary>When a process began: tells it from a later one that got its id. 0 when that is not known.</summary>
    long StartTime(int pid);

    /// <summary>The children that a process has in the system's process table, ended ones that nobody has reaped among them.</summary>
    IReadOnlyList<ListedChild> ChildrenOf(int pid);

    /// <summary>Starts a program with descriptors at fixed numbers.</summary>
    ChildHandle Spawn(SpawnRequest request);
}
