using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What a claim makes of a run for real.</summary>
public sealed class RealSubjectTests : IDisposable
{
    private static readonly Size s_ends = new("2 guests", OneActorStage.Ends);
    private static readonly Size s_loops = new("9 guests", OneActorStage.Loops);
    private static readonly Size s_crowd = new("100 guests", OneActorStage.Ends);

    private static readonly RealRun s_run = new()
    {
        Arguments = [],
        Processes = [],
        Marks = [],
        Output = "three sauces",
        ExitCode = 0,
        Leftovers = [7],
    };

    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-real-");

    [Fact]
    public void What_holds_is_told_to_have_been_seen_in_real_processes()
    {
        using (var grading = Grade(_ => s_run))
        {
            Assert.Null(grading.ForReal("first", _ => null, s_ends));
            grading.Submission.Finish();
        }

        Assert.Equal("2 guests: seen in real processes", Assert.Single(Report().Claims).Verdict);
    }

    [Fact]
    public void What_fails_is_shown_with_what_was_printed_and_measured_in_runs_for_real()
    {
        using (var grading = Grade(_ => s_run, new DetectionRequest { PlainRuns = 3 }))
        {
            var failed = Assert.IsType<ClaimFailedException>(grading.ForReal("first", LeavesSomebody, s_ends));
            Assert.Equal(
                ("Somebody was left.", "orphan", "three sauces"),
                (failed.Evidence.Sentence, failed.Evidence.Pattern, failed.Evidence.Output)
            );
            grading.Submission.Finish();
        }

        DetectionReport measured = Report().Detection!;
        Assert.Equal((DetectionMeans.RealRun, 3, 3), (measured.Means, measured.Plain!.Runs, measured.Plain.Failed));
    }

    [Fact]
    public void Where_nobody_asked_for_it_a_failure_is_not_measured()
    {
        int runs = 0;
        using var grading = Grade(_ =>
        {
            runs++;
            return s_run;
        });

        Assert.IsType<ClaimFailedException>(grading.ForReal("first", LeavesSomebody, s_ends));

        Assert.Equal(1, runs);
    }

    [Fact]
    public void What_gets_stuck_under_control_is_not_tried_for_real()
    {
        using var grading = Grade(size => throw new InvalidOperationException($"{size.Name} was run for real."));

        Exception? outcome = grading.ForReal("first", _ => null, s_crowd, explored: s_loops);

        Assert.StartsWith(
            "not shown: with 9 guests main is stuck",
            Assert.IsType<NotShownException>(outcome).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_that_does_not_end_although_every_schedule_does_cannot_be_graded()
    {
        using var grading = Grade(_ => null);

        var outcome = Assert.IsType<CouldNotGradeException>(grading.ForReal("first", _ => null, s_ends));

        Assert.Contains(
            "SemaphoreRooms with 2 guests did not end for real within 60 s although every explored schedule ends.",
            outcome.Message,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _results.Delete(recursive: true);

    private ScriptedGrading Grade(Func<Size, RealRun?> real, DetectionRequest? detection = null) =>
        new(results: _results.FullName, detection: detection, bench: new ScriptedBench { Real = real });

    private KataReport Report() =>
        ReportJson.Read<KataReport>(Path.Combine(_results.FullName, "katas", "SemaphoreRooms.json"));

    private static Violation? LeavesSomebody(RealRun run) =>
        run.Leftovers.Count > 0 ? new Violation("Somebody was left.", Pattern: "orphan") : null;
}
