using System.Diagnostics;
using ConcurrencyKatas.Cli.Checking;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Strength.Mutants;

namespace ConcurrencyKatas.Cli.Measuring;

/// <summary>
/// Grades the mutants that our own operators make of the solutions, and with them the impostors and the right programs, all as
/// submissions of one job, as students' are.
/// </summary>
internal sealed class ConcurrencyRun(
    Surroundings surroundings,
    Func<GradersRequest, CancellationToken, Task<GradingResult>> grade
)
{
    private readonly StrengthFolder _folder = StrengthFolder.Of(surroundings.Repository);

    /// <summary>Grades and writes the outcomes.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted: nothing is written.</exception>
    /// <exception cref="UserError">A canary: the solution was caught, or no impostor was.</exception>
    public async Task<IReadOnlyList<KataOutcomes>> RunAsync(IReadOnlyList<Kata> katas, CancellationToken cancellation)
    {
        List<Work> work = [.. katas.Select(Prepare)];
        try
        {
            var clock = Stopwatch.StartNew();
            var result = await grade(
                new GradersRequest { Submissions = [.. work.SelectMany(w => w.Submissions)], Katas = katas },
                cancellation
            );
            if (result.Interrupted)
            {
                throw new OperationCanceledException(cancellation);
            }
            return [.. work.SelectMany(w => Read(w, result, clock.Elapsed))];
        }
        finally
        {
            work.ForEach(w => w.Mutants.Dispose());
        }
    }

    private Work Prepare(Kata kata)
    {
        var folders = new KataFolders(surroundings.Repository, kata.Name);
        return new Work(
            kata,
            MutantFiles.Submission(kata, "solution", folders.Solution),
            [.. folders.Alternatives.Select(f => Named(kata, "alternative", f))],
            [.. folders.Impostors.Select(f => Named(kata, "impostor", f))],
            MutantFiles.Write(surroundings.Repository, _folder, kata)
        );
    }

    private static JobSubmission Named(Kata kata, string kind, string folder) =>
        MutantFiles.Submission(kata, $"{kind}.{Path.GetFileName(folder)}", folder);

    private IEnumerable<KataOutcomes> Read(Work work, GradingResult result, TimeSpan elapsed)
    {
        var kata = work.Kata.Name;
        KataReport Report(JobSubmission submission) => result.Find(submission.Label, kata)!;

        var solution = Report(work.Solution);
        if (solution.Status != KataStatus.Passed)
        {
            throw Canary(
                kata,
                $"the solution itself is '{Words.Of(solution.Status)}', so nothing can be said of its mutants{Reason(solution)}"
            );
        }
        var equivalents = EquivalentsOf(surroundings.Repository, kata);
        var common = new KataOutcomes
        {
            Kata = kata,
            Kind = OutcomeKind.Impostors,
            Claims = [.. solution.Claims.Select(c => c.Test)],
            Outcomes =
            [
                .. work.Impostors.Select(s =>
                    OutcomeReading.Of(Path.GetFileName(s.Path), Report(s), null, Equivalents.None)
                ),
            ],
            Explorations = solution.Explorations,
            RightPrograms = 1 + work.Alternatives.Count,
            FalseAlarms = work.Alternatives.Count(s => Report(s).Status != KataStatus.Passed),
            Seconds = elapsed.TotalSeconds,
        };
        if (work.Impostors.Count > 0 && common.Count(OutcomeStatus.Killed) == 0)
        {
            throw Canary(kata, "no impostor is caught, so nothing that survives means anything");
        }
        var mutants = common with
        {
            Kind = OutcomeKind.Concurrency,
            Outcomes =
            [
                .. work.Mutants.All.Select(m =>
                    OutcomeReading.Of(m.Mutant.Id, Report(m.Submission), OutcomeChange.Of(m.Mutant), equivalents)
                ),
            ],
        };
        foreach (var outcomes in (KataOutcomes[])[common, mutants])
        {
            MutationFiles.Write(surroundings.Repository, _folder, outcomes);
            yield return outcomes;
        }
    }

    /// <summary>What the notes of a kata record.</summary>
    public static Equivalents EquivalentsOf(Repository repository, string kata)
    {
        var notes = MutantFiles.SolutionFile(repository, kata, "NOTES.md");
        return File.Exists(notes) ? Equivalents.Read(File.ReadAllText(notes)) : Equivalents.None;
    }

    private static string Reason(KataReport report) =>
        (report.Reason ?? report.Claims.Select(c => c.Reason).FirstOrDefault(r => r is not null)) is { } reason
            ? $" ({reason})"
            : "";

    private static UserError Canary(string kata, string what) =>
        new($"{kata}: {what}. './kata check {kata}' says more.", ExitCodes.CouldNotGrade);

    private sealed record Work(
        Kata Kata,
        JobSubmission Solution,
        IReadOnlyList<JobSubmission> Alternatives,
        IReadOnlyList<JobSubmission> Impostors,
        MutantFiles Mutants
    )
    {
        public IEnumerable<JobSubmission> Submissions =>
            [Solution, .. Alternatives, .. Impostors, .. Mutants.All.Select(m => m.Submission)];
    }
}
