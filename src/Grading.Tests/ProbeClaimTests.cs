using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Claims that something must be possible: somebody is held at a mark, and the others go on.</summary>
public sealed class ProbeClaimTests : IDisposable
{
    private static readonly Size s_size = new("2 clerks");

    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-probes-");

    [Fact]
    public void What_the_others_reach_while_one_is_held_is_possible()
    {
        var bob = new ProbeClaim(AnnIsToWrite, run => run.Marks.Any(IsBobs), "bob writes while ann does not");
        using (var grading = Grade(new MarkingStage()))
        {
            Assert.Null(grading.Probe("first", bob, s_size));
            grading.Submission.Finish();
        }

        Assert.Equal("2 clerks: shown by a probe", Assert.Single(Report().Claims).Verdict);
    }

    [Fact]
    public void What_nobody_reaches_while_one_is_held_fails_and_it_is_told_who_waits_for_whom()
    {
        var end = new ProbeClaim(AnnIsToWrite, run => run.MainReturnedAt is not null, "the day ends without ann");
        using (var grading = Grade(new MarkingStage(), new DetectionRequest { Seeds = 1, PlainRuns = 0 }))
        {
            var failed = Assert.IsType<ClaimFailedException>(grading.Probe("first", end, s_size));

            Assert.Equal(
                "It is not possible that the day ends without ann: main waits in Join for ann, "
                    + "which is held at its mark 'ann writes'",
                failed.Evidence.Sentence
            );
            Assert.Equal("too strong", failed.Evidence.Pattern);
            // Everybody else has gone as far as they could: the run is shown as it is, and none with fewer switches.
            Assert.Contains(failed.Evidence.Steps, step => step.What.Contains("bob writes", StringComparison.Ordinal));
            grading.Submission.Finish();
        }
        Assert.Equal(DetectionMeans.Probe, Report().Detection!.Means);
    }

    [Fact]
    public void A_deadlock_on_the_way_is_what_makes_it_impossible()
    {
        var stage = new WrittenStage([
            Operation.OnSlot(OperationKind.Acquire, 64),
            Operation.OnSlot(OperationKind.Acquire, 64),
        ]);
        var end = new ProbeClaim((_, _) => false, run => run.EndedAt("main") is not null, "main goes home");
        using var grading = Grade(stage);

        var failed = Assert.IsType<ClaimFailedException>(grading.Probe("first", end, s_size));

        Assert.StartsWith(
            "It is not possible that main goes home: main waits for door",
            failed.Evidence.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_what_does_not_end_by_itself_nothing_is_shown()
    {
        var bob = new ProbeClaim(AnnIsToWrite, run => run.Marks.Any(IsBobs), "bob writes while ann does not");
        using var grading = Grade(new MarkingStage { Loops = 1 });

        Exception? outcome = grading.Probe("first", bob, s_size);

        Assert.StartsWith(
            "not shown: with 2 clerks ann is stuck in a loop",
            Assert.IsType<NotShownException>(outcome).Message,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _results.Delete(recursive: true);

    private ScriptedGrading Grade(Scheduling.IStage stage, DetectionRequest? detection = null) =>
        new(results: _results.FullName, detection: detection, bench: new ScriptedBench { Makes = () => stage });

    private KataReport Report() =>
        ReportJson.Read<KataReport>(Path.Combine(_results.FullName, "katas", "SemaphoreRooms.json"));

    private static bool AnnIsToWrite(MarkEvent mark, KataRun run) => mark.What == "ann writes";

    private static bool IsBobs(MarkEvent mark) => mark.What == "bob writes";
}
