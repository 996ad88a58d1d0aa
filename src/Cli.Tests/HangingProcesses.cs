using System.Diagnostics;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>The processes of fake graders that hang: themselves and a child.</summary>
internal sealed class HangingProcesses
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    private readonly List<System.Diagnostics.Process> _processes;

    private HangingProcesses(IEnumerable<int> ids) =>
        _processes = [.. ids.Select(System.Diagnostics.Process.GetProcessById)];

    /// <summary>Waits until they hang: they write their ids into files.</summary>
    public static async Task<HangingProcesses> WaitForAsync(TestCourse course)
    {
        // The graders write their own id last, whole, in one go.
        var path = course.PathOf("graders.pid");
        var appeared = new TaskCompletionSource();
        using var watcher = new FileSystemWatcher(course.Root, "graders.pid");
        watcher.Created += (_, _) => appeared.TrySetResult();
        watcher.Changed += (_, _) => appeared.TrySetResult();
        watcher.EnableRaisingEvents = true;
        if (!File.Exists(path))
        {
            await appeared.Task.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        }
        return new HangingProcesses([await IdAsync(path), await IdAsync(course.PathOf("child.pid"))]);
    }

    /// <summary>Fails unless all of them end.</summary>
    public async Task AssertGoneAsync()
    {
        foreach (var process in _processes)
        {
            using (process)
            {
                using var watchdog = new CancellationTokenSource(s_watchdog);
                await process.WaitForExitAsync(watchdog.Token);
            }
        }
    }

    // The file is made before it is written.
    private static async Task<int> IdAsync(string path)
    {
        var watch = Stopwatch.StartNew();
        int id;
        while (!int.TryParse(await File.ReadAllTextAsync(path), out id))
        {
            Assert.True(watch.Elapsed < s_watchdog, $"{path} stays empty.");
            await Task.Yield();
        }
        return id;
    }
}
