using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Compilation;

/// <summary>What came of compiling a submission's kata.</summary>
public sealed record CompilationResult
{
    /// <summary>The assembly; null exactly when <see cref="Status"/> is not.</summary>
    public CompiledKata? Compiled { get; init; }

    /// <summary>Why there is no assembly.</summary>
    public KataStatus? Status { get; init; }

    /// <summary>Compile errors and broken rules, the student's files first, by line.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>By file of <c>edit</c>: a hash that layout and comments do not change. Empty when the compiler never answered.</summary>
    public IReadOnlyDictionary<string, string> EditTokensHash { get; init; } = new Dictionary<string, string>();

    /// <summary>By given file: the same hash.</summary>
    public IReadOnlyDictionary<string, string> GivenFileTokensHash { get; init; } = new Dictionary<string, string>();

    /// <summary>One hash over all given files.</summary>
    public string GivenTokensHash { get; init; } = "";

    internal static CompilationResult Refused(KataStatus status, params IReadOnlyList<Diagnostic> diagnostics) =>
        new() { Status = status, Diagnostics = diagnostics };

    internal static CompilationResult Of(CompileAnswer answer, string folder) =>
        new()
        {
            Status = answer.Status switch
            {
                CompileStatus.Compiled => null,
                CompileStatus.DoesNotCompile => KataStatus.DoesNotCompile,
                CompileStatus.BreaksTheRules => KataStatus.BreaksTheRules,
                _ => KataStatus.CouldNotGrade,
            },
            Compiled =
                answer.Status == CompileStatus.Compiled
                    ? new CompiledKata(
                        Path.Combine(folder, Path.GetFileName(answer.Assembly!)),
                        answer.Symbols is { } symbols ? Path.Combine(folder, Path.GetFileName(symbols)) : null,
                        answer.Mvid,
                        answer.HasStatics,
                        answer.NeedsFreshContext
                    )
                    : null,
            Diagnostics =
            [
                .. answer.Diagnostics.Select(d => new Diagnostic(d.File, d.Line, d.Column, d.Id, d.Message)),
            ],
            EditTokensHash = answer.EditTokensHash,
            GivenFileTokensHash = answer.GivenFileTokensHash,
            GivenTokensHash = answer.GivenTokensHash,
        };
}
