using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary>What the verbs that grade have in common.</summary>
internal static class Graded
{
    /// <summary>What the result says as an exit code.</summary>
    /// <param name="result">The result.</param>
    /// <param name="forgiveNotStarted">Whether untouched katas are no matter as long as one was started.</param>
    public static int ExitCode(GradingResult result, bool forgiveNotStarted = false)
    {
        var statuses = result.Katas.Select(k => k.Report.Status).ToHashSet();
        if (result.Interrupted)
        {
            return ExitCodes.Interrupted;
        }
        if (
            statuses.Contains(KataStatus.CouldNotGrade)
            || result.Katas.Any(k => k.Report.Claims.Any(c => c.Status == ClaimStatus.CouldNotGrade))
        )
        {
            return ExitCodes.CouldNotGrade;
        }
        if (statuses.Any(s => s is not (KataStatus.Passed or KataStatus.NotStarted)))
        {
            return ExitCodes.Failed;
        }
        var started = statuses.Contains(KataStatus.Passed);
        return statuses.Contains(KataStatus.NotStarted) && !(started && forgiveNotStarted)
            ? ExitCodes.NotStarted
            : ExitCodes.Passed;
    }

    /// <summary>The katas of these names, or all of them.</summary>
    public static IReadOnlyList<Kata> Katas(Catalogue catalogue, params IReadOnlyList<string> names) =>
        names.Count == 0 ? catalogue.Katas : [.. names.Distinct().Select(catalogue.Find)];
}
