using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>The solution and each alternative pass, and every proof that was begun is complete.</summary>
internal sealed record RightSubmission : Expectation
{
    public override IEnumerable<Fault> Judge(KataReport report)
    {
        if (CouldNotGrade(report) is { } fault)
        {
            yield return fault;
            yield break;
        }
        if (report.Status != KataStatus.Passed)
        {
            var claim = report.Claims.FirstOrDefault(c => c.Status == ClaimStatus.Failed);
            yield return At(
                claim is null
                    ? $"Its status is '{Words.Of(report.Status)}' ({Because(report)}), but it must pass."
                    : $"It must pass, but {claim.Test} failed: {claim.Evidence?.Sentence ?? claim.Reason}",
                claim?.Evidence?.Token is { } token
                    ? $"{ReplayLine.Of(token, Folders.Repository.Relative(Submission.Path))} shows it."
                    : "Put the submission or the hidden test right."
            );
            yield break;
        }
        if (report.Explorations.All(e => e.ProofRuns == 0))
        {
            yield return At("Nothing was proved.", "Give the kata a size at which it is proved.");
        }
        foreach (var exploration in report.Explorations.Where(e => e is { ProofRuns: > 0, Proved: false }))
        {
            yield return At(
                $"'{exploration.Configuration}' was not proved: {exploration.Verdict}",
                "Choose a smaller proof size for this configuration."
            );
        }
    }
}
