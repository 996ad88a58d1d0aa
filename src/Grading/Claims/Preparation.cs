using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>What came of reading and compiling a submission: an assembly, or a status that explains why there is none.</summary>
public sealed record Preparation
{
    /// <summary>The assembly; null exactly when <see cref="Status"/> is not.</summary>
    public CompiledKata? Compiled { get; init; }

    /// <summary>Why there is nothing to run; null when there is.</summary>
    public KataStatus? Status { get; init; }

    /// <summary>The status in one line.</summary>
    public string? Reason { get; init; }

    /// <summary>Compiler errors and broken rules.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The student's files, for showing lines of them; empty when there is nothing to run.</summary>
    public IReadOnlyList<SourceFile> Source { get; init; } = [];

    /// <summary>Whether what can be run is the stub as it was handed out; see <see cref="JobSubmission.GradeUntouched"/>.</summary>
    public bool IsUntouched { get; init; }

    /// <summary>Whether the status is the student's mistake or ours, and not merely work that has not begun.</summary>
    public bool IsAFailure => Status is not (null or KataStatus.NotStarted);

    /// <summary>The diagnostics as a student reads them.</summary>
    public string Explanation =>
        string.Join(
            '\n',
            [Reason, "", .. Diagnostics.Select(d => $"{d.File}({d.Line},{d.Column}): {d.Id}: {d.Message}")]
        );

    /// <summary>Reads, checks and compiles a submission.</summary>
    /// <param name="job">The job.</param>
    /// <param name="submission">Whose code.</param>
    /// <param name="kata">Which kata of it.</param>
    /// <param name="whileCompiling">What may be begun as soon as it is clear that the compiler has to be waited for.</param>
    public static Preparation Of(Job job, JobSubmission submission, KataDefinition kata, Action whileCompiling)
    {
        if (Trust.IsGiven)
        {
            return Trusted(job);
        }
        if (Lacks(submission, kata))
        {
            return Refused(KataStatus.NotStarted, $"not started: the submission has no folder {kata.Slug}", []);
        }
        SubmissionSource source = SubmissionSource.Read(submission.Path, kata);
        CompilationResult result = Compilers.Shared(job.Root).Compile(job.Root, kata, source, whileCompiling);
        var pristine = Pristine.Load(job.Root, kata.Slug);
        bool wasRead = result.GivenFileTokensHash.Count > 0;
        if (wasRead && pristine?.EditedGiven(result.GivenFileTokensHash).ToList() is { Count: > 0 } edited)
        {
            string files = string.Join(' ', edited.Select(f => $"katas/{kata.Slug}/{f}"));
            return Refused(
                KataStatus.BreaksTheRules,
                $"edited files that are not yours to edit; bring them back: git checkout {files}",
                []
            );
        }
        bool isUntouched = pristine?.IsStub(result.EditTokensHash) == true;
        if (!submission.GradeUntouched && isUntouched)
        {
            string files = string.Join(", ", kata.Edit.Select(f => $"katas/{kata.Slug}/{f}"));
            return Refused(KataStatus.NotStarted, $"not started: {files} is as it was handed out", []);
        }
        return result.Status switch
        {
            null => new Preparation
            {
                Compiled = result.Compiled,
                Source = source.Edit,
                IsUntouched = isUntouched,
            },
            KataStatus.DoesNotCompile => Refused(KataStatus.DoesNotCompile, "does not compile", result.Diagnostics),
            KataStatus.BreaksTheRules => Refused(KataStatus.BreaksTheRules, "breaks the rules", result.Diagnostics),
            { } status => Refused(status, $"{CouldNotGradeException.Prefix} the compiler failed", result.Diagnostics),
        };
    }

    // One that may have any kata, and has neither this one's folder nor its files.
    private static bool Lacks(JobSubmission submission, KataDefinition kata) =>
        submission.Kata is null
        && !Directory.Exists(Path.Combine(submission.Path, kata.Slug))
        && !kata.Edit.Any(file => File.Exists(Path.Combine(submission.Path, file)));

    private static Preparation Trusted(Job job)
    {
        CompilationResult result = Compilers.Shared(job.Root).Rewrite(Trust.Assembly);
        return result.Status is { } status
            ? Refused(
                status,
                $"{CouldNotGradeException.Prefix} the solutions could not be rewritten",
                result.Diagnostics
            )
            : new Preparation { Compiled = result.Compiled };
    }

    private static Preparation Refused(KataStatus status, string reason, IReadOnlyList<Diagnostic> diagnostics) =>
        new()
        {
            Status = status,
            Reason = reason,
            Diagnostics = diagnostics,
        };
}
