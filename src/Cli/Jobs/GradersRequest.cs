using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>What a verb wants graded.</summary>
internal sealed record GradersRequest
{
    public required IReadOnlyList<JobSubmission> Submissions { get; init; }

    /// <summary>The katas that submissions without a kata of their own are graded for.</summary>
    public required IReadOnlyList<Kata> Katas { get; init; }

    /// <summary>How many runs one proof may take.</summary>
    public int ProofBudget { get; init; } = Job.FullProof;

    /// <summary>The one schedule to run; null to explore.</summary>
    public string? Replay { get; init; }

    /// <summary>Whether given schedules are run instead of an exploration.</summary>
    public bool IsReplay => Replay is not null || Submissions.Any(s => s.Replay is not null);

    /// <summary>A quick test of what the student wrote in <c>katas/</c>.</summary>
    public static GradersRequest OfStudent(Repository repository, IReadOnlyList<Kata> katas) =>
        new()
        {
            Submissions = [new JobSubmission { Label = "katas", Path = repository.Katas }],
            Katas = katas,
            ProofBudget = Job.QuickProof,
        };

    /// <summary>Every result that the job must bring, in order.</summary>
    public IEnumerable<(JobSubmission Submission, Kata Kata)> Expected =>
        from submission in Submissions
        from kata in Katas
        where submission.Kata is null || submission.Kata == kata.Name
        select (submission, kata);
}
