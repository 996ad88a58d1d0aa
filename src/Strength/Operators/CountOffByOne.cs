using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>There is one place too many or too few.</summary>
public sealed class CountOffByOne : IMutationOperator
{
    private static readonly HashSet<string> s_counted =
    [
        "Barrier",
        "BoundedSemaphore",
        "JoinableQueue",
        "Pool",
        "Queue",
        "Semaphore",
    ];

    /// <inheritdoc/>
    public string Name => "count-off-by-one";

    /// <inheritdoc/>
    public string Description => "the count of a semaphore, barrier, queue or pool is one more or one less";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        from creation in file.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
        where Creations.TypeOf(creation) is { } type && s_counted.Contains(type)
        let count = creation.ArgumentList?.Arguments.FirstOrDefault()
        where count is not null && !count.Expression.IsKind(SyntaxKind.StringLiteralExpression)
        where count.NameColon?.Name.Identifier.ValueText != "name"
        from step in (string[])["+ 1", "- 1"]
        select new Change(creation, Edit.Replace(count.Expression, $"{Whole(count.Expression)} {step}"));

    private static string Whole(ExpressionSyntax count) =>
        count is IdentifierNameSyntax or LiteralExpressionSyntax ? count.ToString() : $"({count})";
}
