using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Detecting;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>How often plain runs for real show a failure, and which claims they can say nothing of.</summary>
public sealed class PlainDetectionTests
{
    private const int Stuck = -1;

    private static readonly Size s_size = new("2 guests", OneActorStage.Ends);
    private static readonly DetectionRequest s_four = new() { Seeds = 0, PlainRuns = 4 };

    private int _runs;

    [Fact]
    public void Those_that_fail_and_those_that_get_stuck_are_counted_and_not_those_that_the_claim_trips_over()
    {
        int[] exits = [1, Stuck, 0, 2];
        Detector detector = Detect(s_four, run => exits[run]);

        detector.MeasureForReal(
            s_size,
            run =>
                run.ExitCode == 2 ? throw new FormatException("seven")
                : run.ExitCode == 1 ? new Violation("It broke.")
                : null
        );

        PlainRunsReport plain = detector.Report.Plain!;
        Assert.Equal(DetectionMeans.RealRun, detector.Report.Means);
        Assert.Equal((4, 2, 1), (plain.Runs, plain.Failed, plain.Stuck));
    }

    [Fact]
    public void Once_it_is_known_how_often_it_fails_it_is_run_no_more()
    {
        Detector detector = Detect(s_four with { PlainRuns = 500 }, _ => 1);

        detector.MeasureForReal(s_size, _ => new Violation("It broke."));

        Assert.Equal((20, 20, 20), (_runs, detector.Report.Plain!.Runs, detector.Report.Plain.Failed));
    }

    [Fact]
    public void Who_gives_no_time_gets_no_run()
    {
        Detector detector = Detect(s_four with { PlainSeconds = 0 }, _ => 1);

        detector.MeasureForReal(s_size, _ => new Violation("It broke."));

        Assert.Equal((0, 0), (_runs, detector.Report.Plain!.Runs));
    }

    [Fact]
    public void Who_wants_no_plain_runs_gets_none_and_no_count_of_them()
    {
        Detector detector = Detect(s_four with { PlainRuns = 0 }, _ => 1);

        detector.MeasureForReal(s_size, _ => new Violation("It broke."));
        detector.LookForReal("first", [s_size], _ => new Violation("It broke."));

        Assert.Null(detector.Report.Plain);
        Assert.Empty(detector.Report.Blind);
        Assert.Equal(0, _runs);
    }

    [Fact]
    public void A_failure_that_is_no_matter_of_operations_is_looked_for_in_plain_runs_too()
    {
        Detector detector = Detect(s_four, run => run);

        detector.Measure(
            [s_size],
            s_size,
            run => run.Output.Length > 0 ? new Violation($"It printed {run.Output}.") : null
        );

        Assert.False(detector.Report.NeedsOperations);
        // Of the four, one printed nothing.
        Assert.Equal((4, 3), (detector.Report.Plain!.Runs, detector.Report.Plain.Failed));
    }

    [Fact]
    public void A_claim_that_plain_runs_break_is_named_once_as_one_of_which_they_say_nothing()
    {
        Detector detector = Detect(s_four, _ => 1);
        Func<KataRun, Violation?> breaks = run => run.Output.Length > 0 ? new Violation("It printed.") : null;

        detector.LookForReal("first", [s_size], breaks);
        detector.LookForReal("second", [s_size], _ => null);
        detector.LookForReal("first", [s_size], breaks);

        Assert.Equal(["first"], detector.Report.Blind);
        // All look at the same ones.
        Assert.Equal(5, _runs);
    }

    [Fact]
    public void A_claim_that_trips_over_a_plain_run_says_nothing_of_it_either()
    {
        Detector detector = Detect(s_four, _ => 0);

        detector.LookForReal("first", [s_size], _ => throw new FormatException("seven"));

        Assert.Equal(["first"], detector.Report.Blind);
    }

    [Fact]
    public void Runs_that_get_stuck_say_nothing_of_a_claim()
    {
        Detector detector = Detect(s_four, _ => Stuck);

        detector.LookForReal("first", [s_size], _ => new Violation("It broke."));

        Assert.Empty(detector.Report.Blind);
    }

    [Fact]
    public void A_failure_of_ours_in_a_plain_run_is_no_count()
    {
        Detector detector = Detect(s_four, _ => 1);

        Assert.Throws<CouldNotGradeException>(() =>
            detector.MeasureForReal(s_size, _ => throw new CouldNotGradeException("It could not be read."))
        );
    }

    // Told of each run which one it is; answers its exit code, and what it prints is as many letters.
    private Detector Detect(DetectionRequest request, Func<int, int> exit) =>
        new(
            request,
            new CompiledKata("", "", Guid.Empty, HasStatics: false, NeedsFreshContext: false),
            KataDefinition.Load(RepositoryRoot.Find(), "SemaphoreRooms"),
            new ScriptedBench { Real = _ => Run(exit(_runs++)) },
            (_, _, _) => { }
        );

    private static RealRun? Run(int exitCode) =>
        exitCode == Stuck
            ? null
            : new RealRun
            {
                Arguments = [],
                Processes = [new RealProcess(10, 0, "main", exitCode)],
                Marks = [],
                Output = new string('x', exitCode),
                ExitCode = exitCode,
                Leftovers = [],
            };
}
