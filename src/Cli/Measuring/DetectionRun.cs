using System.Diagnostics;
using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Detection;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>Measures how much of catching the impostors, and of passing the right programs, is left to chance.</summary>
/// <param name="surroundings">Where the course is.</param>
/// <param name="request">How much is measured of each impostor.</param>
/// <param name="gradings">How often each right program is graded.</param>
/// <param name="grade">Grades.</param>
internal sealed class DetectionRun(
    Surroundings surroundings,
    DetectionRequest request,
    int gradings,
    Func<GradersRequest, CancellationToken, Task<GradingResult>> grade
)
{
    private readonly StrengthFolder _folder = StrengthFolder.Of(surroundings.Repository);

    /// <summary>Measures and writes what came of it.</summary>
    /// <exception cref="OperationCanceledException">
    /// It was interrupted: what was measured of katas that were done by then is written.
    /// </exception>
    /// <exception cref="UserError">Something could not be graded, or an impostor is not caught at all.</exception>
    public async Task<IReadOnlyList<KataDetection>> RunAsync(IReadOnlyList<Kata> katas, CancellationToken cancellation)
    {
        List<Work> work = [.. katas.Select(Prepare)];
        var clock = Stopwatch.StartNew();
        var result = await grade(
            new GradersRequest { Submissions = [.. work.SelectMany(w => w.Submissions)], Katas = katas },
            cancellation
        );
        List<KataDetection> all = [];
        UserError? problem = null;
        foreach (var one in work.Where(w => !result.Interrupted || IsDone(w, result)))
        {
            try
            {
                var detection = Read(one, result, clock.Elapsed);
                ReportJson.Write(_folder.Detection(detection.Kata), detection);
                all.Add(detection);
            }
            catch (UserError error)
            {
                problem ??= error; // What was measured of the other katas is not lost.
            }
        }
        return result.Interrupted ? throw new OperationCanceledException(cancellation)
            : problem is null ? all
            : throw problem;
    }

    private Work Prepare(Kata kata)
    {
        var folders = new KataFolders(surroundings.Repository, kata.Name);
        var right = folders.Alternatives.Prepend(folders.Solution).ToList();
        return new Work(
            kata,
            [.. folders.Impostors.Select(folder => Impostor(kata, folder)).OfType<JobSubmission>()],
            Named(kata, "solution, for real", folders.Solution) with
            {
                Detection = request,
                ProofBudget = Job.QuickProof,
            },
            [
                .. right.SelectMany(folder =>
                    Enumerable
                        .Range(1, gradings)
                        .Select(seed =>
                            Named(kata, $"right.{Path.GetFileName(folder)}.{seed}", folder) with
                            {
                                Seed = seed,
                                // A proof leaves nothing to chance, and would be the same each time.
                                ProofBudget = 0,
                            }
                        )
                ),
            ]
        );
    }

    private JobSubmission? Impostor(Kata kata, string folder) =>
        DeclaredVerdict.Of(folder, kata.Edit) is { } verdict
            ? Named(kata, $"impostor.{Path.GetFileName(folder)}", folder) with
            {
                KnownToFail = verdict.ExpectedTest,
                Detection = request,
            }
            : null;

    private static JobSubmission Named(Kata kata, string label, string folder) =>
        new()
        {
            Label = $"{kata.Name}.{label}",
            Path = folder,
            Kata = kata.Name,
            GradeUntouched = true,
        };

    private static bool IsDone(Work work, GradingResult result) =>
        work.Submissions.All(submission => result.Find(submission.Label, work.Kata.Name) is not null);

    private static KataDetection Read(Work work, GradingResult result, TimeSpan elapsed)
    {
        KataReport Report(JobSubmission submission) =>
            Graded(submission, result.Find(submission.Label, work.Kata.Name)!);

        var solution = Report(work.Solution);
        if (solution.Status != KataStatus.Passed)
        {
            throw new UserError(
                $"{work.Kata.Name}: the solution itself is '{Words.Of(solution.Status)}', so nothing can be said of its impostors. "
                    + $"'./kata check {work.Kata.Name}' says more.",
                ExitCodes.CouldNotGrade
            );
        }
        var blind = solution.Detection?.Blind ?? [];
        return new KataDetection
        {
            Kata = work.Kata.Name,
            Programs =
            [
                .. work.Impostors.Select(impostor => new DetectedProgram(
                    Path.GetFileName(impostor.Path),
                    impostor.KnownToFail!,
                    Caught(impostor, Report(impostor)),
                    blind.Contains(impostor.KnownToFail!)
                )),
            ],
            Gradings = work.Right.Count,
            FalseAlarms = work.Right.Count(right => Report(right).Status != KataStatus.Passed),
            Seconds = elapsed.TotalSeconds,
        };
    }

    private static KataReport Graded(JobSubmission submission, KataReport report) =>
        report.Status == KataStatus.CouldNotGrade
            ? throw new UserError(
                $"{submission.Label} could not be graded, so nothing was measured: "
                    + (report.Reason ?? report.Claims.First(c => c.Status == ClaimStatus.CouldNotGrade).Reason),
                ExitCodes.CouldNotGrade
            )
            : report;

    private static DetectionReport Caught(JobSubmission impostor, KataReport report) =>
        report.Detection is { Means: not null } detection
            ? detection
            : throw new UserError(
                $"{impostor.Label} is not caught by {impostor.KnownToFail}: './kata check {report.Kata}' says more.",
                ExitCodes.CouldNotGrade
            );

    private sealed record Work(
        Kata Kata,
        IReadOnlyList<JobSubmission> Impostors,
        JobSubmission Solution,
        IReadOnlyList<JobSubmission> Right
    )
    {
        public IEnumerable<JobSubmission> Submissions => [Solution, .. Impostors, .. Right];
    }
}
