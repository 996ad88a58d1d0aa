using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Detection;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests.Measuring;

public sealed class DetectTests
{
    private static readonly string[] s_detect = ["detect", TestCourse.Rooms, "--gradings", "3"];

    [Fact]
    public async Task Each_impostor_is_shown_with_what_schedules_the_proof_and_plain_runs_have_found()
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync(s_detect);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        await Approved.MatchAsync(spoken.Output);
    }

    [Fact]
    public async Task What_was_measured_is_left_for_the_page()
    {
        using var course = new TestCourse();
        await course.RunAsync([.. s_detect, "--seeds", "40", "--plain-runs", "0"]);
        var detection = Read(course);
        Assert.True(detection.IsSound);
        Assert.Equal(40, detection.Seeds);
        Assert.Equal(0, detection.Gradings % 3);
        Assert.All(detection.Programs, program => Assert.Null(program.Report.Plain));
    }

    [Fact]
    public async Task An_impostor_that_some_seed_lets_pass_and_no_proof_finds_fails()
    {
        using var course = new TestCourse();
        course.Impostor("lucky", "// fails: Never_more_guests_than_rooms: it is lucky.\n// fake: shouts");
        var spoken = await course.RunAsync(s_detect);
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Equal(["lucky"], Read(course).Uncertain.Select(program => program.Name));
        Assert.Contains("199 of 200 seeds ✗", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_program_that_does_not_pass_with_every_seed_is_a_false_alarm()
    {
        using var course = new TestCourse();
        course.Write($"graders/{TestCourse.Rooms}/alternatives/slow/Spa.cs", "// fake: deadlock");
        var spoken = await course.RunAsync(s_detect);
        Assert.Equal(ExitCodes.Failed, spoken.Code);
        Assert.Equal(3, Read(course).FalseAlarms);
        Assert.Contains("gradings pass ✗", spoken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_solution_itself_is_caught_there_is_an_error_and_no_figure()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Rooms, "deadlock");
        var spoken = await course.RunAsync("detect", "--gradings", "0");
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains("the solution itself is 'failed'", spoken.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(course.PathOf($"artifacts/strength/{TestCourse.Rooms}/detection.json")));
        // What was measured of the other kata is kept.
        Assert.True(File.Exists(course.PathOf($"artifacts/strength/{TestCourse.Locks}/detection.json")));
    }

    [Fact]
    public async Task Who_has_no_more_patience_keeps_what_was_measured_of_the_katas_that_were_done()
    {
        using var course = new TestCourse();
        var surroundings = course.Quiet();
        var run = new DetectionRun(
            surroundings,
            new DetectionRequest(),
            gradings: 2,
            async (request, _) =>
            {
                var whole = await course.GradeHereAsync(request);
                return new GradingResult([.. whole.Katas.SkipLast(1)], Interrupted: true);
            }
        );

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            run.RunAsync(Catalogue.Read(surroundings.Repository).Katas, TestContext.Current.CancellationToken)
        );

        Assert.True(Read(course).IsSound);
        Assert.False(File.Exists(course.PathOf($"artifacts/strength/{TestCourse.Locks}/detection.json")));
    }

    [Fact]
    public async Task Plain_runs_say_nothing_of_a_claim_that_cannot_see_in_them()
    {
        using var course = new TestCourse();
        course.Solution(TestCourse.Rooms, "blind");
        course.Impostor("stuck", "// deadlock: everybody waits.");
        var spoken = await course.RunAsync(s_detect);
        Assert.Contains("cannot show it", spoken.Output, StringComparison.Ordinal);
        Assert.Null(Read(course).Programs.Single(program => program.Name == "stuck").Plain);
    }

    [Theory]
    [InlineData("passes")]
    [InlineData("cannot be graded")]
    public async Task An_impostor_that_is_not_caught_at_all_is_an_error_and_no_figure(string what)
    {
        using var course = new TestCourse();
        course.Impostor("uncaught", $"// fails: Never_more_guests_than_rooms: not really.\n// fake: {what}");
        var spoken = await course.RunAsync(s_detect);
        Assert.Equal(ExitCodes.CouldNotGrade, spoken.Code);
        Assert.Contains("impostor.uncaught", spoken.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(course.PathOf($"artifacts/strength/{TestCourse.Rooms}/detection.json")));
    }

    [Theory]
    [InlineData("--seeds", "0")]
    [InlineData("--plain-runs", "-1")]
    [InlineData("--plain-seconds", "0")]
    [InlineData("--gradings", "-1")]
    public async Task A_number_that_means_nothing_is_refused(string option, string number)
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync("detect", option, number);
        Assert.Equal(ExitCodes.BadInput, spoken.Code);
        Assert.Contains($"{option} must be at least", spoken.Errors, StringComparison.Ordinal);
    }

    private static KataDetection Read(TestCourse course) =>
        ReportJson.Read<KataDetection>(course.PathOf($"artifacts/strength/{TestCourse.Rooms}/detection.json"));
}
