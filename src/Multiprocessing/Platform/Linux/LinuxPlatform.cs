namespace ConcurrencyKatas.Platform;

/// <summary>Linux: futex, memfd, posix_spawn, waitid and pidfd.</summary>
internal sealed unsafe class LinuxPlatform : IPlatform
{
    /// <inheritdoc/>
    public bool WaitWord(int* word, int expected, long nanoseconds) => Futex.WaitWhile(word, expected, nanoseconds);

    /// <inheritdoc/>
    public void WakeWord(int* word, int count) => Futex.Wake(word, count);

    /// <inheritdoc/>
    public SharedMemory MapSegment(long length) => SharedMemory.Create(length);

    /// <inheritdoc/>
    public bool HasEnded(int pid) => PidDescriptor.HasEnded(pid);

    /// <inheritdoc/>
    public long StartTime(int pid) => ProcessStatus.StartTime(pid);

    /// <inheritdoc/>
    public IReadOnlyList<ListedChild> ChildrenOf(int pid) => ProcessStatus.ChildrenOf(pid);

    /// <inheritdoc/>
    public ChildHandle Spawn(SpawnRequest request) => SpawnerThread.Spawn(request);
}
