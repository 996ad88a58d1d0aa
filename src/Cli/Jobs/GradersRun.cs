using System.Text.Json;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>One job from request to results: writes it, starts the Graders, follows their progress, collects.</summary>
/// <param name="surroundings">The surroundings.</param>
/// <param name="request">What is wanted.</param>
/// <param name="display">Where progress is shown.</param>
/// <param name="ready">Graders that were started for this ahead, and are this run's from now on; null to start some.</param>
internal sealed class GradersRun(
    Surroundings surroundings,
    GradersRequest request,
    IProgressDisplay display,
    StartedGraders? ready = null
)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(60);

    private readonly Dictionary<(string Label, string Kata), KataReport> _finished = [];

    /// <summary>Runs it. Cancelling ends the Graders' whole process tree and keeps what was finished.</summary>
    public async Task<GradingResult> RunAsync(CancellationToken cancellation)
    {
        var expected = request.Expected.ToList();
        if (expected.Count == 0)
        {
            return new GradingResult([], Interrupted: false);
        }
        using var started = ready ?? StartedGraders.Start(surroundings, request);
        started.GoOn();
        var (folder, graders) = (started.Folder, started.Process);
        var tail = new ProgressTail(folder.Progress);
        var interrupted = false;
        while (!await graders.EndedWithinAsync(s_look, cancellation))
        {
            if (cancellation.IsCancellationRequested)
            {
                interrupted = true;
                await graders.EndAsync();
                break;
            }
            Follow(tail, folder, expected);
        }
        if (
            ready is not null
            && !interrupted
            && !cancellation.IsCancellationRequested
            && !Directory.EnumerateFiles(folder.Results).Any()
        )
        {
            // They were ended before they had heard that they are to begin.
            return await new GradersRun(surroundings, request, display).RunAsync(cancellation);
        }
        // A terminal sends Ctrl-C to the Graders as well; they may be gone before we looked.
        interrupted |= cancellation.IsCancellationRequested;
        Follow(tail, folder, expected);

        var all = expected
            .Select(e => (e.Submission.Label, Report: Find(e), Known: Find(e) ?? Missing(e, graders, interrupted)))
            .ToList();
        return new GradingResult(
            [.. all.Where(k => k.Report is not null || !interrupted).Select(k => new FinishedKata(k.Label, k.Known))],
            interrupted
        )
        {
            Reported = [.. all.Select(k => k.Known)],
        };
    }

    private KataReport? Find((JobSubmission Submission, Course.Kata Kata) e) =>
        _finished.GetValueOrDefault((e.Submission.Label, e.Kata.Name));

    private void Follow(
        ProgressTail tail,
        JobFolder folder,
        List<(JobSubmission Submission, Course.Kata Kata)> expected
    )
    {
        foreach (var line in tail.ReadNew())
        {
            display.Advance(line);
        }
        foreach (var (submission, kata) in expected)
        {
            var path = folder.Report(submission.Label, kata.Name);
            if (_finished.ContainsKey((submission.Label, kata.Name)) || !File.Exists(path))
            {
                continue;
            }
            var report = ReadReport(path, submission, kata) with { Folder = Submissions.FolderOf(submission, kata) };
            _finished.Add((submission.Label, kata.Name), report);
            display.Finish(new FinishedKata(submission.Label, report));
        }
        display.Tick();
    }

    private static KataReport ReadReport(string path, JobSubmission submission, Course.Kata kata)
    {
        try
        {
            return ReportJson.Read<KataReport>(path);
        }
        catch (JsonException e)
        {
            return CouldNotGrade(submission, kata, e.Message);
        }
    }

    private static KataReport Missing(
        (JobSubmission Submission, Course.Kata Kata) e,
        GradersProcess graders,
        bool interrupted
    ) =>
        Submissions.Lacks(e.Submission, e.Kata)
            ? new KataReport
            {
                Kata = e.Kata.Name,
                Title = e.Kata.Title,
                Submission = e.Submission.Label,
                Status = KataStatus.NotStarted,
                Reason = $"The submission has no folder {e.Kata.Name}.",
                Isolation = "none",
            }
            : CouldNotGrade(
                e.Submission,
                e.Kata,
                interrupted
                    ? "The grading was interrupted before this kata was finished."
                    : $"The Graders ended {graders.HowItEnded} before this kata was finished.\n{graders.LastWords()}"
            );

    private static KataReport CouldNotGrade(JobSubmission submission, Course.Kata kata, string reason) =>
        new()
        {
            Kata = kata.Name,
            Title = kata.Title,
            Submission = submission.Label,
            Status = KataStatus.CouldNotGrade,
            Reason = reason,
            Isolation = "none",
        };
}
