using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>What must come of grading one submission of a kata.</summary>
internal abstract record Expectation
{
    public required KataFolders Folders { get; init; }

    public required Kata Kata { get; init; }

    /// <summary>What the table calls it: <c>impostor off-by-one</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What is graded.</summary>
    public required JobSubmission Submission { get; init; }

    /// <summary>What the outcome breaks; empty when it is as it must be.</summary>
    public abstract IEnumerable<Fault> Judge(KataReport report);

    /// <summary>The outcome in a few words, for the table.</summary>
    public virtual string Describe(KataReport report) =>
        report.Status switch
        {
            KataStatus.Passed => $"passed, {Proofs(report)}",
            KataStatus.Failed => $"caught by {string.Join(", ", FailedTests(report))}",
            _ => report.Reason?.Split('\n')[0] ?? Words.Of(report.Status),
        };

    protected Fault At(string what, string fix) => Folders.Fault(Submission.Path, what, fix);

    /// <summary>The fault for a status that is our own failure; null for any other status.</summary>
    protected Fault? CouldNotGrade(KataReport report) =>
        report.Status == KataStatus.CouldNotGrade || report.Claims.Any(c => c.Status == ClaimStatus.CouldNotGrade)
            ? At(
                $"It could not be graded: {report.Reason ?? report.Claims.First(c => c.Status == ClaimStatus.CouldNotGrade).Reason}",
                "This is the grader's fault, whatever the submission does: put the grader right."
            )
            : null;

    /// <summary><c>first diagnostic</c> or reason, to complete a sentence.</summary>
    protected static string Because(KataReport report) =>
        report.Diagnostics is [var first, ..]
            ? $"{first.File}:{first.Line}: {first.Message}"
            : report.Reason ?? "no reason given";

    protected static IEnumerable<string> FailedTests(KataReport report) =>
        report.Claims.Where(c => c.Status == ClaimStatus.Failed).Select(c => c.Test);

    private static string Proofs(KataReport report) =>
        string.Join(
            "; ",
            report.Explorations.Select(e =>
                e.Proved ? $"{e.Configuration}: proved in {Words.Count(e.ProofRuns, "run")}"
                : e.ProofRuns > 0 ? $"{e.Configuration}: NOT PROVED"
                : $"{e.Configuration}: sampled"
            )
        );
}
