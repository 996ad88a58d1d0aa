using System.Text;
using System.Text.Json;

namespace ConcurrencyKatas.Cli.Tests.Actions;

public sealed class ActionTests
{
    private const string Rooms = TestCourse.Rooms;
    private const string Locks = TestCourse.Locks;

    [Fact]
    public async Task A_submission_that_passes_is_summed_up_without_an_annotation()
    {
        using var run = new ActionRun();
        run.Submit(Rooms, "passes");
        run.Submit(Locks, "passes");
        await run.RunAsync();
        Assert.False(run.Failed);
        Assert.Equal(("passed", "20", "20"), (run.Output("status"), run.Output("points"), run.Output("max-points")));
        Assert.StartsWith("# 20 of 20 points", run.Summary, StringComparison.Ordinal);
        Assert.Equal(["stop-commands"], run.Commands.Select(c => c.Name));
        Assert.Equal("", run.Exported);
    }

    [Fact]
    public async Task A_failure_is_drawn_in_the_summary_and_put_at_the_students_line()
    {
        using var run = new ActionRun();
        run.Submit(Rooms, "fails Never_more_guests_than_rooms");
        run.Submit(Locks, "passes");
        await run.RunAsync();
        Assert.Equal(1, run.Step("Verdict").Code);
        Assert.Equal(("failed", "14"), (run.Output("status"), run.Output("points")));
        var annotation = Assert.Single(run.Commands, c => c.Name == "error");
        Assert.Equal("katas/SemaphoreRooms/Spa.cs", annotation.Properties["file"]);
        Assert.Equal("12", annotation.Properties["line"]);
        Assert.Contains("guest-3 enters although", annotation.Data, StringComparison.Ordinal);
        Assert.Contains("  main      guest-1   guest-2   guest-3\n", run.Summary, StringComparison.Ordinal);
        // The student replays it on the student's own katas.
        Assert.DoesNotContain("--submission", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_is_the_one_that_GitHub_Classrooms_reporter_decodes()
    {
        using var run = new ActionRun();
        run.Submit(Rooms, "fails Never_more_guests_than_rooms");
        run.Submit(Locks, "passes");
        await run.RunAsync();
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(run.Output("result")));
        var tests = JsonDocument.Parse(json).RootElement.GetProperty("tests").EnumerateArray();
        Assert.Equal(14, tests.Sum(t => t.GetProperty("score").GetInt32()));
    }

    [Fact]
    public async Task A_teacher_may_let_the_job_pass_whatever_the_points()
    {
        using var run = new ActionRun();
        run.Inputs["fail"] = "false";
        run.Submit(Rooms, "does not compile");
        await run.RunAsync();
        Assert.False(run.Failed);
        Assert.Equal("does-not-compile", run.Output("status"));
    }

    [Theory]
    [InlineData("crash")]
    [InlineData("cannot be graded")]
    public async Task What_could_not_be_graded_is_no_score_and_always_fails(string fake)
    {
        using var run = new ActionRun();
        run.Inputs["fail"] = "false";
        run.Submit(Rooms, fake);
        await run.RunAsync();
        Assert.Equal(1, run.Step("Verdict").Code);
        Assert.Equal(("could-not-grade", "", ""), (run.Output("status"), run.Output("points"), run.Output("result")));
        Assert.Contains("**Could not grade**", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grading_that_does_not_end_is_cut_off_and_is_no_score()
    {
        using var run = new ActionRun();
        run.Tools = run.Course.Course.PathOf("tools");
        run.Course.Course.Write("tools/timeout", "#!/bin/sh\necho limit $2\nexit 124\n");
        ActionRun.MakeExecutable(Path.Combine(run.Tools, "timeout"));
        run.Submit(Rooms, "passes");
        await run.RunAsync();
        Assert.Contains("limit 1200\n", run.Step("Grade").Log, StringComparison.Ordinal);
        Assert.Equal(("could-not-grade", ""), (run.Output("status"), run.Output("points")));
        Assert.Contains("did not end within 20 minutes", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_katas_that_were_named_are_graded()
    {
        using var run = new ActionRun();
        run.Inputs["katas"] = $"  {Locks}  ";
        run.Submit(Rooms, "deadlock");
        run.Submit(Locks, "passes");
        await run.RunAsync();
        Assert.Equal(("passed", "10"), (run.Output("status"), run.Output("points")));
    }

    [Fact]
    public async Task The_name_of_no_kata_is_our_readers_mistake_and_no_score()
    {
        using var run = new ActionRun();
        run.Inputs["katas"] = "Rooms$(touch forged);touch forged";
        run.Submit(Rooms, "passes");
        await run.RunAsync();
        Assert.Equal("could-not-grade", run.Output("status"));
        Assert.Contains("the name of a kata was not understood", run.Summary, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Workspace, "forged")));
    }

    [Fact]
    public async Task The_report_becomes_an_artefact_even_when_the_job_fails()
    {
        using var run = new ActionRun();
        run.Submit(Rooms, "deadlock");
        await run.RunAsync();
        var upload = run.Step("actions/upload-artifact");
        Assert.Equal("katas-report", upload.With["name"]);
        Assert.True(File.Exists(Path.Combine(upload.With["path"], "report.html")));
        Assert.Equal(run.Output("report"), upload.With["path"]);
        var sdk = run.Step("actions/setup-dotnet").With["global-json-file"];
        Assert.Equal(run.Course.Course.PathOf("global.json"), sdk);
    }
}
