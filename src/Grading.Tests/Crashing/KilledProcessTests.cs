using ConcurrencyKatas.Crashing;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Detecting;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Sizes of which a process is killed, in real processes.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-killed-");
    private readonly Bench _bench = new();

    [SlowTheory]
    [InlineData(nameof(Office.Write))]
    [InlineData(nameof(Office.WriteAgain))]
    public void Who_wants_the_lock_of_a_killed_process_is_told_and_nobody_else_is(string entry)
    {
        Exploration exploration = Explore(entry, enters: false);

        List<KataRun> runs = [.. exploration.Runs()];

        Assert.True(exploration.Report.Proved, exploration.Report.Verdict);
        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Run.Ending));
        Assert.Equal(
            [
                "clerk True: 00, -9",
                "clerk True: 10, -9",
                "clerk True: 11, -9",
                "nobody: 00, -9",
                "nobody: 00, 0",
                "nobody: 11, -9",
                "nobody: 11, 0",
            ],
            Returned(runs)
        );
        Assert.All(
            runs,
            run => Assert.Equal(Text(run).EndsWith("-9", StringComparison.Ordinal), run.KilledAt is not null)
        );
    }

    [SlowFact]
    public void A_block_that_could_not_be_entered_leaves_the_lock_abandoned()
    {
        List<KataRun> runs = [.. Explore(nameof(Office.Write), enters: true).Runs()];

        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Run.Ending));
        Assert.Contains("clerk False, clerk True: 10, -9", Returned(runs));
        Assert.Contains("clerk True: 10, -9", Returned(runs)); // It was killed after main had been in the block.
    }

    [SlowFact]
    public void A_lock_that_tells_nobody_is_held_for_ever()
    {
        Exploration exploration = Explore(nameof(Office.Trust));
        Assert.Contains(exploration.Runs(), run => run.Run.Ending == Ending.Deadlocked);
    }

    [SlowFact]
    public void The_messages_of_a_killed_process_come_and_then_their_end()
    {
        Exploration exploration = Explore(nameof(Office.Listen));

        List<KataRun> runs = [.. exploration.Runs()];

        Assert.True(exploration.Report.Proved, exploration.Report.Verdict);
        Assert.Contains("clerk killed anywhere or nowhere", exploration.Report.Verdict, StringComparison.Ordinal);
        Assert.Equal(["0", "1", "11"], Returned(runs));
    }

    [SlowFact]
    public void What_only_a_crash_shows_is_confirmed_drawn_and_replayed()
    {
        var size = new Size("an office", false) { Victim = "clerk", Proof = true };
        KataDefinition kata = Kata(nameof(Office.Write));
        Evidence evidence;
        using (GradedSubmission graded = Grade(kata))
        {
            var recorder = new ClaimRecorder(graded, "first", points: 1, skip: _ => { });
            var claim = new ClaimSubject(recorder, graded, graded.Explore([size]));
            evidence = Assert.Throws<ClaimFailedException>(() => claim.AtTheEnd(HalfARecord)).Evidence;
        }

        Assert.Equal("Main saw half a record.", evidence.Sentence);
        Assert.Contains("is killed", evidence.Trace, StringComparison.Ordinal);
        Assert.Contains("takes over gate", evidence.Trace, StringComparison.Ordinal);
        Assert.Contains(".an-office~", evidence.Token, StringComparison.Ordinal);

        using (GradedSubmission graded = Grade(kata))
        {
            graded.Replay(size, ReplayToken.Parse(evidence.Token!));
            graded.Finish();
        }
        KataReport report = ReportJson.Read<KataReport>(Path.Combine(_results.FullName, "office", "Crashing.json"));
        ClaimReport replayed = Assert.Single(report.Claims);
        Assert.Equal((ClaimStatus.Passed, null), (replayed.Status, replayed.Reason));
        Assert.Contains("is killed", replayed.Evidence!.Trace, StringComparison.Ordinal);
    }

    [SlowFact]
    public void A_token_that_kills_somebody_is_followed_where_nobody_is_to_be_killed_any_more_and_says_where_it_fails()
    {
        KataDefinition kata = Kata(nameof(Office.Write));
        var crashing = new Size("an office", false) { Victim = "clerk", Proof = true };
        using GradedSubmission graded = Grade(kata);
        KataRun killed = graded.Explore(crashing).Runs().First(run => run.KilledAt is not null);

        graded.Replay(new Size("an office", false), ReplayToken.Of("Crashing", crashing.Name, killed.Run));
        graded.Finish();

        KataReport report = ReportJson.Read<KataReport>(Path.Combine(_results.FullName, "office", "Crashing.json"));
        ClaimReport replayed = Assert.Single(report.Claims);
        Assert.Equal(ClaimStatus.Failed, replayed.Status);
        Assert.DoesNotContain("is killed", replayed.Evidence!.Trace, StringComparison.Ordinal);
    }

    [SlowFact]
    public void After_how_many_crashes_the_proof_alone_finds_a_mistake_is_measured()
    {
        var size = new Size("an office", false) { Victim = "clerk", Proof = true };
        var detector = new Detector(
            new DetectionRequest { Seeds = 1, PlainRuns = 0 },
            OwnAssembly.Compiled,
            Kata(nameof(Office.Write)),
            _bench,
            (_, _, _) => { }
        );

        detector.Measure([size], size, HalfARecord);

        // The run in which nobody is killed comes first, and shows nothing.
        Assert.True(detector.Report.ProofRuns > 1, $"It was found by run {detector.Report.ProofRuns} of the proof.");
    }

    [SlowTheory]
    [InlineData(true, "Crashing")]
    [InlineData(false, "Crashing", "PipeEnds")]
    public void A_run_for_real_is_begun_before_a_claim_asks_for_it_where_a_processor_is_to_spare(
        bool isBegun,
        params string[] katas
    )
    {
        var size = new Size("an office");
        using (GradedSubmission graded = Grade(Kata(nameof(Office.Listen)), katas))
        {
            var recorder = new ClaimRecorder(graded, "first", points: 1, skip: _ => { });
            new ClaimSubject(recorder, graded, graded.Explore([size])).NeverDeadlocks(thenForReal: size);
        }

        string[] progress = File.ReadAllLines(Path.Combine(_results.FullName, "progress.ndjson"));
        Assert.Equal(isBegun, progress.Any(line => line.Contains("\"phase\":\"real\"", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        _bench.Dispose();
        _results.Delete(recursive: true);
    }

    private static Violation? HalfARecord(KataRun run) =>
        Text(run).Contains(": 10", StringComparison.Ordinal) ? new Violation("Main saw half a record.") : null;

    private static IEnumerable<string> Returned(IEnumerable<KataRun> runs) =>
        runs.Select(Text).Distinct().Order(StringComparer.Ordinal);

    private static string Text(KataRun run) => $"{run.Returned}";

    private Exploration Explore(string entry, params object?[] arguments) =>
        new(
            _bench.Stage,
            OwnAssembly.Compiled,
            Kata(entry),
            new Size("an office", arguments) { Victim = "clerk", Proof = true },
            Job.FullProof,
            hasFailed: () => false,
            isSettled: () => false,
            progress: (_, _, _) => { }
        );

    private Exploration Explore(string entry, bool enters) => Explore(entry, [enters]);

    private GradedSubmission Grade(KataDefinition kata, params string[] katas)
    {
        var submission = new JobSubmission { Label = "office", Path = _results.FullName };
        var job = new Job
        {
            Root = RepositoryRoot.Find(),
            Submissions = [submission],
            Katas = katas.Length > 0 ? katas : ["Crashing"],
            Results = _results.FullName,
        };
        return new GradedSubmission(
            job,
            submission,
            kata,
            _bench,
            _ => new Preparation { Compiled = OwnAssembly.Compiled }
        );
    }

    private static KataDefinition Kata(string entry) => OwnAssembly.Kata(typeof(Office), entry);
}
