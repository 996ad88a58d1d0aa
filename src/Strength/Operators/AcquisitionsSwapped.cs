using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Two locks are taken in the other order.</summary>
public sealed class AcquisitionsSwapped : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "acquisitions-swapped";

    /// <inheritdoc/>
    public string Description => "two acquisitions that follow each other change places";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        [
            .. Section.In(file).Select(Nested).OfType<Change>(),
            .. Calls.Statements(file, "Acquire").Select(Neighbours).OfType<Change>(),
        ];

    private static Change? Nested(Section outer) =>
        Section.Of(outer.Statement.Statement) is { } inner && inner.Gate != outer.Gate
            ? new Change(
                outer.Statement,
                Edit.Replace(outer.Statement.Expression!, inner.Statement.Expression!.ToString()),
                Edit.Replace(inner.Statement.Expression, outer.Statement.Expression!.ToString())
            )
            : null;

    private static Change? Neighbours(ExpressionStatementSyntax first) =>
        first.Parent is BlockSyntax block
        && block.Statements.ElementAtOrDefault(block.Statements.IndexOf(first) + 1) is ExpressionStatementSyntax second
        && Calls.Receiver(second.Expression, "Acquire") is not null
        && second.ToString() != first.ToString()
            ? new Change(block, Edit.Replace(first, second.ToString()), Edit.Replace(second, first.ToString()))
            : null;
}
