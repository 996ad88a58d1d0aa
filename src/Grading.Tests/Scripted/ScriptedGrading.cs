using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;

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
    /// <param name="bench">Where it is run; null for one on which main is alone.</param>
    /// <param name="play">What somebody wants who plays.</param>
    public ScriptedGrading(
        string[]? katas = null,
        string? results = null,
        string? knownToFail = null,
        DetectionRequest? detection = null,
        bool examines = false,
        Preparation? preparation = null,
        ScriptedBench? bench = null,
        PlayRequest? play = null
    )
    {
        Bench = bench ?? new ScriptedBench();
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
            Play = play,
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

    public ScriptedBench Bench { get; }

    public GradedSubmission Submission { get; }

    /// <summary>Judges the claim that no run of these sizes gets stuck.</summary>
    /// <returns>What the test would have ended with; null when it passed.</returns>
    public Exception? NeverDeadlocks(string test, params Size[] sizes) =>
        Judge(test, subject => subject.NeverDeadlocks(), sizes);

    /// <summary>Judges any claim.</summary>
    /// <returns>What the test would have ended with; null when it passed.</returns>
    public Exception? Judge(string test, Action<ClaimSubject> claim, params Size[] sizes) =>
        Record.Exception(() => claim(new ClaimSubject(Recorder(test), Submission, Submission.Explore(sizes))));

    /// <summary>Judges a claim by a probe.</summary>
    /// <returns>What the test would have ended with; null when it passed.</returns>
    public Exception? Probe(string test, ProbeClaim claim, Size size) =>
        Record.Exception(() => claim.Check(Recorder(test), Submission, size));

    /// <summary>Judges a claim by a run for real.</summary>
    /// <returns>What the test would have ended with; null when it passed.</returns>
    public Exception? ForReal(string test, Func<RealRun, Violation?> violation, Size size, Size? explored = null) =>
        Record.Exception(() => new RealSubject(Recorder(test), Submission, size, explored ?? size).Must(violation));

    public void Dispose() => Submission.Dispose();

    private ClaimRecorder Recorder(string test) => new(Submission, test, points: 1, skip: _ => { });
}
