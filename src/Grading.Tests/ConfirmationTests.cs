using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Where a failure is seen once more before it is believed.</summary>
public sealed class ConfirmationTests
{
    private static readonly Size s_loops = new("9 guests", OneActorStage.Loops);

    [Fact]
    public void The_failures_of_a_submission_are_confirmed_in_workers_of_their_own_which_they_share()
    {
        ScriptedBench bench;
        using (var grading = new ScriptedGrading())
        {
            bench = grading.Bench;
            Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("first", s_loops));
            Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("second", s_loops));
            Assert.Equal(2, Assert.Single(bench.Fresh).Staged);
            Assert.False(bench.Fresh[0].IsDisposed);
        }
        Assert.True(bench.Fresh[0].IsDisposed);
    }

    [Fact]
    public void A_submission_without_a_failure_needs_none()
    {
        using var grading = new ScriptedGrading();
        Assert.Null(grading.NeverDeadlocks("first", new Size("2 guests", OneActorStage.Ends)));
        Assert.Empty(grading.Bench.Fresh);
    }
}
