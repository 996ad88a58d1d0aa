using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What is explored ahead, on the other processor.</summary>
public sealed class ForerunnerTests
{
    private static readonly Size s_first = new("1 guest", OneActorStage.Ends);
    private static readonly Size s_second = new("2 guests", OneActorStage.Ends);

    [Fact]
    public void The_sizes_of_a_claim_but_the_first_are_explored_ahead_when_one_kata_is_asked_for()
    {
        using var grading = new ScriptedGrading(katas: ["SemaphoreRooms"]);
        IReadOnlyList<Exploration> explorations = grading.Submission.Explore([s_first, s_second]);

        grading.Submission.Finish();

        Assert.Equal([0, explorations[1].Report.Schedules], explorations.Select(e => e.Report.Schedules));
        Assert.True(explorations[1].Report.Schedules > 0, "Nothing was explored ahead.");
        Assert.Equal(0, grading.Bench.Scripted.Staged);
    }

    [Theory]
    [InlineData("SemaphoreRooms", "DeadlockRLock")]
    [InlineData]
    public void Nothing_is_explored_ahead_when_other_katas_want_the_processor_too(params string[] katas)
    {
        using var grading = new ScriptedGrading(katas);
        _ = grading.Submission.Explore([s_first, s_second]);

        Assert.Empty(grading.Bench.Others);
    }

    [Fact]
    public void It_outlives_a_run_that_cannot_be_read_and_every_claim_is_told()
    {
        using var grading = new ScriptedGrading();
        var unreadable = new Size("9 guests", OneActorStage.ReturnsNonsense);
        _ = grading.Submission.Explore([s_first, unreadable, s_second]);

        grading.Submission.Finish();

        Assert.IsType<CouldNotGradeException>(grading.NeverDeadlocks("first", unreadable));
        Assert.IsType<CouldNotGradeException>(grading.NeverDeadlocks("second", unreadable));
        Assert.Null(grading.NeverDeadlocks("third", s_second));
    }

    [Fact]
    public void Its_workers_end_although_the_report_cannot_be_written()
    {
        string file = Path.GetTempFileName();
        var grading = new ScriptedGrading(results: Path.Combine(file, "results"));
        try
        {
            _ = grading.Submission.Explore([s_first, s_second]);
            // Progress has no place to go either.
            Assert.IsType<DirectoryNotFoundException>(grading.NeverDeadlocks("first", s_first)?.GetBaseException());
            Assert.ThrowsAny<IOException>(grading.Submission.Finish);
        }
        finally
        {
            grading.Dispose();
            File.Delete(file);
        }
        Assert.True(Assert.Single(grading.Bench.Others).Scripted.IsDisposed);
    }
}
