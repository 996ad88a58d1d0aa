using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>What was taken is given back only when nothing goes wrong.</summary>
public sealed class ReleaseOutOfFinally : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "release-out-of-finally";

    /// <inheritdoc/>
    public string Description => "a lock or semaphore is not given back after an exception";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        [
            .. Section.In(file).Select(ByHand),
            .. file.DescendantNodes().OfType<TryStatementSyntax>().Where(Releases).Select(WithoutFinally),
        ];

    private static Change ByHand(Section section) =>
        new(
            section.Statement,
            Edit.Replace(
                section.Statement.UsingKeyword,
                section.Statement.CloseParenToken,
                $"{{ {section.Gate}.Acquire();"
            ),
            Edit.After(section.Statement, $" {section.Gate}.Release(); }}")
        );

    private static bool Releases(TryStatementSyntax guarded) =>
        guarded.Finally is { } last && Calls.Statements(last, "Release").Any();

    private static Change WithoutFinally(TryStatementSyntax guarded) =>
        guarded.Catches.Count == 0
            ? new Change(
                guarded,
                Edit.Replace(guarded.TryKeyword, ""),
                Edit.Replace(guarded.Finally!.FinallyKeyword, "")
            )
            : new Change(
                guarded,
                Edit.Replace(guarded.Block.CloseBraceToken, $"{guarded.Finally!.Block} }}"),
                Edit.Replace(guarded.Finally, "")
            );
}
