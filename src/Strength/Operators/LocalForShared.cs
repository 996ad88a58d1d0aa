using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>A process changes a copy of what it shares with others.</summary>
public sealed class LocalForShared : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "local-for-shared";

    /// <inheritdoc/>
    public string Description => "what is written to shared state stays in a local variable";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        from statement in file.DescendantNodes().OfType<ExpressionStatementSyntax>()
        let assignment = statement.Expression as AssignmentExpressionSyntax
        where assignment is not null && IsOfAnObject(assignment.Left)
        let update = $"ownCopy {assignment.OperatorToken.Text} {assignment.Right}"
        select new Change(statement, Edit.Replace(statement, $"{{ var ownCopy = {assignment.Left}; {update}; }}"));

    // left["count"], total.Value: not a local, and not a property of a process that is being made.
    private static bool IsOfAnObject(ExpressionSyntax target) =>
        target is ElementAccessExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" };
}
