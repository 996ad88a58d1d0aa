using System.Collections.Concurrent;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What a claim makes of the runs that it speaks about.</summary>
public sealed class ClaimSubjectTests : IDisposable
{
    private static readonly Size s_ends = new("2 guests", OneActorStage.Ends) { Proof = true };
    private static readonly Size s_loops = new("9 guests", OneActorStage.Loops);

    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-claims-");

    [Fact]
    public void A_claim_about_ends_is_not_judged_by_runs_that_have_none()
    {
        using var grading = new ScriptedGrading();

        Exception? outcome = grading.Judge("first", claim => claim.AtTheEnd(Breaks), s_loops);

        Assert.StartsWith("not shown: with 9 guests main is stuck", Assert.IsType<NotShownException>(outcome).Message);
    }

    [Fact]
    public void A_claim_about_ends_is_judged_by_those_that_have_one()
    {
        using var grading = new ScriptedGrading();

        Assert.Null(grading.Judge("first", claim => claim.AtTheEnd(_ => null), s_ends));
        var failed = Assert.IsType<ClaimFailedException>(
            grading.Judge("second", claim => claim.AtTheEnd(Breaks), s_ends)
        );
        Assert.Equal("It broke.", failed.Evidence.Sentence);
    }

    [Fact]
    public void A_claim_about_every_moment_is_judged_by_runs_without_an_end_as_well()
    {
        using var grading = new ScriptedGrading();
        Assert.IsType<ClaimFailedException>(grading.Judge("first", claim => claim.Never(Breaks), s_loops));
    }

    [Fact]
    public void What_fails_is_measured_where_somebody_asked_for_it()
    {
        var request = new DetectionRequest { Seeds = 3, PlainRuns = 0 };
        using (var grading = new ScriptedGrading(results: _results.FullName, detection: request))
        {
            Assert.Null(grading.NeverDeadlocks("first", s_ends));
            Assert.Null(grading.Judge("second", claim => claim.Never(_ => null), s_ends));
            Assert.IsType<ClaimFailedException>(grading.Judge("third", claim => claim.AtTheEnd(Breaks), s_ends));
            grading.Submission.Finish();
        }

        string report = Path.Combine(_results.FullName, "katas", "SemaphoreRooms.json");
        DetectionReport measured = ReportJson.Read<KataReport>(report).Detection!;
        Assert.Equal((DetectionMeans.Schedules, 3, 3), (measured.Means, measured.Seeds, measured.Found));
        Assert.Equal(1, measured.ProofRuns);
        Assert.Empty(measured.Blind);
    }

    [Fact]
    public void A_claim_that_holds_under_control_only_is_noted_as_one_of_which_plain_runs_say_nothing()
    {
        const string Printed = "printed for real";
        var bench = new ScriptedBench { Real = _ => Real(Printed) };
        var request = new DetectionRequest { Seeds = 1, PlainRuns = 1 };
        using (var grading = new ScriptedGrading(results: _results.FullName, detection: request, bench: bench))
        {
            Assert.Null(grading.NeverDeadlocks("first", s_ends));
            Assert.Null(grading.Judge("second", claim => claim.Never(IfPrinted), s_ends));
            Assert.Null(grading.Judge("third", claim => claim.AtTheEnd(IfPrinted), s_ends));
            Assert.Null(grading.Judge("fourth", claim => claim.AtTheEnd(_ => null), s_ends));
            grading.Submission.Finish();
        }

        string report = Path.Combine(_results.FullName, "katas", "SemaphoreRooms.json");
        Assert.Equal(["second", "third"], ReportJson.Read<KataReport>(report).Detection!.Blind);

        static Violation? IfPrinted(KataRun run) => run.Output == Printed ? Breaks(run) : null;
    }

    [Fact]
    public void Once_the_schedules_of_a_smaller_size_have_spoken_for_it_a_run_for_real_is_begun()
    {
        var begun = new ConcurrentQueue<string>();
        var bench = new ScriptedBench
        {
            Real = size =>
            {
                begun.Enqueue(size.Name);
                return Real("");
            },
        };
        using (var grading = new ScriptedGrading(bench: bench))
        {
            var crowd = new Size("100 guests", OneActorStage.Ends);
            Assert.Null(grading.Judge("first", claim => claim.NeverDeadlocks(thenForReal: crowd), s_ends));
        }

        Assert.Equal(["100 guests"], begun);
    }

