using System.Globalization;

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
        // The graders write their own id last.
        var graders = await IdAsync(course, "graders.pid");
        return new HangingProcesses([graders, await IdAsync(course, "child.pid")]);
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

    private static async Task<int> IdAsync(TestCourse course, string file) =>
        int.Parse(await AwaitedFile.ReadAsync(course.PathOf(file)), CultureInfo.InvariantCulture);
}
