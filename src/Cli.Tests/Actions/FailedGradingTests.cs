using System.Text;
using System.Text.Json;

namespace ConcurrencyKatas.Cli.Tests.Actions;

public sealed class FailedGradingTests(FailedGrading grading) : IClassFixture<FailedGrading>
{
    [Fact]
    public void The_job_fails_and_says_how_many_points_there_are()
    {
        Assert.Equal(1, grading.Run.Step("Verdict").Code);
        Assert.Equal("failed: 14 of 20 points.\n", grading.Run.Step("Verdict").Log);
        Assert.Equal(("failed", "14"), (grading.Run.Output("status"), grading.Run.Output("points")));
    }

    [Fact]
    public void The_failure_is_put_at_the_students_line()
    {
        var annotation = Assert.Single(grading.Run.Commands, c => c.Name == "error");
        Assert.Equal("katas/SemaphoreRooms/Spa.cs", annotation.Properties["file"]);
        Assert.Equal("12", annotation.Properties["line"]);
        Assert.Contains("guest-3 enters although", annotation.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void The_run_is_drawn_in_the_summary_and_replayed_on_the_students_own_katas()
    {
        Assert.Contains("  main      guest-1   guest-2   guest-3\n", grading.Run.Summary, StringComparison.Ordinal);
        Assert.Contains("./kata replay SemaphoreRooms.", grading.Run.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("--submission", grading.Run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_is_what_GitHub_Classrooms_reporter_decodes()
    {
        var json = Encoding.UTF8.GetString(Convert.FromBase64String(grading.Run.Output("result")));
        var tests = JsonDocument.Parse(json).RootElement.GetProperty("tests").EnumerateArray();
        Assert.Equal(14, tests.Sum(t => t.GetProperty("score").GetInt32()));
    }

    [Fact]
    public void The_report_becomes_an_artefact_all_the_same()
    {
        var upload = grading.Run.Step("actions/upload-artifact");
        Assert.Equal("katas-report", upload.With["name"]);
        Assert.True(File.Exists(Path.Combine(upload.With["path"], "report.html")));
        Assert.Equal(grading.Run.Output("report"), upload.With["path"]);
    }

    [Fact]
    public void The_sdk_is_the_one_that_the_course_asks_for()
    {
        var sdk = grading.Run.Step("actions/setup-dotnet").With["global-json-file"];
        Assert.Equal(grading.Run.Course.Course.PathOf("global.json"), sdk);
    }
}
