using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>What is waited for is looked at once and not again.</summary>
public sealed class IfForWhile : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "if-for-while";

    /// <inheritdoc/>
    public string Description => "a condition is tested once instead of until it holds";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        file.DescendantNodes()
            .OfType<WhileStatementSyntax>()
            .Where(loop => !loop.Condition.IsKind(SyntaxKind.TrueLiteralExpression))
            .Select(loop => new Change(loop, Edit.Replace(loop.WhileKeyword, "if")));
}
