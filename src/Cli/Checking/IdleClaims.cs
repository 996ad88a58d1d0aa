using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Finds claims that no impostor breaks: without them everything that is wrong would be caught all the same.</summary>
internal static class IdleClaims
{
    /// <summary>A fault for each such claim of a kata, once everything was graded.</summary>
    /// <param name="expectations">All expectations of the kata.</param>
    /// <param name="result">What came of them.</param>
    public static IEnumerable<Fault> Of(IEnumerable<Expectation> expectations, GradingResult result)
    {
        var all = expectations.ToList();
        var caught = all.OfType<Impostor>()
            .SelectMany(i => ClaimsOf(i, result))
            .Where(c => c.Status == ClaimStatus.Failed)
            .Select(c => c.Test)
            .ToHashSet();
        var folders = all[0].Folders;
        return all.OfType<RightSubmission>()
            .Take(1)
            .SelectMany(solution => ClaimsOf(solution, result))
            .Where(c => !caught.Contains(c.Test))
            .Select(c =>
                folders.Fault(
                    Path.Combine(folders.Grader, $"{folders.Name}Tests.cs"),
                    $"The claim {c.Test} catches no impostor.",
                    "Add the impostor that it is there for: ./kata new impostor. If there can be none, the claim is none."
                )
            );
    }

    private static IReadOnlyList<ClaimReport> ClaimsOf(Expectation expectation, GradingResult result) =>
        result.Find(expectation.Submission.Label, expectation.Kata.Name)?.Claims ?? [];
}
