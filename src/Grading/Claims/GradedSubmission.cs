using System.Text.Json;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>One kata of one submission while it is graded: compiled once, explored once per size, its claims recorded.</summary>
public sealed class GradedSubmission
{
    /// <summary>Under which name a replay is reported.</summary>
    public const string ReplayClaim = "Replay";

    private readonly Job _job;
    private readonly JobSubmission _submission;
    private readonly Jobs.Progress _progress;
    private readonly KataDefinition _kata;
    private readonly Preparation _preparation;
    private readonly List<ClaimReport> _claims = [];
    private readonly Dictionary<Size, Exploration> _explorations = [];
    private readonly Bench _bench;
    private Forerunner? _forerunner;
    private bool _complained;

    /// <summary>Reads and compiles the submission; a student's mistakes become its <see cref="Preparation"/>.</summary>
    public GradedSubmission(Job job, JobSubmission submission, string kata, Bench bench)
    {
        _job = job;
        _bench = bench;
        _submission = submission;
        HiddenFolders.Add(job);
        _progress = new Jobs.Progress(job.Results);
        _kata = KataDefinition.Load(job.Root, kata);
        _progress.Report(submission.Label, kata, null, "compile", 0, 1);
        _preparation = Preparation.Of(job, submission, _kata, whileCompiling: bench.Start);
    }

    /// <summary>Why claims cannot be tried; null when they can.</summary>
    public Preparation Preparation => _preparation;

    /// <summary>Whether the claims are examined too; see <see cref="JobSubmission.ExaminesClaims"/>.</summary>
    public bool ExaminesClaims => _submission.ExaminesClaims;

    /// <summary>Confirms and draws failures.</summary>
    public EvidenceBuilder Evidence => new(Compiled, _kata, _bench);

    private CompiledKata Compiled =>
        _preparation.Compiled
        ?? throw new InvalidOperationException($"{_kata.Slug} is {_preparation.Status}; it cannot run.");

    /// <summary>The exploration of a size, made on first use.</summary>
    public Exploration Explore(Size size) => Explore(size, ahead: false);

    /// <summary>
    /// The explorations of the sizes that one claim speaks about. While it is judged by the first, the others are sampled
    /// ahead; a job with several submissions has other work for the second processor.
    /// </summary>
    public IReadOnlyList<Exploration> Explore(ReadOnlySpan<Size> sizes)
    {
        var explorations = new List<Exploration>();
        foreach (Size size in sizes)
        {
            explorations.Add(Explore(size, explorations.Count > 0 && _job.Submissions.Count == 1));
        }
        return explorations;
    }

    private Exploration Explore(Size size, bool ahead)
    {
        if (!_explorations.TryGetValue(size, out Exploration? exploration))
        {
            exploration = new Exploration(
                ahead ? (_forerunner ??= new Forerunner()).Stage : _bench.Stage,
                Compiled,
                _kata,
                size,
                _job.ProofBudget,
                () => _claims.Exists(c => c.Status == ClaimStatus.Failed),
                (phase, done, of) => _progress.Report(_submission.Label, _kata.Slug, size.Name, phase, done, of)
            );
            _explorations.Add(size, exploration);
            if (ahead)
            {
                _forerunner!.Take(exploration);
            }
        }
        return exploration;
    }

    /// <summary>
    /// A run of another size that came to no end by itself, and not by a deadlock. Each such run costs seconds, of this
    /// size as of that one, and would say the same again: nothing else is explored before it is mended.
    /// </summary>
    public (Size Size, KataRun Run)? Hindrance(Size size) =>
        _explorations
            .Values.Where(other => other.Size != size && other.Hindrance is not null)
            .Select(other => ((Size, KataRun)?)(other.Size, other.Hindrance!))
            .FirstOrDefault();

    /// <summary>Runs a size once for real.</summary>
    public RealRun RunForReal(Size size)
    {
        Report("real", size.Name);
        return RealRunner.Run(Compiled, _kata, size);
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
            }
        );
    }

    /// <summary>Tells whoever watches what is going on.</summary>
    public void Report(string phase, string? size, string? text = null) =>
        _progress.Report(_submission.Label, _kata.Slug, size, phase, 0, null, text);

    /// <summary>
    /// Whether the test that asks is the one that is to fail with the diagnostics: the first of a submission that does not
    /// compile or breaks the rules. The others are skipped.
    /// </summary>
    public bool ComplainOnce() => _preparation.IsAFailure && !Interlocked.Exchange(ref _complained, true);

    /// <summary>Adds one claim's outcome.</summary>
    public void Record(ClaimReport claim)
    {
        if (claim.Evidence is { } evidence)
        {
            claim = claim with { Evidence = evidence with { Code = CodeLines.Of(evidence, _preparation.Source) } };
        }
        // One test may check several things; the first that fails is the test's outcome.
        int earlier = _claims.FindIndex(c => c.Test == claim.Test);
        if (earlier < 0)
        {
            _claims.Add(claim);
        }
        else if (_claims[earlier].Status == ClaimStatus.Passed)
        {
            _claims[earlier] =
                claim.Status == ClaimStatus.Passed
                    ? claim with
                    {
                        Verdict = Joined(_claims[earlier].Verdict, claim.Verdict),
                    }
                    : claim;
        }
        _progress.Report(
            _submission.Label,
            _kata.Slug,
            null,
            "claim",
            _claims.Count,
            null,
            $"{claim.Status}: {claim.Claim}"
        );
    }

    /// <summary>Writes the report, if the job wants one.</summary>
    public void Finish()
    {
        _forerunner?.Dispose();
        if (_job.Results is not { } results || _claims.Count == 0)
        {
            return;
        }
        string folder = Path.Combine(results, _submission.Label);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"{_kata.Slug}.json");
        File.WriteAllText(path + ".part", JsonSerializer.Serialize(ToReport(), ReportJson.Options));
        File.Move(path + ".part", path, overwrite: true);
    }

    // Several checks of one test may speak of the same sizes.
    private static string Joined(string? said, string? more) =>
        $"{said}".Contains($"{more}", StringComparison.Ordinal) ? $"{said}" : $"{said}; {more}";

    private KataReport ToReport() =>
        new()
        {
            Kata = _kata.Slug,
            Title = _kata.Title,
            Submission = _submission.Label,
            Status = Status(),
            Reason = _preparation.Reason,
            Diagnostics = _preparation.Diagnostics,
            Claims = _claims,
            Explorations = [.. _explorations.Values.Select(e => e.Report)],
            Isolation = Confinement.Description,
        };

    private KataStatus Status() =>
        _preparation.Status
        ?? (
            _claims.Any(c => c.Status == ClaimStatus.CouldNotGrade) ? KataStatus.CouldNotGrade
            : _claims.All(c => c.Status == ClaimStatus.Passed) ? KataStatus.Passed
            : KataStatus.Failed
        );
}
