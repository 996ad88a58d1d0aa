using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Detecting;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>How soon chance finds a failure.</summary>
public sealed class DetectionTests
{
    private static readonly Size s_ends = new("9 guests", OneActorStage.Ends) { Proof = true };
    private static readonly Size s_loops = new("3 guests", OneActorStage.Loops);

    [Fact]
    public void What_every_schedule_shows_is_found_by_the_first_of_each_seed_and_of_the_proof()
    {
        DetectionReport report = Measure(s_ends, seeds: 7, (_, _) => true);

        Assert.Equal((7, 7, 1, 1), (report.Seeds, report.Found, report.MedianSchedules, report.ProofRuns));
        // No operation on anything: nothing that a plain run would not show as well.
        Assert.False(report.NeedsOperations);
    }

    [Fact]
    public void What_no_schedule_shows_is_found_by_nothing()
    {
        DetectionReport report = Measure(s_ends, seeds: 3, (_, _) => false);

        Assert.Equal((3, 0), (report.Seeds, report.Found));
        Assert.Null(report.MedianSchedules);
        Assert.Null(report.ProofRuns);
    }

    [Fact]
    public void The_median_is_that_of_all_seeds_and_not_of_those_only_that_found_it()
    {
        // One of three finds it: after how many schedules half of them do is not known.
        Assert.Null(Measure(s_ends, seeds: 3, (exploration, _) => exploration == 1).MedianSchedules);
        Assert.Equal(4, Measure(s_ends, seeds: 3, (exploration, run) => exploration <= 2 && run == 4).MedianSchedules);
    }

    [Fact]
    public void One_that_is_first_met_to_be_endless_by_a_late_seed_is_found_by_no_more_seeds_than_were_tried()
    {
        DetectionReport report = Measure(s_loops, seeds: 100, (exploration, _) => exploration >= 15);

        Assert.Equal((15, 1), (report.Seeds, report.Found));
        Assert.Null(report.MedianSchedules);
    }

    [Fact]
    public void What_only_sampled_schedules_show_is_not_found_by_the_proof() =>
        Assert.Null(Measure(s_ends, seeds: 2, (exploration, _) => exploration <= 2).ProofRuns);

    [Fact]
    public void Of_one_that_never_ends_few_seeds_are_tried_since_each_costs_seconds() =>
        Assert.Equal(10, Measure(s_loops, seeds: 100, (_, _) => true).Seeds);

    [Fact]
    public void Without_seeds_only_the_proof_is_tried()
    {
        DetectionReport report = Measure(s_ends, seeds: 0, (_, _) => true);

        Assert.Equal((0, 0, 1), (report.Seeds, report.Found, report.ProofRuns));
        Assert.Null(report.MedianSchedules);
    }

    [SlowFact]
    [Trait(GraderProcess.Trait, GraderProcess.Started)]
    public void Of_an_impostor_the_test_that_must_fail_is_measured_and_no_other()
    {
        string root = RepositoryRoot.Find();
        var impostor = new JobSubmission
        {
            Label = "impostor",
            Path = Path.Combine(root, "graders", "SemaphoreRooms", "impostors", "no-semaphore"),
            Kata = "SemaphoreRooms",
            KnownToFail = "Never_more_guests_are_inside_than_there_are_rooms",
            Detection = new DetectionRequest { Seeds = 4, PlainRuns = 2 },
        };
        var right = impostor with
        {
            Label = "right",
            Path = Path.Combine(root, "solutions"),
            KnownToFail = null,
            Detection = new DetectionRequest { PlainRuns = 1 },
        };
        var reports = GraderProcess.GradeAll("SemaphoreRooms", impostor, right);

        Assert.Equal(ClaimStatus.Failed, Assert.Single(reports["impostor"].Claims).Status);
        DetectionReport found = reports["impostor"].Detection!;
        Assert.Equal((DetectionMeans.Schedules, 4, 4), (found.Means, found.Seeds, found.Found));
        Assert.InRange(found.MedianSchedules!.Value, 2, 100);
        Assert.InRange(found.ProofRuns!.Value, 1, 100);
        Assert.Equal(2, found.Plain!.Runs);
        Assert.True(reports["right"].Claims.Count > 5, "Of the solution every claim is tried.");
        Assert.Null(reports["right"].Detection!.Means);
        Assert.Empty(reports["right"].Detection!.Blind);
    }

    // Told of each run of which exploration it is, and its place in that.
    private static DetectionReport Measure(Size size, int seeds, Func<int, int, bool> finds)
    {
        int staged = 0;
        int explorations = 0;
        int runs = 0;
        using var bench = new ScriptedBench();
        var detector = new Detector(
            new DetectionRequest { Seeds = seeds, PlainRuns = 0 },
            new CompiledKata("", "", Guid.Empty, HasStatics: false, NeedsFreshContext: false),
            KataDefinition.Load(RepositoryRoot.Find(), "SemaphoreRooms"),
            bench,
            (_, _, _) =>
            {
                explorations++;
                runs = 0;
            }
        );
        detector.Measure(
            [size],
            size,
            _ => finds(explorations, ++runs) ? new Violation($"It is run {++staged}.") : null
        );
        return detector.Report;
    }
}
