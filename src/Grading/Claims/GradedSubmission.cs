using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Detecting;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>One kata of one submission while it is graded: compiled once, explored once per size, its claims recorded.</summary>
public sealed class GradedSubmission : IDisposable
{
    /// <summary>Under which name a replay is reported.</summary>
    public const string ReplayClaim = "Replay";

    private readonly Job _job;
    private readonly JobSubmission _submission;
    private readonly Jobs.Progress _progress;
    private readonly KataDefinition _kata;
    private readonly Preparation _preparation;
    private readonly ClaimSheet _sheet = new();
    private readonly Explorations _explorations;
    private readonly IBench _bench;
    private readonly Benches _benches;
    private readonly RealRuns _realRuns;
    private bool _complained;
    private Detector? _detector;

    /// <summary>Reads and compiles the submission; a student's mistakes become its <see cref="Preparation"/>.</summary>
    public GradedSubmission(Job job, JobSubmission submission, string kata, IBench bench)
        : this(job, submission, KataDefinition.Load(job.Root, kata), bench, Prepare) { }

    /// <summary>Gets everything ready for a submission that is not saved yet, and reads it once it is.</summary>
    /// <param name="job">The job.</param>
    /// <param name="submission">Whose code.</param>
    /// <param name="kata">Which kata of it.</param>
    /// <param name="bench">Where it will run.</param>
    /// <param name="saved">Returns when it is saved.</param>
    public static GradedSubmission Ahead(Job job, JobSubmission submission, string kata, IBench bench, Action saved) =>
        new(
            job,
            submission,
            KataDefinition.Load(job.Root, kata),
            bench,
            graded =>
            {
                graded._benches.WarmUp();
                saved();
                return Prepare(graded);
            }
        );

    /// <summary>Grades what was prepared in another way.</summary>
    internal GradedSubmission(
        Job job,
        JobSubmission submission,
        KataDefinition kata,
        IBench bench,
        Func<GradedSubmission, Preparation> prepare
    )
    {
        _job = job;
        _bench = bench;
        _benches = new Benches(bench, job.IsOfOneKata);
        _submission = submission;
        HiddenFolders.Add(job);
        _progress = new Jobs.Progress(job.Results);
        _kata = kata;
        _realRuns = new RealRuns(RunForReal);
        _explorations = new Explorations(Explore, exploration => _benches.Take(exploration));
        try
        {
            _preparation = prepare(this);
        }
        catch
        {
            _benches.Dispose();
            throw;
        }
        _benches.FinishWarmUp(areNeeded: _preparation.Compiled is not null);
    }

    /// <summary>Why claims cannot be tried; null when they can.</summary>
    public Preparation Preparation => _preparation;

    /// <summary>Whether the claims are examined too; see <see cref="JobSubmission.ExaminesClaims"/>.</summary>
    public bool ExaminesClaims => _submission.ExaminesClaims;

    /// <summary>
    /// Whether somebody waits for the answer, a student after a save for instance: what is only a larger number of the same may
    /// then be smaller.
    /// </summary>
    public bool IsQuick => ProofBudget <= Job.QuickProof;

    /// <summary>Confirms and draws failures.</summary>
    public EvidenceBuilder Evidence => new(Compiled, _kata, _benches);

    /// <summary>Measures how soon chance finds a failure; null when nobody has asked.</summary>
    internal Detector? Detector =>
        _submission.Detection is { } request
            ? _detector ??= new Detector(request, Compiled, _kata, _bench, Report)
            : null;

    private bool IsSettled => _submission.KnownToFail is { } test && _sheet.HasFailedIn(test);

    private int ProofBudget => _submission.ProofBudget ?? _job.ProofBudget;

    private CompiledKata Compiled =>
        _preparation.Compiled
        ?? throw new InvalidOperationException($"{_kata.Slug} is {_preparation.Status}; it cannot run.");

    /// <summary>The exploration of a size, made on first use.</summary>
    public Exploration Explore(Size size) => _explorations.Of(size);

    /// <summary>
    /// The explorations of the sizes that one claim speaks about. While it is judged by the first, the others are sampled
    /// ahead; a job with several submissions or katas has other work for the second processor.
    /// </summary>
    public IReadOnlyList<Exploration> Explore(ReadOnlySpan<Size> sizes) => _explorations.Of(sizes, _job.IsOfOneKata);

    /// <inheritdoc cref="Explorations.RefuseHindrance"/>
    public void RefuseHindrance(Size size) => _explorations.RefuseHindrance(size);

    /// <summary>The run of a size for real, which all claims about it share.</summary>
    /// <exception cref="NotShownException">What was known to fail has failed; see <see cref="JobSubmission.KnownToFail"/>.</exception>
    public RealRun RealRun(Size size) =>
        !IsSettled ? _realRuns.Of(size) : throw NotShownException.BecauseOf(_submission.KnownToFail!);

