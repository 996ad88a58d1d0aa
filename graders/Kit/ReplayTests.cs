using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// Runs the schedules that a job asks for, one of each submission, and draws them. Explicit: <c>./kata replay TOKEN</c>
/// and <c>./kata check</c> run it.
/// </summary>
public sealed class ReplayTests
{
    [Fact(Explicit = true)]
    public void The_schedule_of_each_token_is_run_and_drawn()
    {
        Job job = Job.Current();
        using var bench = new Bench();
        Assert.Multiple([.. job.Submissions.Select(s => (Action)(() => Replay(job, s, bench)))]);
    }

    private static void Replay(Job job, JobSubmission submission, Bench bench)
    {
        var token = ReplayToken.Parse(
            submission.Replay ?? job.Replay ?? throw new InvalidOperationException("The job names no replay token.")
        );
        Size size =
            KataSizes.Of(token.Kata).FirstOrDefault(s => s.Slug == token.Configuration)
            ?? throw new InvalidOperationException(
                $"{token.Kata} has no size '{token.Configuration}'. The token was made by other graders than these."
            );

        using var graded = new GradedSubmission(job, submission, token.Kata, bench);

        graded.Replay(size, token);

        graded.Finish();
    }
}
