using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Finds calls by the name of what is called.</summary>
internal static class Calls
{
    /// <summary><c>x</c> of <c>x.Name(…)</c>; null for anything else.</summary>
    public static ExpressionSyntax? Receiver(ExpressionSyntax? expression, string name) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
        && access.Name.Identifier.ValueText == name
            ? access.Expression
            : null;

    /// <summary>Every statement of a file that is nothing but such a call.</summary>
    public static IEnumerable<ExpressionStatementSyntax> Statements(SyntaxNode within, string name) =>
        within
            .DescendantNodes()
            .OfType<ExpressionStatementSyntax>()
            .Where(statement => Receiver(statement.Expression, name) is not null);

    /// <summary>The method, or what else has a body, around a node.</summary>
    public static SyntaxNode MemberAround(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();
}
