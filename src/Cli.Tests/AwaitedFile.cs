namespace ConcurrencyKatas.Cli.Tests;

/// <summary>A file that a process writes some time: waited for without looking again and again.</summary>
internal static class AwaitedFile
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    /// <summary>What is in it, once something is.</summary>
    public static async Task<string> ReadAsync(string path)
    {
        var changes = System.Threading.Channels.Channel.CreateUnbounded<bool>();
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path));
        watcher.Created += (_, _) => changes.Writer.TryWrite(true);
        watcher.Changed += (_, _) => changes.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        using var watchdog = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        watchdog.CancelAfter(s_watchdog);
        // It is made before it is written.
        while (await TryReadAsync(path) is not { Length: > 0 })
        {
            await changes.Reader.ReadAsync(watchdog.Token);
        }
        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }

    private static async Task<string?> TryReadAsync(string path) =>
        File.Exists(path) ? await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) : null;
}
