namespace ConcurrencyKatas.Platform;

/// <summary>Linux: futex, memfd, posix_spawn, waitid and pidfd.</summary>
internal sealed class LinuxPlatform : IPlatform
{
    /// <inheritdoc/>
    public IWords Words { get; } = new LinuxWords();

    /// <inheritdoc/>
    public ISegments Segments { get; } = new LinuxSegments();

    /// <inheritdoc/>
    public IProcesses Processes { get; } = new LinuxProcesses();

    /// <inheritdoc/>
    public IPipes Pipes { get; } = new LinuxPipes();

    /// <inheritdoc/>
    public IProcessors Processors { get; } = new LinuxProcessors();
}
