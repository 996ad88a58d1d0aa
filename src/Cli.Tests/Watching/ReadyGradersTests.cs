using System.Globalization;

namespace ConcurrencyKatas.Cli.Tests.Watching;

public sealed class ReadyGradersTests
{
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_next_save_is_graded_by_graders_that_waited_for_it()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        var (output, watch) = Start(course, TestCourse.Rooms);
        await output.WaitForAsync("Every claim holds");
        var waiting = await WaitingAsync(course);
        Assert.False(File.Exists(course.PathOf("waited")));
        course.Student(TestCourse.Rooms, "fails Never_more_guests_than_rooms");
        await output.WaitForAsync("1 failed.");
        Assert.Equal(waiting, await IdAsync(course.PathOf("waited")));
        course.Keyboard.End();
        await watch;
    }

    [SlowFact]
    public async Task A_watch_of_every_kata_gets_ready_for_the_one_at_hand()
    {
        using var course = new TestCourse();
        var (output, watch) = Start(course);
        var waiting = await WaitingAsync(course);
        course.Student(TestCourse.Rooms, "passes");
        await output.WaitForAsync("Every claim holds");
        Assert.Equal(waiting, await IdAsync(course.PathOf("waited")));
        course.Keyboard.End();
        await watch;
    }

    [SlowFact]
    public async Task When_another_kata_is_saved_those_that_waited_end()
    {
        using var course = new TestCourse();
        var (output, watch) = Start(course);
        using var waiting = System.Diagnostics.Process.GetProcessById(await WaitingAsync(course));
        course.Student(TestCourse.Locks, "passes");
        await output.WaitForAsync("Every claim holds");
        await GoneAsync(waiting);
        Assert.False(File.Exists(course.PathOf("waited")));
        course.Keyboard.End();
        await watch;
    }

    [SlowFact]
    public async Task Those_that_were_killed_while_they_waited_cost_nobody_a_grading()
    {
        using var course = new TestCourse();
        var (output, watch) = Start(course);
        using var waiting = System.Diagnostics.Process.GetProcessById(await WaitingAsync(course));
        waiting.Kill();
        await GoneAsync(waiting);
        course.Student(TestCourse.Rooms, "passes");
        await output.WaitForAsync("Every claim holds");
        course.Keyboard.End();
        var spoken = await watch;
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.DoesNotContain("Could not", spoken.Errors, StringComparison.Ordinal);
    }

    [SlowFact]
    public async Task A_watch_that_ends_leaves_none_of_them_behind()
    {
        using var course = new TestCourse();
        course.Keyboard.IsTerminal = true;
        var (_, watch) = Start(course);
        using var waiting = System.Diagnostics.Process.GetProcessById(await WaitingAsync(course));
        course.Keyboard.Press('q');
        Assert.Equal(ExitCodes.Passed, (await watch).Code);
        await GoneAsync(waiting);
        Assert.Empty(Directory.EnumerateFileSystemEntries(course.PathOf("artifacts/jobs")));
    }

    private static (AwaitedOutput Output, Task<Spoken> Watch) Start(TestCourse course, params string[] arguments)
    {
        var output = new AwaitedOutput();
        return (output, course.RunAsync(output, TestContext.Current.CancellationToken, ["watch", .. arguments]));
    }

    private static Task<int> WaitingAsync(TestCourse course) => IdAsync(course.PathOf("waiting"));

    private static async Task<int> IdAsync(string path) =>
        int.Parse(await AwaitedFile.ReadAsync(path), CultureInfo.InvariantCulture);

    private static async Task GoneAsync(System.Diagnostics.Process process)
    {
        using var watchdog = new CancellationTokenSource(s_watchdog);
        await process.WaitForExitAsync(watchdog.Token);
    }
}
