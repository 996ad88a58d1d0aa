using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class GradeTests
{
    [Fact]
    public async Task A_submission_that_passes_everything_is_drawn_with_its_proofs()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("grade", "solutions");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        await Approved.MatchAsync(spoken.ToString());
    }

    [Fact]
    public async Task A_failure_is_shown_with_sentence_trace_waits_and_replay_line()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Rooms, "fails Never_more_guests_than_rooms");
        course.Solution(TestCourse.Locks, "deadlock");
        var spoken = await course.RunAsync("grade", "solutions");
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        await Approved.MatchAsync(spoken.ToString());
    }

    [Theory]
    [InlineData("passes", ExitCodes.Passed)]
    [InlineData("deadlock", ExitCodes.Failed)]
    [InlineData("does not compile", ExitCodes.Failed)]
    [InlineData("stub", ExitCodes.NotStarted)]
    [InlineData("cannot be graded", ExitCodes.CouldNotGrade)]
    [InlineData("crash", ExitCodes.CouldNotGrade)]
    [InlineData("half a report", ExitCodes.CouldNotGrade)]
    public async Task The_exit_code_says_what_became_of_it(string fake, int expected)
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Rooms, fake);
        Assert.Equal(expected, (await course.RunAsync("grade", "solutions")).Code);
    }

    [Fact]
    public async Task A_crash_of_the_graders_shows_the_end_of_their_log_and_keeps_what_was_finished()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Locks, "crash");
        var spoken = await course.RunAsync("grade", "solutions");
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        await Approved.MatchAsync(spoken.Output);
    }

    [Fact]
    public async Task A_submission_without_a_folder_for_a_kata_has_not_started_it()
    {
        using var course = new TestCourse();
        Directory.Delete(course.PathOf("solutions/SemaphoreRooms"), recursive: true);
        var spoken = await course.RunAsync("grade", "solutions");
        Assert.Equal(ExitCodes.NotStarted, spoken.Code);
        Assert.Contains("The submission has no folder SemaphoreRooms.", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_of_one_kata_are_a_submission_too()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("grade", "solutions/DeadlockRLock");
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.Contains("DeadlockRLock", spoken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SemaphoreRooms", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_fit_several_katas_need_the_katas_name()
    {
        using var course = new TestCourse();
        course.Write("handed-in/Spa.cs", "class Spa;");
        Assert.Equal(ExitCodes.BadInput, (await course.RunAsync("grade", "handed-in")).Code);
        Assert.Equal(ExitCodes.Passed, (await course.RunAsync("grade", "handed-in", "--kata", TestCourse.Rooms)).Code);
    }

    [Fact]
    public async Task The_katas_option_leaves_out_the_others()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Locks, "deadlock");
        var spoken = await course.RunAsync("grade", "solutions", "--kata", TestCourse.Rooms);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.DoesNotContain("DeadlockRLock", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_output_folder_gets_the_report_and_a_file_per_failing_run()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Locks, "deadlock");
        await course.RunAsync("grade", "solutions", "--output", "results/mine");
        var report = ReportJson.Read<Report>(course.PathOf("results/mine/report.json"));
        Assert.Equal([TestCourse.Rooms, TestCourse.Locks], report.Katas.Select(k => k.Kata));
        Assert.Equal((10, 20), (report.Points, report.MaxPoints));
        var trace = await File.ReadAllTextAsync(
            course.PathOf("results/mine/DeadlockRLock.Never_deadlocks.txt"),
            TestContext.Current.CancellationToken
        );
        await Approved.MatchAsync(trace);
    }

    [Fact]
    public async Task A_run_that_failed_once_and_holds_now_leaves_no_file()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Rooms, "deadlock");
        course.Solution(TestCourse.Locks, "deadlock");
        await course.RunAsync("grade", "solutions", "--output", "results");
        course.Write("results/mine.txt", "");
        course.Solution(TestCourse.Rooms, "passes");
        await course.RunAsync("grade", "solutions", "--kata", TestCourse.Rooms, "--output", "results");
        Assert.Equal(
            ["DeadlockRLock.Never_deadlocks.txt", "mine.txt"],
            Directory.GetFiles(course.PathOf("results"), "*.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_replay_line_can_be_pasted_whatever_the_folder_is_called()
    {
        using var course = new TestCourse();
        course.Write("handed in/Spa.cs", "// fake: deadlock\nclass Spa;\n");
        var spoken = await course.RunAsync("grade", "handed in", "--kata", TestCourse.Rooms, "--output", "results");
        var file = File.ReadAllText(course.PathOf("results/SemaphoreRooms.Never_deadlocks.txt"));
        Assert.All(
            [spoken.Output, file],
            text => Assert.Matches(@"\./kata replay SemaphoreRooms\.\S+ --submission 'handed in'\n", text)
        );
    }

    [Theory]
    [InlineData("handed-in/group-7/katas", "group-7")]
    [InlineData("handed-in/group-7/katas/", "group-7")]
    [InlineData("handed-in/group-7", "group-7")]
    public async Task A_submission_is_called_by_the_folder_that_says_whose_it_is(string path, string name)
    {
        using var course = new TestCourse();
        course.Write($"{path}/{TestCourse.Rooms}/Spa.cs", "// fake: passes\n");
        var spoken = await course.RunAsync("grade", path, "--kata", TestCourse.Rooms);
        Assert.Equal($"[1/1] SemaphoreRooms of {name}: passed\n", spoken.Errors);
    }

    [Fact]
    public async Task Graders_that_cannot_be_started_are_our_fault()
    {
        using var course = new TestCourse { Graders = new StartCommand("no-such-program-anywhere", []) };
        var spoken = await course.RunAsync("grade", "solutions");
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains(
            "could not be started with 'no-such-program-anywhere'",
            spoken.Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_of_a_job_is_left_behind()
    {
        using var course = new TestCourse();
        await course.RunAsync("grade", "solutions");
        Assert.Empty(Directory.EnumerateFileSystemEntries(course.PathOf("artifacts/jobs")));
    }

    [Fact]
    public async Task A_replay_runs_one_kata_and_draws_the_run()
    {
        using var course = new TestCourse();
        course.Student(TestCourse.Rooms, "fails Never_more_guests_than_rooms");
        var test = await course.RunAsync("test", TestCourse.Rooms);
        var token = test.Output.Split("./kata replay ")[1].Split('\n')[0].Trim();
        var spoken = await course.RunAsync("replay", token);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        await Approved.MatchAsync(spoken.Output);
    }
}
