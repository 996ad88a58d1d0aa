namespace ConcurrencyKatas.Cli.Watching;

/// <summary>Says that something changed somewhere below a folder, as the operating system tells it.</summary>
internal sealed class FolderEvents : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    /// <summary>Begins to listen.</summary>
    /// <param name="folder">The folder; everything below it counts.</param>
    /// <param name="changed">Called on some thread, once or more for each change.</param>
    /// <exception cref="IOException">The system refuses, for instance because of its limit of watches.</exception>
    public FolderEvents(string folder, Action changed)
    {
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter =
                NotifyFilters.FileName
                | NotifyFilters.DirectoryName
                | NotifyFilters.LastWrite
                | NotifyFilters.Size
                | NotifyFilters.CreationTime,
        };
        _watcher.Changed += (_, _) => changed();
        _watcher.Created += (_, _) => changed();
        _watcher.Deleted += (_, _) => changed();
        _watcher.Renamed += (_, _) => changed();
        // Events were lost: something changed, and nobody knows what.
        _watcher.Error += (_, _) => changed();
        try
        {
            _watcher.EnableRaisingEvents = true;
        }
        catch
        {
            _watcher.Dispose();
            throw;
        }
    }

    /// <summary>Stops.</summary>
    public void Dispose() => _watcher.Dispose();
}
