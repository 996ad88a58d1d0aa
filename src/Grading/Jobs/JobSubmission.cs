namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>One submission of a job.</summary>
public sealed record JobSubmission
{
    /// <summary>Names it in reports; unique in the job.</summary>
    public required string Label { get; init; }

    /// <summary>A folder that holds <c>KATA/</c> folders, or the files of one kata.</summary>
    public required string Path { get; init; }

    /// <summary>The only kata that it is a submission of; null when it may have any.</summary>
    public string? Kata { get; init; }

    /// <summary>Grades a file that equals the stub instead of calling it not started; for checking katas.</summary>
    public bool GradeUntouched { get; init; }

    /// <summary>
    /// Whether the claims are examined along with it: a claim that judges two orders of one interleaving differently could
    /// not be decided by a proof. For checking katas.
    /// </summary>
    public bool ExaminesClaims { get; init; }

    /// <summary>
    /// Runs at most for one proof of this submission; null for <see cref="Job.ProofBudget"/>. A failure that is found with fewer
    /// runs is found with more: the runs of the smaller budget are among those of the larger one.
    /// </summary>
    public int? ProofBudget { get; init; }

    /// <summary>
    /// The test that is known to fail; null when none is. It is tried first; once it has failed, the other claims are judged by
    /// few runs, and nothing more is run for real. For checking katas.
    /// </summary>
    public string? KnownToFail { get; init; }

    /// <summary>
    /// Other schedules are sampled for each number; 0 for those that every grading samples. For measuring how much depends on chance.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// What is to be measured along with it, of the test that is known to fail only; null for nothing. See
    /// <see cref="KnownToFail"/>.
    /// </summary>
    public DetectionRequest? Detection { get; init; }

    /// <summary>A replay token: only this run is wanted of this submission; null when <see cref="Job.Replay"/> decides.</summary>
    public string? Replay { get; init; }
}
