namespace ConcurrencyKatas.Platform;

/// <summary>macOS: os_sync_wait_on_address, an unlinked file as shared memory, posix_spawn, waitpid and kqueue.</summary>
internal sealed class MacOsPlatform : IPlatform
{
    /// <inheritdoc/>
    public IWords Words { get; } = new MacOsWords();

    /// <inheritdoc/>
    public ISegments Segments { get; } = new MacOsSegments();

    /// <inheritdoc/>
    public IProcesses Processes { get; } = new MacOsProcesses();

    /// <inheritdoc/>
    public IPipes Pipes { get; } = new MacOsPipes();

    /// <inheritdoc/>
    public IProcessors Processors { get; } = new MacOsProcessors();
}
