using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What a size that loops does to the claims about others.</summary>
public sealed class HindranceTests
{
    private static readonly Size s_small = new("2 guests", OneActorStage.Ends);
    private static readonly Size s_large = new("9 guests", OneActorStage.Loops);

    [Fact]
    public void A_size_that_has_been_seen_whole_is_judged_after_another_one_looped()
    {
        using var grading = new ScriptedGrading();
        Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("first", s_small, s_large));

        Assert.Null(grading.NeverDeadlocks("second", s_small));
    }

    [Fact]
    public void A_size_that_nobody_has_seen_is_not_explored_after_another_one_looped()
    {
        using var grading = new ScriptedGrading();
        Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("first", s_large));
        int staged = grading.Bench.Scripted.Staged;

        var hidden = Assert.IsType<NotShownException>(grading.NeverDeadlocks("second", s_small));

        Assert.StartsWith("not shown: with 9 guests main is stuck in a loop", hidden.Message);
        Assert.EndsWith("Mend that first.", hidden.Message);
        Assert.Equal(staged, grading.Bench.Scripted.Staged);
    }

    [Fact]
    public void What_was_explored_ahead_counts_as_seen_by_nobody()
    {
        using var grading = new ScriptedGrading();
        Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("first", s_large, s_small));
        grading.Submission.Finish();
        Assert.True(Assert.Single(grading.Bench.Others).Scripted.Staged > 0, "Nothing was explored ahead.");

        Assert.IsType<NotShownException>(grading.NeverDeadlocks("second", s_small));
    }

    [Fact]
    public void A_loop_that_was_met_ahead_hinders_nothing_before_a_claim_has_met_it()
    {
        using var grading = new ScriptedGrading();
        _ = grading.Submission.Explore([s_small, s_large]);
        grading.Submission.Finish();
        Assert.True(Assert.Single(grading.Bench.Others).Scripted.Staged > 0, "Nothing was explored ahead.");

        Assert.Null(grading.NeverDeadlocks("first", s_small));
        Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("second", s_large));
    }

    [Fact]
    public void Once_what_was_known_to_fail_has_failed_nothing_more_is_run_for_real()
    {
        using var grading = new ScriptedGrading(knownToFail: "first");
        Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("first", s_large));

        var hidden = Assert.Throws<NotShownException>(() => grading.Submission.RealRun(s_large));

        Assert.Equal("not shown: first has failed, as was known; nothing more is run for real.", hidden.Message);
    }

    [Fact]
    public void As_long_as_another_test_has_failed_it_is_still_tried_for_real()
    {
        using var grading = new ScriptedGrading(knownToFail: "second");
        Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("first", s_large));

        // There is no assembly that could be run.
        Assert.IsNotType<NotShownException>(Record.Exception(() => grading.Submission.RealRun(s_large)));
    }
}
