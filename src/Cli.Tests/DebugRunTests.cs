using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>A run by hand whose processes wait for a debugger: the real compiler and real workers.</summary>
public sealed partial class DebugRunTests
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    private const string TwoProcesses = """
        namespace ConcurrencyKatas.SemaphoreRooms;

        public static class Spa
        {
            public static void Open(int guests, int rooms, bool loud)
            {
                var child = new Process(Visit) { Name = "guest-1" };
                child.Start();
                child.Join();
            }

            private static void Visit() { }
        }
        """;

    [SlowFact]
    public async Task Every_process_says_how_to_attach_to_it_goes_on_after_its_time_and_leaves_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are run for real on Linux only.");
        using var course = Course();
        var spoken = await course.RunAsync("run", TestCourse.Rooms, "--debug", "--wait", "0");
        Assert.True(spoken.Code == ExitCodes.Passed, $"{spoken}");
        var waiting = Waits().Matches(spoken.Output);
        Assert.Equal(["main", "guest-1"], waiting.Select(w => w.Groups["name"].Value));
        foreach (Match process in waiting)
        {
            var (name, pid) = (process.Groups["name"].Value, process.Groups["pid"].Value);
            Assert.Contains(
                $"{{\"name\":\"{name}\",\"type\":\"coreclr\",\"request\":\"attach\",\"processId\":{pid}}}",
                spoken.Output,
                StringComparison.Ordinal
            );
            Assert.Contains($"{name} goes on.", spoken.Output, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{pid}-*"));
            Assert.Empty(Directory.EnumerateFiles(Path.GetTempPath(), $"clr-debug-pipe-{pid}-*"));
        }
    }

    [SlowFact]
    public async Task A_process_waits_for_a_key_and_meanwhile_a_debugger_can_be_attached()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are run for real on Linux only.");
        using var course = Course();
        course.Keyboard.IsTerminal = true;
        var output = new AwaitedOutput();
        var run = course.RunAsync(output, TestContext.Current.CancellationToken, ["run", TestCourse.Rooms, "--debug"]);
        foreach (var name in (string[])["main", "guest-1"])
        {
            await output.WaitForAsync($"{name} waits: process");
            await ChannelAppearsAsync(
                Waits().Matches(output.ToString()).Single(w => w.Groups["name"].Value == name).Groups["pid"].Value
            );
            Assert.DoesNotContain($"{name} goes on.", output.ToString(), StringComparison.Ordinal);
            course.Keyboard.Press(' ');
        }
        Assert.Equal(ExitCodes.Passed, (await run).Code);
    }

    private static TestCourse Course()
    {
        var course = new TestCourse();
        course.Write("katas/options.rsp", RepositoryFolder.Read("katas/options.rsp"));
        course.Write("katas/GlobalUsings.cs", RepositoryFolder.Read("katas/GlobalUsings.cs"));
        course.Write("katas/SemaphoreRooms/Given/Stay.cs", "namespace ConcurrencyKatas.SemaphoreRooms;\n");
        course.Write("katas/SemaphoreRooms/Spa.cs", TwoProcesses);
        return course;
    }

    // The runtime makes it a moment after the process was started.
    private static async Task ChannelAppearsAsync(string pid)
    {
        var watch = Stopwatch.StartNew();
        while (!Directory.EnumerateFiles(Path.GetTempPath(), $"dotnet-diagnostic-{pid}-*").Any())
        {
            Assert.True(watch.Elapsed < s_watchdog, $"Process {pid} opens no debugging channel.");
            await Task.Yield();
        }
    }

    [GeneratedRegex(@"^(?<name>\S+) waits: process (?<pid>\d+)", RegexOptions.Multiline)]
    private static partial Regex Waits();
}
