using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What is said of a submission as a whole, and what can be done with it beside judging claims.</summary>
public sealed class GradedSubmissionTests : IDisposable
{
    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-graded-");

    [Fact]
    public void Of_one_that_does_not_compile_the_first_test_tells_why_and_no_other()
    {
        using var grading = new ScriptedGrading(preparation: new Preparation { Status = KataStatus.DoesNotCompile });

        Assert.Equal([true, false, false], Ask(grading));
    }

    [Theory]
    [InlineData(KataStatus.NotStarted)]
    [InlineData(null)]
    public void Of_one_that_was_not_begun_or_can_be_run_no_test_complains(KataStatus? status)
    {
        using var grading = new ScriptedGrading(
            preparation: status is null ? null : new Preparation { Status = status }
        );

        Assert.Equal([false, false, false], Ask(grading));
    }

    [Fact]
    public void The_report_of_one_that_cannot_be_run_says_that_and_not_what_became_of_the_claims()
    {
        var preparation = new Preparation { Status = KataStatus.BreaksTheRules, Reason = "breaks the rules" };
        using (var grading = new ScriptedGrading(results: _results.FullName, preparation: preparation))
        {
            new ClaimRecorder(grading.Submission, "first", points: 2, skip: _ => { }).Skip("breaks the rules");
            grading.Submission.Finish();
        }

        KataReport report = ReportJson.Read<KataReport>(
            Path.Combine(_results.FullName, "katas", "SemaphoreRooms.json")
        );
        Assert.Equal((KataStatus.BreaksTheRules, "breaks the rules"), (report.Status, report.Reason));
        Assert.Equal(ClaimStatus.Skipped, Assert.Single(report.Claims).Status);
    }

    [Fact]
    public void A_run_that_is_played_is_drawn_as_high_as_was_asked_for()
    {
        int low = Lines(new PlayRequest { Lines = 8 });
        int high = Lines(play: null);

        Assert.True(low < high, $"It has {low} lines, and {high} where nobody asked for few.");
    }

    public void Dispose() => _results.Delete(recursive: true);

    private static bool[] Ask(ScriptedGrading grading) =>
        [.. Enumerable.Range(0, 3).Select(_ => grading.Submission.ComplainOnce())];

    // Of a run to its end.
    private static int Lines(PlayRequest? play)
    {
        var bench = new ScriptedBench { Makes = () => new MarkingStage() };
        using var grading = new ScriptedGrading(bench: bench, play: play);
        var player = new ScriptedPlayer("finish");

        grading.Submission.Play(new Size("2 clerks"), new PlayRules(), player);

        Assert.Equal("The run came to its end.", player.Seen[^1].Ending);
        return player.Seen[^1].Trace.Split('\n').Length;
    }
}
