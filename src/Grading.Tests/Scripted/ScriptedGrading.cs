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
    public ScriptedGrading(string[]? katas = null, string? results = null, string? knownToFail = null)
    {
        var submission = new JobSubmission
        {
            Label = "katas",
            Path = Path.Combine(RepositoryRoot.Find(), "katas"),
            KnownToFail = knownToFail,
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
            _ => new Preparation
            {
                Compiled = new CompiledKata("", "", Guid.Empty, HasStatics: false, NeedsFreshContext: false),
            }
        );
    }

    public ScriptedBench Bench { get; } = new();

    public GradedSubmission Submission { get; }

    /// <summary>Judges the claim that no run of these sizes gets stuck.</summary>
    /// <returns>What the test would have ended with; null when it passed.</returns>
    public Exception? NeverDeadlocks(string test, params Size[] sizes)
    {
        var recorder = new ClaimRecorder(Submission, test, points: 1, skip: _ => { });
        return Record.Exception(() =>
            new ClaimSubject(recorder, Submission, Submission.Explore(sizes)).NeverDeadlocks()
        );
    }

    public void Dispose() => Submission.Dispose();
}
