using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Graders.Kit;

/// <summary>
/// Runs the schedules that a job asks for, one of each submission, and draws them. Explicit: <c>./kata replay TOKEN</c>
/// and <c>./kata check</c> run it.
/// </summary>
public sealed class ReplayTests
{
    // Each has workers of its own, and memory for them.
    private const int LanesAtMost = 4;

    [Fact(Explicit = true)]
    public void The_schedule_of_each_token_is_run_and_drawn()
    {
        Job job = Job.Current();
        ConcurrentBag<Exception> problems = [];
        // Each processor takes its share of them; they are in the order of the katas, and so cost about the same.
        int lanes = Math.Min(Math.Min(Environment.ProcessorCount, LanesAtMost), job.Submissions.Count);
        Parallel.For(0, lanes, new ParallelOptions { MaxDegreeOfParallelism = lanes }, ReplayLane);
        Assert.Multiple([.. problems.Select(problem => (Action)(() => ExceptionDispatchInfo.Throw(problem)))]);

        void ReplayLane(int lane)
        {
            using var bench = new Bench();
            foreach (JobSubmission submission in job.Submissions.Where((_, i) => i % lanes == lane))
            {
                try
                {
                    Replay(job, submission, bench);
                }
                catch (Exception problem)
                {
                    problems.Add(problem); // The others have a report.
                }
            }
        }
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
