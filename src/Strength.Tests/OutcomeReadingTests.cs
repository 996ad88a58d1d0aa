using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Strength.Tests;

public sealed class OutcomeReadingTests
{
    [Fact]
    public void A_failed_claim_kills_and_is_named()
    {
        var outcome = Read(Report(KataStatus.Failed, Claim("A"), Claim("B", "lost update"), Claim("C", "deadlock")));
        Assert.Equal(OutcomeStatus.Killed, outcome.Status);
        Assert.Equal(["B", "C"], outcome.KilledBy);
    }

    [Fact]
    public void What_is_caught_only_by_the_processor_time_that_it_uses_is_a_time_out() =>
        Assert.Equal(
            OutcomeStatus.Timeout,
            Read(Report(KataStatus.Failed, Claim("A", "busy loop"), Claim("B"))).Status
        );

    [Fact]
    public void What_goes_on_without_end_and_is_counted_is_a_kill() =>
        Assert.Equal(OutcomeStatus.Killed, Read(Report(KataStatus.Failed, Claim("A", "endless loop"))).Status);

    [Fact]
    public void A_busy_loop_beside_another_failure_is_a_kill() =>
        Assert.Equal(
            OutcomeStatus.Killed,
            Read(Report(KataStatus.Failed, Claim("A", "busy loop"), Claim("B", "crash"))).Status
        );

    [Theory]
    [InlineData(KataStatus.Passed, OutcomeStatus.Survived)]
    [InlineData(KataStatus.DoesNotCompile, OutcomeStatus.CompileError)]
    [InlineData(KataStatus.BreaksTheRules, OutcomeStatus.CompileError)]
    [InlineData(KataStatus.CouldNotGrade, OutcomeStatus.RuntimeError)]
    [InlineData(KataStatus.NotStarted, OutcomeStatus.RuntimeError)]
    public void Every_other_status_says_what_it_is(KataStatus status, OutcomeStatus expected) =>
        Assert.Equal(expected, Read(Report(status)).Status);

    [Fact]
    public void What_could_not_be_graded_is_no_kill_whatever_else_failed()
    {
        var unclear = Claim("B") with { Status = ClaimStatus.CouldNotGrade };
        Assert.Equal(
            OutcomeStatus.RuntimeError,
            Read(Report(KataStatus.Failed, Claim("A", "deadlock"), unclear)).Status
        );
    }

    [Fact]
    public void A_recorded_equivalent_is_ignored_only_as_long_as_it_survives()
    {
        var recorded = Equivalents.Read($"## {Equivalents.Heading}\n\n- `m`: it is right\n");
        var survivor = OutcomeReading.Of("m", Report(KataStatus.Passed), null, recorded);
        Assert.Equal((OutcomeStatus.Ignored, "it is right"), (survivor.Status, survivor.Reason));
        var caught = OutcomeReading.Of("m", Report(KataStatus.Failed, Claim("A", "deadlock")), null, recorded);
        Assert.Equal(OutcomeStatus.Killed, caught.Status);
    }

    private static Outcome Read(KataReport report) => OutcomeReading.Of("m", report, null, Equivalents.None);

    private static KataReport Report(KataStatus status, params ClaimReport[] claims) =>
        new()
        {
            Kata = "Spa",
            Title = "A spa",
            Submission = "m",
            Status = status,
            Claims = claims,
            Isolation = "none",
        };

    private static ClaimReport Claim(string test, string? pattern = null) =>
        new()
        {
            Test = test,
            Claim = test,
            Status = pattern is null ? ClaimStatus.Passed : ClaimStatus.Failed,
            Points = 0,
            MaxPoints = 1,
            Evidence = pattern is null ? null : new Evidence { Sentence = "It is wrong.", Pattern = pattern },
        };
}
