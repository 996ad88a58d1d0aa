using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Lists everything that must come of grading one kata's own submissions.</summary>
internal static class Expectations
{
    /// <summary>The stub twice, the solution, every alternative, every impostor that declares its verdict.</summary>
    public static IEnumerable<Expectation> Of(KataFolders folders, Kata kata)
    {
        yield return new UntouchedStub
        {
            Folders = folders,
            Kata = kata,
            Title = "stub",
            Submission = Submission(kata, "stub", folders.Kata),
        };
        yield return new GradedStub
        {
            Folders = folders,
            Kata = kata,
            Title = "stub, graded anyway",
            Submission = Wrong(kata, "graded-stub", folders.Kata) with { GradeUntouched = true },
        };
        yield return Right(folders, kata, "solution", "solution", folders.Solution);
        foreach (var folder in folders.Alternatives)
        {
            var name = Path.GetFileName(folder);
            yield return Right(folders, kata, $"alternative {name}", $"alternative.{name}", folder);
        }
        foreach (var folder in folders.Impostors)
        {
            var name = Path.GetFileName(folder);
            if (DeclaredVerdict.Of(folder, kata.Edit) is { } verdict)
            {
                yield return new Impostor
                {
                    Folders = folders,
                    Kata = kata,
                    Title = $"impostor {name}",
                    Submission = Wrong(kata, $"impostor.{name}", folder) with { KnownToFail = verdict.ExpectedTest },
                    Verdict = verdict,
                };
            }
        }
    }

    private static RightSubmission Right(KataFolders folders, Kata kata, string title, string label, string path) =>
        new()
        {
            Folders = folders,
            Kata = kata,
            Title = title,
            Submission = Submission(kata, label, path) with { GradeUntouched = true, ExaminesClaims = true },
        };

    // With the runs of a student's test, which is where it would be met.
    private static JobSubmission Wrong(Kata kata, string label, string path) =>
        Submission(kata, label, path) with
        {
            ProofBudget = Job.QuickProof,
        };

    private static JobSubmission Submission(Kata kata, string label, string path) =>
        new()
        {
            Label = $"{kata.Name}.{label}",
            Path = path,
            Kata = kata.Name,
        };
}
