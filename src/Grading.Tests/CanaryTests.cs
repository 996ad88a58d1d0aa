using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>
/// Graders may grade many submissions in one process, as mutation testing makes them do. What one submission left behind
/// must not colour the verdict on the next.
/// </summary>
[Trait(GraderProcess.Trait, GraderProcess.Started)]
public sealed class CanaryTests
{
    [SlowTheory]
    [InlineData("static-field")]
    [InlineData("generic-type")]
    public void Bad_and_good_submissions_in_turn_are_judged_each_on_its_own(string state)
    {
        string bad = GraderProcess.Folder($"keeps-a-count-in-a-{state}");
        string good = GraderProcess.Folder($"right-with-a-{state}");

        IReadOnlyDictionary<string, KataReport> reports = GraderProcess.GradeAll(
            "SemaphoreRooms",
            new JobSubmission { Label = "bad-1", Path = bad },
            new JobSubmission { Label = "good-1", Path = good },
            new JobSubmission { Label = "bad-2", Path = bad },
            new JobSubmission { Label = "good-2", Path = good }
        );

        Assert.Equal(KataStatus.Failed, reports["bad-1"].Status);
        Assert.Equal(KataStatus.Passed, reports["good-1"].Status);
        Assert.Equal(Outcomes(reports["bad-1"]), Outcomes(reports["bad-2"]));
        Assert.Equal(Outcomes(reports["good-1"]), Outcomes(reports["good-2"]));
    }

    private static IEnumerable<string> Outcomes(KataReport report) =>
        report.Claims.Select(c => $"{c.Test} {c.Status} {c.Evidence?.Sentence} {c.Evidence?.Token} {c.Verdict}");
}
