using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Proves katas: their files, then every submission that must pass or be caught, then every replay.</summary>
internal sealed class Checker(
    Surroundings surroundings,
    Func<GradersRequest, CancellationToken, Task<GradingResult>> grade
)
{
    private readonly CheckCache _cache = new(surroundings);

    /// <summary>Checks these katas.</summary>
    /// <param name="katas">Which ones.</param>
    /// <param name="fresh">Whether results of earlier checks are passed over.</param>
    /// <param name="cancellation">Ends the Graders; what was finished is kept.</param>
    public async Task<CheckOutcome> CheckAsync(
        IReadOnlyList<KataFolders> katas,
        bool fresh,
        CancellationToken cancellation
    )
    {
        List<Fault> faults = [];
        List<CheckRow> rows = [];
        List<string> cached = [];
        List<Expectation> expectations = [];
        foreach (var folders in katas)
        {
            var found = FolderRules.All.SelectMany(r => r.Check(folders)).ToList();
            faults.AddRange(found);
            if (found.Count == 0 && !fresh && _cache.Find(folders) is { } before)
            {
                rows.AddRange(before);
                cached.Add(folders.Name);
            }
            else if (CanBeGraded(folders))
            {
                expectations.AddRange(Expectations.Of(folders, KataFile.Read(folders.Kata)));
            }
        }

        var result = await Run([.. expectations.Select(e => e.Submission)], expectations, cancellation);
        var replays = new Replays(expectations, result);
        var replayed = result.Interrupted
            ? new GradingResult([], Interrupted: true)
            : await Run(replays.Submissions, expectations, cancellation);
        var judged = expectations
            .Select(e => (Expectation: e, Report: result.Find(e.Submission.Label, e.Kata.Name)))
            .Where(e => e.Report is not null)
            .SelectMany(e => e.Expectation.Judge(e.Report!).Select(f => (e.Expectation, Fault: f)))
            .ToList();
        if (!replayed.Interrupted)
        {
            judged.AddRange(replays.Judge(replayed));
        }

        foreach (var of in expectations.GroupBy(e => e.Folders))
        {
            List<CheckRow> own = [.. of.Select(e => Row(e, result, judged)).OfType<CheckRow>()];
            rows.AddRange(own);
            if (replayed.Interrupted || !own.TrueForAll(r => r.Right) || faults.Exists(f => IsOf(f, of.Key)))
            {
                continue;
            }
            // Only of a kata that is right otherwise: an impostor that is not caught makes claims idle too.
            List<Fault> idle = [.. IdleClaims.Of(of, result)];
            faults.AddRange(idle);
            if (idle.Count == 0)
            {
                _cache.Keep(of.Key, own);
            }
        }
        faults.AddRange(judged.Select(j => j.Fault));
        return new CheckOutcome(faults, rows, cached, result.Interrupted || replayed.Interrupted);
    }

    private Task<GradingResult> Run(
        IReadOnlyList<Grading.Jobs.JobSubmission> submissions,
        IReadOnlyList<Expectation> expectations,
        CancellationToken cancellation
    ) =>
        submissions.Count == 0
            ? Task.FromResult(new GradingResult([], cancellation.IsCancellationRequested))
            : grade(
                new GradersRequest
                {
                    Submissions = submissions,
                    Katas = [.. expectations.Select(e => e.Kata).DistinctBy(k => k.Name)],
                },
                cancellation
            );

    private static CheckRow? Row(
        Expectation expectation,
        GradingResult result,
        List<(Expectation Expectation, Fault Fault)> judged
    ) =>
        result.Find(expectation.Submission.Label, expectation.Kata.Name) is { } report
            ? new CheckRow(
                expectation.Kata.Name,
                expectation.Title,
                expectation.Describe(report),
                !judged.Exists(j => j.Expectation == expectation)
            )
            : null;

    // Where a room or kata.json is missing there is nothing to grade; the rules have told.
    private static bool CanBeGraded(KataFolders folders) =>
        Directory.Exists(folders.Kata)
        && Directory.Exists(folders.Solution)
        && Directory.Exists(folders.Grader)
        && !new DefinitionRule().Check(folders).Any();

    private static bool IsOf(Fault fault, KataFolders folders) =>
        fault.File.Split('/') is [_, var name, ..] && name == folders.Name;
}