    [Fact]
    public void What_is_shown_of_a_deadlock_is_a_run_with_few_switches_that_still_is_one()
    {
        // Ann takes the door and then the till, bob the other way round.
        var bench = new ScriptedBench
        {
            Makes = () =>
                new WrittenStage(
                    [
                        new(OperationKind.Start, Text: "ann"),
                        new(OperationKind.Start, Text: "bob"),
                        new(OperationKind.Join, ObjectSpace.Actor, 1),
                        new(OperationKind.Join, ObjectSpace.Actor, 2),
                    ],
                    [Take(64), Take(128), Give(128), Give(64)],
                    [Take(128), Take(64), Give(64), Give(128)]
                ),
        };
        using var grading = new ScriptedGrading(bench: bench);

        var failed = Assert.IsType<ClaimFailedException>(grading.NeverDeadlocks("first", s_ends));

        Evidence evidence = failed.Evidence;
        Assert.Equal(("lock-order inversion", 3), (evidence.Pattern, evidence.Waits.Count));
        // main starts both; one takes its lock, then the other one does: nothing less gets stuck.
        Assert.Equal(2, evidence.Steps.Zip(evidence.Steps.Skip(1)).Count(pair => pair.First.Lane != pair.Second.Lane));

        static Operation Take(int slot) => Operation.OnSlot(OperationKind.Acquire, slot);
        static Operation Give(int slot) => Operation.OnSlot(OperationKind.Release, slot);
    }

    [Fact]
    public void A_claim_that_is_examined_and_judges_alike_in_any_order_is_judged_as_ever()
    {
        using var grading = new ScriptedGrading(examines: true);

        Assert.Null(grading.Judge("first", claim => claim.Never(_ => null), s_ends));
        Assert.IsType<ClaimFailedException>(grading.Judge("second", claim => claim.Never(Breaks), s_ends));
    }

    [Fact]
    public void A_claim_that_is_examined_and_judges_one_interleaving_in_two_ways_cannot_be_graded()
    {
        using var grading = new ScriptedGrading(examines: true);
        int asked = 0;

        var outcome = Assert.IsType<CouldNotGradeException>(
            grading.Judge("first", claim => claim.Never(_ => asked++ == 0 ? new Violation("It broke.") : null), s_ends)
        );
        Assert.Contains("so no proof can decide it", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_that_is_not_found_again_is_no_verdict()
    {
        using var grading = new ScriptedGrading();
        int asked = 0;

        var outcome = Assert.IsType<CouldNotGradeException>(
            grading.Judge("first", claim => claim.Never(_ => asked++ == 0 ? new Violation("It broke.") : null), s_ends)
        );
        Assert.Contains("'It broke.' was not found again", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_goes_another_way_in_fresh_processes_is_no_verdict_and_the_next_failure_gets_others()
    {
        using var grading = new ScriptedGrading();
        grading.Bench.GoesWhenFresh = OneActorStage.Loops;

        var outcome = Assert.IsType<CouldNotGradeException>(
            grading.Judge("first", claim => claim.Never(Breaks), s_ends)
        );
        Assert.Contains(
            "'It broke.' did not happen again under the same schedule in fresh processes.",
            outcome.Message,
            StringComparison.Ordinal
        );
        Assert.True(Assert.Single(grading.Bench.Fresh).IsDisposed, "The next failure would be confirmed there too.");
    }

    [Fact]
    public void A_claim_that_trips_is_the_graders_fault()
    {
        using var grading = new ScriptedGrading();

        var outcome = Assert.IsType<CouldNotGradeException>(
            grading.Judge("first", claim => claim.Never(_ => throw new FormatException("seven")), s_ends)
        );
        Assert.Contains("The grader itself failed in 'first': seven", outcome.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _results.Delete(recursive: true);

    private static Violation? Breaks(KataRun run) => new("It broke.");

    private static RealRun Real(string output) =>
        new()
        {
            Arguments = [],
            Processes = [new RealProcess(10, 0, "main", 0)],
            Marks = [],
            Output = output,
            ExitCode = 0,
            Leftovers = [],
        };
}
