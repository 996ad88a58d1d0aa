using System.Diagnostics;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>The real executable, with the fake graders where it looks for the real ones.</summary>
public sealed class ProcessTests
{
    [SlowFact]
    public async Task The_executable_finds_its_repository_and_its_graders_by_its_own_folder()
    {
        using var course = new InstalledCourse();
        using var kata = course.Start("grade", "solutions");
        var output = kata.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kata.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Every claim holds. 20/20 points.", await output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', await output);
        Assert.Equal(ExitCodes.Passed, kata.ExitCode);
    }

    [SlowTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_shows_what_was_finished_and_leaves_nothing_running(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no kill command.");
        Assert.SkipWhen(
            signal == "INT" && IgnoresInterrupts(),
            "Whoever started these tests has them ignore SIGINT, and so what they start; a shell does with what runs in its background."
        );
        using var course = new InstalledCourse();
        course.Course.Solution(TestCourse.Locks, "hang");
        using var kata = course.Start("grade", "solutions");
        var output = kata.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var graders = await HangingProcesses.WaitForAsync(course.Course);

        System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{kata.Id}"]).WaitForExit();
        await kata.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Interrupted, kata.ExitCode);
        Assert.Contains("Interrupted. 1 result had been finished", await output, StringComparison.Ordinal);
        await graders.AssertGoneAsync();
    }

    [SlowFact]
    public async Task An_input_that_cannot_be_read_ends_a_watch_as_any_other_end_does()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such shell.");
        using var course = new InstalledCourse();
        var start = new ProcessStartInfo("sh", ["-c", "exec dotnet exec \"$0\" watch < .", course.CommandLine])
        {
            WorkingDirectory = course.Course.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var kata = System.Diagnostics.Process.Start(start)!;
        var errors = kata.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kata.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await kata.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ExitCodes.Passed, ""), (kata.ExitCode, await errors));
    }

    [SlowFact]
    public async Task Graders_end_when_the_command_line_is_killed()
    {
        using var course = new InstalledCourse();
        course.Course.Solution(TestCourse.Locks, "hang");
        using var kata = course.Start("grade", "solutions");
        var graders = await HangingProcesses.WaitForAsync(course.Course);

        kata.Kill();
        await kata.WaitForExitAsync(TestContext.Current.CancellationToken);
        await graders.AssertGoneAsync();

        course.Course.Solution(TestCourse.Locks, "passes");
        using var next = course.Start("grade", "solutions");
        await next.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Directory.EnumerateFileSystemEntries(course.Course.PathOf("artifacts/jobs")));
    }

    // Field SigIgn of proc_pid_status(5): a bit for each signal, the first one's lowest.
    private static bool IgnoresInterrupts()
    {
        const int interrupt = 2;
        var mask = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/self/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal))[7..]
            : "0";
        return (Convert.ToInt64(mask.Trim(), 16) & (1L << (interrupt - 1))) != 0;
    }
}
