using System.Diagnostics;
using System.Text.RegularExpressions;
using ConcurrencyKatas.Scheduling.Agent;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>A run by hand whose processes wait for a debugger: the real compiler and real workers.</summary>
public sealed partial class DebugRunTests
{
    private const int NobodyIsThere = 130;

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

    [Fact]
    public async Task Every_process_says_how_to_attach_to_it_goes_on_after_its_time_and_leaves_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are run for real on Linux only.");
        using var course = new TestCourse();
        course.Write("katas/options.rsp", RepositoryFolder.Read("katas/options.rsp"));
        course.Write("katas/GlobalUsings.cs", RepositoryFolder.Read("katas/GlobalUsings.cs"));
        course.Write("katas/SemaphoreRooms/Given/Stay.cs", "namespace ConcurrencyKatas.SemaphoreRooms;\n");
        course.Write("katas/SemaphoreRooms/Spa.cs", TwoProcesses);
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

    [Fact]
    public async Task A_process_whose_keeper_has_died_does_not_wait_for_ever()
    {
        using var course = new TestCourse();
        course.Write($"gate/{DebugGate.AliveFile}", "");
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll")]
        )
        {
            Environment = { [DebugGate.Variable] = course.PathOf("gate") },
        };
        using var worker = System.Diagnostics.Process.Start(start)!;
        await worker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(NobodyIsThere, worker.ExitCode);
    }

    [GeneratedRegex(@"^(?<name>\S+) waits: process (?<pid>\d+)", RegexOptions.Multiline)]
    private static partial Regex Waits();
}
