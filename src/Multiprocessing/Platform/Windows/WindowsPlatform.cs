namespace ConcurrencyKatas.Platform;

/// <summary>
/// Windows: semaphores of the kernel in place of futexes, a temporary file as shared memory, CreateProcess with a list of
/// handles, jobs as process groups.
/// </summary>
internal sealed class WindowsPlatform : IPlatform
{
    /// <inheritdoc/>
    public IWords Words { get; } = new WindowsWords();

    /// <inheritdoc/>
    public ISegments Segments { get; } = new WindowsSegments();

    /// <inheritdoc/>
    public IProcesses Processes { get; } = new WindowsProcesses();

    /// <inheritdoc/>
    public IPipes Pipes { get; } = new WindowsPipes();

    /// <inheritdoc/>
    public IProcessors Processors { get; } = new WindowsProcessors();
}
