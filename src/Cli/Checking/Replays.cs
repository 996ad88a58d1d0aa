using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Every failure that was shown can be shown again: its token, replayed, draws the same trace.</summary>
internal sealed class Replays
{
    private readonly List<Replay> _replays = [];

    public Replays(IReadOnlyList<Expectation> expectations, GradingResult result)
    {
        foreach (var expectation in expectations)
        {
            var report = result.Find(expectation.Submission.Label, expectation.Kata.Name);
            foreach (var claim in report?.Claims ?? [])
            {
                if (claim.Evidence is { Token: not null } evidence)
                {
                    var label = $"{expectation.Submission.Label}.replay-{_replays.Count}";
                    _replays.Add(new Replay(expectation, claim, evidence, label));
                }
            }
        }
    }

    /// <summary>The job that replays them all.</summary>
    public IReadOnlyList<JobSubmission> Submissions =>
        [
            .. _replays.Select(r =>
                r.Expectation.Submission with
                {
                    Label = r.Label,
                    GradeUntouched = true,
                    Replay = r.Evidence.Token,
                }
            ),
        ];

    /// <summary>What the replays showed to be wrong, with whose it is.</summary>
    public IEnumerable<(Expectation Expectation, Fault Fault)> Judge(GradingResult replayed)
    {
        foreach (var replay in _replays)
        {
            var report = replayed.Find(replay.Label, replay.Expectation.Kata.Name);
            var again = report?.Claims.FirstOrDefault(c => c.Test == GradedSubmission.ReplayClaim);
            if (again is { Status: ClaimStatus.Passed, Evidence: { } drawn } && IsSameRun(replay.Evidence, drawn))
            {
                continue;
            }
            var what =
                again is null ? $"could not be replayed: {report?.Reason ?? "there was no result"}"
                : again.Status == ClaimStatus.Passed ? "drew another trace"
                : $"led elsewhere: {again.Reason}";
            var fault = replay.Expectation.Folders.Fault(
                replay.Expectation.Submission.Path,
                $"{replay.Claim.Test} failed, but its token {what}.",
                $"Compare: {ReplayLine.Of(replay.Evidence.Token!, replay.Expectation.Folders.Repository.Relative(replay.Expectation.Submission.Path))}"
            );
            yield return (replay.Expectation, fault);
        }
    }

    // A replay does not know which step the claim was about, and so may call it minor; all else must be the same.
    private static bool IsSameRun(Evidence one, Evidence other) => Plain(one).SequenceEqual(Plain(other));

    private static IEnumerable<EvidenceStep> Plain(Evidence evidence) =>
        evidence.Steps.Select(step => step with { Faulty = false, Minor = false });

    private sealed record Replay(Expectation Expectation, ClaimReport Claim, Evidence Evidence, string Label);
}
