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

    /// <summary>Whether the status is the student's mistake or ours, and not merely work that has not begun.</summary>
    public bool IsAFailure => Status is not (null or KataStatus.NotStarted);

    /// <summary>The diagnostics as a student reads them.</summary>
    public string Explanation =>
        string.Join('\n', [Reason, "", .. Diagnostics.Select(d => $"{d.File}({d.Line},{d.Column}): {d.Id}: {d.Message}")]);

    /// <summary>Reads, checks and compiles a submission.</summary>
    public static Preparation Of(Job job, JobSubmission submission, KataDefinition kata) => throw new NotSupportedException();
}
