using System.Diagnostics;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Detecting;

/// <summary>
/// Measures how soon chance finds that a submission is wrong, once it is known to be: with other seeds, with the proof alone, and
/// in plain runs for real.
/// </summary>
/// <param name="request">How much of it.</param>
/// <param name="kata">What is run.</param>
/// <param name="definition">Which kata it is.</param>
/// <param name="bench">Where it is run.</param>
/// <param name="progress">Told the phase, the size and how far it is.</param>
internal sealed class Detector(
    DetectionRequest request,
    CompiledKata kata,
    KataDefinition definition,
    IBench bench,
    Action<string, string?, string?> progress
)
{
    // Runs that do not end by themselves cost seconds each.
    private const int SeedsOfEndless = 10;

    // So many are enough to know how often it fails.
    private const int FailuresAtMost = 20;

    private const int LooksForReal = 5;

    // Far longer than any size of a kata takes: whoever is not done by then is stuck.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<Size, List<RealRun?>> _looks = [];

    /// <summary>What was measured.</summary>
    public DetectionReport Report { get; private set; } = new();

    /// <summary>Measures a failure that shows in schedules.</summary>
    /// <param name="sizes">The sizes of the claim, in order.</param>
    /// <param name="size">The one in which it was found.</param>
    /// <param name="finds">Finds it in a run.</param>
    public void Measure(IReadOnlyList<Size> sizes, Size size, Func<KataRun, Violation?> finds)
    {
        int wanted = request.Seeds;
        int seeds = 0;
        bool needsOperations = false;
        List<int> found = [];
        while (seeds < wanted)
        {
            seeds++;
            progress("detection", size.Name, $"seed {seeds} of {wanted}");
            if (Find(sizes.SelectMany(s => Explore(s, seeds).Runs()), finds) is var (place, run))
            {
                found.Add(place);
                bool ends = run.Run.Ending is Ending.Completed or Ending.Deadlocked;
                wanted = ends ? wanted : Math.Min(wanted, Math.Max(seeds, SeedsOfEndless));
                needsOperations = run.Run.Ending == Ending.Completed && finds(PlainRun.Stripped(run)) is null;
            }
        }
        found.Sort();
        int half = (seeds + 1) / 2;
        Report = Report with
        {
            Means = DetectionMeans.Schedules,
            Seeds = seeds,
            Found = found.Count,
            MedianSchedules = half > 0 && found.Count >= half ? found[half - 1] : null,
            ProofRuns = sizes.Where(s => s.Proof).Select(s => FindByProof(s, finds)).FirstOrDefault(r => r is not null),
            NeedsOperations = needsOperations,
            Plain = needsOperations ? null : RunForReal(size, run => finds(PlainRun.Of(run, size)) is not null),
        };
    }

    /// <summary>Measures a failure that shows in a run for real.</summary>
    public void MeasureForReal(Size size, Func<RealRun, Violation?> finds) =>
        Report = Report with
        {
            Means = DetectionMeans.RealRun,
            Plain = RunForReal(size, run => finds(run) is not null),
        };

    /// <summary>Notes that it is a probe that fails: no run shows that something is impossible, and no seed matters.</summary>
    public void NoteProbe() => Report = Report with { Means = DetectionMeans.Probe };

    /// <summary>Looks whether a claim that holds would hold in plain runs too; if not, it can say nothing of those of others.</summary>
    public void LookForReal(string test, IReadOnlyList<Size> sizes, Func<KataRun, Violation?> finds)
    {
        if (request.PlainRuns > 0 && !Report.Blind.Contains(test) && sizes.Any(size => FindsForReal(size, finds)))
        {
            Report = Report with { Blind = [.. Report.Blind, test] };
        }
    }

    private bool FindsForReal(Size size, Func<KataRun, Violation?> finds)
    {
        if (!_looks.TryGetValue(size, out List<RealRun?>? runs))
        {
            _looks.Add(size, runs = [.. Enumerable.Range(0, LooksForReal).Select(_ => Run(size))]);
        }
        // One that is stuck, or late on a busy machine, says nothing of the claim.
        return runs.OfType<RealRun>()
            .Any(run => Fails(run, other => finds(PlainRun.Of(other, size)) is not null, whenUnclear: true));
    }

    private int? FindByProof(Size size, Func<KataRun, Violation?> finds)
    {
        progress("detection", size.Name, "the proof alone");
        IProgramStage stage = bench.Stage;
        lock (stage)
        {
            using IDisposable pinned = stage.Pin();
            stage.Stage(Programs.Of(kata, definition, size));
            var limits = new ProofOptions { MaxRuns = Job.FullProof };
            IEnumerable<Run> runs = size.Victim is { } victim
                ? new Crashes(stage, victim).Prove(limits, _ => { })
                : new ProofSearch(stage, limits).Explore();
            return Find(runs.Select(run => new KataRun(run, size)), finds)?.Place;
        }
    }

    private static (int Place, KataRun Run)? Find(IEnumerable<KataRun> runs, Func<KataRun, Violation?> finds)
    {
        int place = 0;
        foreach (KataRun run in runs)
        {
            place++;
            if (finds(run) is not null)
            {
                return (place, run);
            }
        }
        return null;
    }

    private Exploration Explore(Size size, int seed) =>
        new(
            bench.Stage,
            kata,
            definition,
            size,
            proofBudget: 0,
            hasFailed: () => false,
            isSettled: () => false,
            progress: (_, _, _) => { },
            seed
        );

    private PlainRunsReport? RunForReal(Size size, Func<RealRun, bool> fails)
    {
        if (request.PlainRuns == 0)
        {
            return null;
        }
        int runs = 0;
        int failed = 0;
        int stuck = 0;
        var clock = Stopwatch.StartNew();
        while (runs < request.PlainRuns && failed < FailuresAtMost && clock.Elapsed.TotalSeconds < request.PlainSeconds)
        {
            progress("detection", size.Name, $"plain run {runs + 1} of {request.PlainRuns}");
            RealRun? run = Run(size);
            runs++;
            stuck += run is null ? 1 : 0;
            failed += run is null || Fails(run, fails, whenUnclear: false) ? 1 : 0;
        }
        return new PlainRunsReport(runs, failed, stuck, clock.Elapsed.TotalSeconds);
    }

    // A claim is written for runs that came to their end by themselves, and may trip over one that was cut off.
    private static bool Fails(RealRun run, Func<RealRun, bool> fails, bool whenUnclear)
    {
        try
        {
            return fails(run);
        }
        catch (Exception problem) when (problem is not CouldNotGradeException)
        {
            return whenUnclear;
        }
    }

    private RealRun? Run(Size size) => bench.RunForReal(kata, definition, size, s_patience);
}
