using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A submission that is graded on a <see cref="ScriptedBench"/>: nothing is compiled, and no process is started.</summary>
internal sealed class ScriptedGrading : IDisposable
{
    /// <summary>Begins.</summary>
    /// <param name="katas">The katas that the job asks for.</param>
    /// <param name="results">Where the job's reports go.</param>
    /// <param name="knownToFail">The test that is known to fail.</param>
    /// <param name="detection">What is measured of it.</param>
    /// <param name="examines">Whether the claims are examined.</param>
    /// <param name="preparation">What became of the submission; null when it is ready to run.</param>
    public ScriptedGrading(
        string[]? katas = null,
        string? results = null,
        string? knownToFail = null,
        DetectionRequest? detection = null,
        bool examines = false,
        Preparation? preparation = null
    )
    {
        var submission = new JobSubmission
        {
            Label = "katas",
            Path = Path.Combine(RepositoryRoot.Find(), "katas"),
            KnownToFail = knownToFail,
            Detection = detection,
            ExaminesClaims = examines,
        };
        var job = new Job
        {
            Root = RepositoryRoot.Find(),
            Submissions = [submission],
            Katas = katas ?? ["SemaphoreRooms"],
            Results = results,
        };
        Submission = new GradedSubmission(
            job,
            submission,
            KataDefinition.Load(job.Root, "SemaphoreRooms"),
            Bench,
            _ =>
                preparation
                ?? new Preparation
                {
                    Compiled = new CompiledKata("", "", Guid.Empty, HasStatics: false, NeedsFreshContext: false),
                }
        );
    }

    public ScriptedBench Bench { get; } = new();

    public GradedSubmission Submission { get; }

    /// <summary>Judges the claim that no run of these sizes gets stuck.</summary>
    /// <returns>What the test would have ended with; null when it passed.</returns>
    public Exception? NeverDeadlocks(string test, params Size[] sizes) =>
        Judge(test, subject => subject.NeverDeadlocks(), sizes);

    /// <summary>Judges any claim.</summary>
    /// <returns>What the test would have ended with; null when it passed.</returns>
    public Exception? Judge(string test, Action<ClaimSubject> claim, params Size[] sizes)
    {
        var recorder = new ClaimRecorder(Submission, test, points: 1, skip: _ => { });
        return Record.Exception(() => claim(new ClaimSubject(recorder, Submission, Submission.Explore(sizes))));
    }

    public void Dispose() => Submission.Dispose();
}
