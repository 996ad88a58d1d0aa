using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Watching;

namespace ConcurrencyKatas.Cli.Tests.Watching;

public sealed class WatchTests
{
    private const string RoomsFail = "fails Never_more_guests_than_rooms";
    private const string Closing = "1 failed.";
    private static readonly TimeSpan s_watchdog = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_watch_of_a_kata_grades_it_at_once_and_ends_with_its_input()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, RoomsFail);
        course.Keyboard.End();
        var spoken = await course.RunAsync("watch", TestCourse.Rooms);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("✗ Never more guests than rooms", spoken.Output, StringComparison.Ordinal);
        Assert.Contains("0 of 2 katas passed   4 points", spoken.Output, StringComparison.Ordinal);
        Assert.Contains("Ends at the end of the input", spoken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("q quit", spoken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', spoken.Output);
    }

    [Fact]
    public async Task Without_a_kata_the_one_that_is_saved_is_graded()
    {
        using var course = new TestCourse();
        var (output, watch) = Start(course);
        await output.WaitForAsync("Ends at the end");
        course.Student(TestCourse.Locks, "passes");
        await output.WaitForAsync("Every claim holds");
        course.Student(TestCourse.Rooms, RoomsFail);
        await output.WaitForAsync(Closing);
        course.Keyboard.End();
        var spoken = await watch;
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("1 of 2 katas passed   14 points", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_just_before_the_end_of_the_input_is_still_graded()
    {
        using var course = new TestCourse();
        course.Saves = course.Saves with { Listen = (_, _) => new Deaf(), Round = TimeSpan.FromHours(1) };
        var (output, watch) = Start(course);
        await output.WaitForAsync("Ends at the end");
        await output.WaitForAsync("○");
        course.Student(TestCourse.Rooms, "passes");
        course.Keyboard.End();
        Assert.Contains("Every claim holds", (await watch).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_of_another_kata_than_the_watched_one_is_none_of_its_business()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, RoomsFail);
        var (output, watch) = Start(course, TestCourse.Rooms);
        await output.WaitForAsync(Closing);
        course.Student(TestCourse.Locks, "passes");
        course.Student(TestCourse.Rooms, "does not compile");
        await output.WaitForAsync("CS1002: ; expected");
        course.Keyboard.End();
        Assert.DoesNotContain($"{TestCourse.Locks}: grading", (await watch).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_during_a_grading_cancels_it_and_starts_anew()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "hang");
        var (output, watch) = Start(course, TestCourse.Rooms);
        var graders = await HangingProcesses.WaitForAsync(course);
        course.Student(TestCourse.Rooms, "passes");
        await output.WaitForAsync("Every claim holds");
        await graders.AssertGoneAsync();
        course.Keyboard.End();
        Assert.DoesNotContain("Interrupted", (await watch).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quitting_during_a_grading_leaves_nothing_running()
    {
        using var course = new TestCourse();
        course.Keyboard.IsTerminal = true;
        course.Student(TestCourse.Rooms, "hang");
        var (_, watch) = Start(course, TestCourse.Rooms);
        var graders = await HangingProcesses.WaitForAsync(course);
        course.Keyboard.Press('q');
        Assert.Equal(ExitCodes.Passed, (await watch).Code);
        await graders.AssertGoneAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(course.PathOf("artifacts/jobs")));
    }

    [Fact]
    public async Task An_interrupted_watch_leaves_nothing_running()
    {
        using var course = new TestCourse();
        using var interruption = new CancellationTokenSource();
        course.Student(TestCourse.Rooms, "hang");
        var watch = course.RunAsync(interruption.Token, "watch", TestCourse.Rooms);
        var graders = await HangingProcesses.WaitForAsync(course);
        await interruption.CancelAsync();
        Assert.Equal(ExitCodes.Interrupted, (await watch).Code);
        await graders.AssertGoneAsync();
    }

    [Fact]
    public async Task Keys_show_the_next_kata_a_hint_the_list_and_the_failing_run_again()
    {
        using var course = new TestCourse();
        course.Keyboard.IsTerminal = true;
        course.Student(TestCourse.Rooms, RoomsFail);
        var (output, watch) = Start(course, TestCourse.Rooms);
        await output.WaitForAsync("q quit");
        course.Keyboard.Press('h');
        await output.WaitForAsync($"{TestCourse.Rooms}  hint 1 of 3");
        course.Keyboard.Press('h');
        await output.WaitForAsync($"{TestCourse.Rooms}  hint 2 of 3");
        course.Keyboard.Press('l');
        await output.WaitForAsync("Next is 1, SemaphoreRooms");
        course.Keyboard.Press('r');
        await output.WaitForAsync($"{TestCourse.Rooms}: replaying");
        course.Keyboard.Press('n');
        await output.WaitForAsync("It teaches");
        course.Keyboard.Press('q');
        Assert.Equal(ExitCodes.Passed, (await watch).Code);
    }

    [Fact]
    public async Task After_the_key_for_the_next_kata_that_one_is_watched()
    {
        using var course = new TestCourse();
        course.Keyboard.IsTerminal = true;
        course.Student(TestCourse.Rooms, "passes");
        var (output, watch) = Start(course, TestCourse.Rooms);
        await output.WaitForAsync("1 of 2 katas passed");
        course.Keyboard.Press('n');
        await output.WaitForAsync($"{TestCourse.Locks}  The smithy");
        course.Student(TestCourse.Locks, "passes");
        await output.WaitForAsync("2 of 2 katas passed");
        course.Keyboard.Press('r');
        await output.WaitForAsync("There is no failing run to replay.");
        course.Keyboard.Press('q');
        await watch;
    }

    [Fact]
    public async Task A_file_that_an_editor_holds_ends_no_watch()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "passes");
        await course.RunAsync("test", TestCourse.Rooms);
        course.Keyboard.End();
        using var held = new FileStream(
            course.PathOf($"katas/{TestCourse.Rooms}/Spa.cs"),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );
        var spoken = await course.RunAsync("watch");
        Assert.Equal((ExitCodes.Passed, ""), (spoken.Code, spoken.Errors));
        // What the editor is saving is not tested yet.
        Assert.Contains("0 of 2 katas passed", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quitting_waits_for_no_compilation()
    {
        using var compiler = new EndlessCompiler();
        using var course = new TestCourse { EarlyCompiler = compiler };
        course.Keyboard.IsTerminal = true;
        var (_, watch) = Start(course, TestCourse.Rooms);
        await compiler.Began.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        course.Keyboard.Press('q');
        var spoken = await watch.WaitAsync(s_watchdog, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
    }

    [Fact]
    public async Task Graders_that_cannot_be_started_end_the_watch_with_the_reason()
    {
        using var course = new TestCourse();
        course.Graders = new Cli.Jobs.StartCommand("no-such-program", []);
        var spoken = await course.RunAsync("watch", TestCourse.Rooms);
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains("could not be started with 'no-such-program'", spoken.Errors, StringComparison.Ordinal);
    }

    private static (AwaitedOutput Output, Task<Spoken> Watch) Start(TestCourse course, params string[] arguments)
    {
        var output = new AwaitedOutput();
        return (output, course.RunAsync(output, TestContext.Current.CancellationToken, ["watch", .. arguments]));
    }

    private sealed class EndlessCompiler : IEarlyCompiler
    {
        private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Began => _began.Task;

        public void WarmUp() { }

        public Task CompileAsync(string kata)
        {
            _began.TrySetResult();
            return new TaskCompletionSource().Task;
        }

        public void Dispose() { }
    }

    private sealed class Deaf : IDisposable
    {
        public void Dispose() { }
    }
}