    /// <summary>
    /// Begins a run for real that a later claim will ask for; a job with several submissions or katas has other work for the
    /// second processor.
    /// </summary>
    public void BeginRealRun(Size size)
    {
        if (_job.IsOfOneKata)
        {
            _realRuns.Begin(size);
        }
    }

    /// <summary>Runs one schedule and records what it shows as the claim "Replay".</summary>
    public void Replay(Size size, ReplayToken token)
    {
        if (_preparation.Reason is { } reason)
        {
            throw new InvalidOperationException($"{_kata.Slug} cannot be replayed: {reason}");
        }
        (KataRun run, string? divergence) = Evidence.Replay(_bench.Stage, size, token);
        Violation violation = divergence is not null
            ? new Violation(divergence)
            : Obstacles.Explain(run) ?? new Violation("The schedule came to its end.");
        Record(
            new ClaimReport
            {
                Test = ReplayClaim,
                Claim = ReplayClaim,
                Status = divergence is null ? ClaimStatus.Passed : ClaimStatus.Failed,
                Points = 0,
                MaxPoints = 0,
                Reason = divergence,
                Evidence = EvidenceBuilder.Draw(run, violation, token.ToString()),
            },
            []
        );
    }

    /// <summary>Lets somebody choose which process moves next, as long as they like.</summary>
    /// <param name="size">The size that is played.</param>
    /// <param name="rules">What its runs can break.</param>
    /// <param name="player">Who chooses.</param>
    public void Play(Size size, PlayRules rules, IPlayer player) =>
        PlaySession.Play(
            _bench.Stage,
            Programs.Of(Compiled, _kata, size),
            new PlayBoard(_kata.Slug, size, rules.Of(size), _preparation.Source, _job.Play ?? new PlayRequest()),
            player
        );

    /// <summary>Tells whoever watches what is going on.</summary>
    public void Report(string phase, string? size, string? text = null) =>
        _progress.Report(_submission.Label, _kata.Slug, size, phase, 0, null, text);

    /// <summary>
    /// Whether the test that asks is the one that is to fail with the diagnostics: the first of a submission that does not
    /// compile or breaks the rules. The others are skipped.
    /// </summary>
    public bool ComplainOnce() => _preparation.IsAFailure && !Interlocked.Exchange(ref _complained, true);

    /// <summary>Adds one claim's outcome.</summary>
    /// <param name="claim">The outcome.</param>
    /// <param name="verdict">The parts of its verdict.</param>
    public void Record(ClaimReport claim, IReadOnlyList<string> verdict)
    {
        if (claim.Evidence is { } evidence)
        {
            claim = claim with { Evidence = evidence with { Code = CodeLines.Of(evidence, _preparation.Source) } };
        }
        _sheet.Add(claim, verdict);
        _progress.Report(
            _submission.Label,
            _kata.Slug,
            null,
            "claim",
            _sheet.Claims.Count,
            null,
            $"{claim.Status}: {claim.Claim}"
        );
    }

    /// <summary>Writes the report, if the job wants one. What is explored ahead belongs to it and is waited for.</summary>
    public void Finish()
    {
        _benches.Complete();
        if (_job.Results is not { } results || _sheet.Claims.Count == 0)
        {
            return;
        }
        string folder = Path.Combine(results, ActiveMutant.Label(_submission.Label));
        ReportJson.Write(Path.Combine(folder, $"{_kata.Slug}.json"), ToReport());
    }

    /// <summary>Ends the processes in which failures were confirmed: whoever is graded next has the memory.</summary>
    public void EndConfirmations() => _benches.EndFresh();

    /// <summary>Ends whatever was begun ahead, and where failures were confirmed.</summary>
    public void Dispose()
    {
        _realRuns.Dispose();
        _benches.Dispose();
    }

    private Exploration Explore(Size size, bool ahead) =>
        new(
            _benches.Stage(ahead),
            Compiled,
            _kata,
            size,
            ProofBudget,
            () => _sheet.HasFailed,
            () => IsSettled,
            (phase, done, of) => _progress.Report(_submission.Label, _kata.Slug, size.Name, phase, done, of),
            _submission.Seed
        );

    private RealRun RunForReal(Size size)
    {
        Report("real", size.Name);
        return RealRunner.Require(_bench.RunForReal(Compiled, _kata, size, RealRunner.Patience), _kata, size);
    }

    private static Preparation Prepare(GradedSubmission graded)
    {
        graded._progress.Report(graded._submission.Label, graded._kata.Slug, null, "compile", 0, 1);
        return Preparation.Of(graded._job, graded._submission, graded._kata, whileCompiling: graded._benches.WarmUp);
    }

    private KataReport ToReport() =>
        new()
        {
            Kata = _kata.Slug,
            Title = _kata.Title,
            Submission = _submission.Label,
            Status = _preparation.Status ?? _sheet.Status,
            Reason = _preparation.Reason,
            Diagnostics = _preparation.Diagnostics,
            Claims = _sheet.Claims,
            Explorations = _explorations.Reports,
            Detection = _detector?.Report,
            Isolation = Confinement.Description,
        };
}
