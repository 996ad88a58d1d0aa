using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Playing;

public sealed class PlayTests
{
    [Fact]
    public async Task In_a_pipe_each_word_is_a_command_and_each_position_is_plain_text()
    {
        using var course = new TestCourse();
        var spoken = await PlayAsync(course, "1 0 nonsense", "guest-2 ? u", "a", "r q 1");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.DoesNotContain('\e', spoken.Output);
        await Approved.MatchAsync(spoken.ToString());
    }

    [Fact]
    public async Task The_end_of_the_input_ends_it()
    {
        using var course = new TestCourse();
        var spoken = await PlayAsync(course, "1");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("guest-1 enters", spoken.Output, StringComparison.Ordinal);
        Assert.Empty(Jobs(course));
    }

    [Fact]
    public async Task At_a_keyboard_every_key_counts_and_space_moves_the_same_process_again()
    {
        using var course = new TestCourse();
        course.Keyboard.IsTerminal = true;
        "1 2uB?q".ToList().ForEach(course.Keyboard.Press);
        var spoken = await course.RunAsync("play", TestCourse.Rooms);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("  1  guest-1 enters", spoken.Output, StringComparison.Ordinal);
        Assert.Contains("2 guests are in 1 room.", spoken.Output, StringComparison.Ordinal);
        Assert.Contains("No: move 11.", spoken.Output, StringComparison.Ordinal);
        Assert.Contains("Your program stands still", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_program_as_it_was_handed_out_is_played_too_and_that_is_said()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "stub");
        Assert.Contains("as it was handed out", (await PlayAsync(course, "q")).Output, StringComparison.Ordinal);
        course.Student(TestCourse.Rooms, "passes");
        Assert.DoesNotContain("as it was handed out", (await PlayAsync(course, "q")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_broken_in_the_program_as_it_was_handed_out_can_be_replayed()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "stub");
        var played = (await PlayAsync(course, "1 2 q")).Output;
        Assert.Contains("./kata replay SemaphoreRooms.3-guests-2-rooms.", played, StringComparison.Ordinal);
        var run = new Run
        {
            Steps = [],
            Ending = Ending.Stopped,
            Actors = [],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "fake",
        };
        var token = ReplayToken.Of(TestCourse.Rooms, "3 guests, 2 rooms", run).ToString();
        Assert.Equal(ExitCodes.Passed, (await course.RunAsync("replay", token)).Code);
    }

    [Fact]
    public async Task Where_there_is_nothing_to_choose_nobody_is_told_to_have_broken_it()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "alone");
        var output = (await PlayAsync(course, "q")).Output;
        Assert.Contains("There was nothing to choose", output, StringComparison.Ordinal);
        Assert.Contains("It breaks by itself.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("You broke it", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_submission_can_be_played_and_the_replay_line_names_it()
    {
        using var course = new TestCourse();
        course.Keyboard.Lines.Enqueue("1 2 q");
        var spoken = await course.RunAsync("play", TestCourse.Rooms, "--submission", "solutions");
        Assert.Contains(".AQAA --submission solutions", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_that_is_not_one_is_refused_with_those_that_are()
    {
        using var course = new TestCourse();
        Assert.Equal(ExitCodes.Passed, (await course.RunAsync("play", TestCourse.Rooms, "--size", "3 guests")).Code);
        var spoken = await course.RunAsync("play", TestCourse.Rooms, "--size", "seven guests");
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Equal(
            "--size 'seven guests' is not one size of SemaphoreRooms. These are its sizes; a part of a name that no other "
                + "has will do:\n  3 guests, 2 rooms\n  6 guests, 4 rooms\n",
            spoken.Errors
        );
    }

    [Fact]
    public async Task What_does_not_compile_is_told_with_its_diagnostics()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "does not compile");
        var spoken = await PlayAsync(course, "1");
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Contains("; expected", spoken.Output, StringComparison.Ordinal);
        Assert.Contains("Spa.cs", spoken.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crash", "ended with exit code 77", "badly wrong on line 42")]
    [InlineData("dies", "ended with exit code 78", "stepped on a mine")]
    public async Task Graders_that_crash_are_our_fault_and_their_last_words_are_shown(
        string fake,
        string how,
        string lastWords
    )
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, fake);
        var spoken = await PlayAsync(course, "1 1");
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains(
            $"SemaphoreRooms could not be played: the Graders {how}.",
            spoken.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains(lastWords, spoken.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_that_nobody_can_read_is_our_fault_and_is_shown()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "garbles");
        var spoken = await PlayAsync(course, "1 1");
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains("a position that cannot be read", spoken.Errors, StringComparison.Ordinal);
        Assert.EndsWith("{ \"Opening\": 7 }\n", spoken.Errors, StringComparison.Ordinal);
        Assert.Empty(Jobs(course));
    }

    [Fact]
    public async Task An_interruption_ends_the_graders_and_leaves_nothing_behind()
    {
        using var course = new TestCourse();
        course.Keyboard.IsTerminal = true;
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var output = new AwaitedOutput();
        var play = course.RunAsync(output, interruption.Token, "play", TestCourse.Rooms);
        await output.WaitForAsync("Break one of these claims");
        await interruption.CancelAsync();
        Assert.Equal(ExitCodes.Interrupted, (await play).Code);
        Assert.Empty(Jobs(course));
    }

    private static Task<Spoken> PlayAsync(TestCourse course, params string[] lines)
    {
        lines.ToList().ForEach(course.Keyboard.Lines.Enqueue);
        return course.RunAsync("play", TestCourse.Rooms);
    }

    private static string[] Jobs(TestCourse course) =>
        Directory.Exists(course.PathOf("artifacts/jobs"))
            ? Directory.GetDirectories(course.PathOf("artifacts/jobs"))
            : [];
}
