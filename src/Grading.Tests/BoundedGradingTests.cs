using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A proof that does not fit its budget, over real processes.</summary>
public sealed class BoundedGradingTests
{
    [SlowFact]
    public void What_does_not_fit_is_covered_up_to_a_number_of_preemptions_and_says_so()
    {
        string label = "right-with-a-static-field";
        var submission = new JobSubmission
        {
            Label = label,
            Path = GraderProcess.Folder(label),
            ProofBudget = 100,
        };
        var job = new Job { Root = RepositoryRoot.Find(), Submissions = [submission] };
        using var bench = new Bench();
        using var graded = new GradedSubmission(job, submission, "SemaphoreRooms", bench);
        Exploration exploration = graded.Explore(new Size("3 guests, 2 rooms", 3, 2, 0) { Proof = true });

        Assert.All(exploration.Runs(), run => Assert.Equal(Ending.Completed, run.Run.Ending));

        Assert.False(exploration.Report.Proved);
        Assert.Equal(100, exploration.Report.ProofRuns);
        Assert.InRange(exploration.Report.BoundedRuns!.Value, 1, 50);
        Assert.NotNull(exploration.Report.Bound);
        Assert.StartsWith("BOUNDED (every schedule with", exploration.Report.Verdict, StringComparison.Ordinal);
    }
}
