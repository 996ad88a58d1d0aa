using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>Judges what every name in a file refers to, bodies or not: base types, attributes, signatures, calls.</summary>
internal sealed class NameRules(SemanticModel model, SymbolRules symbols)
{
    /// <summary>Checks a whole file.</summary>
    public void Check(SyntaxNode root)
    {
        // Directives bring names in; each use is judged by itself. nameof gives a string and runs nothing.
        foreach (var node in root.DescendantNodes(node => node is not UsingDirectiveSyntax && !IsNameOf(node)))
        {
            switch (node)
            {
                case SimpleNameSyntax name:
                    CheckName(name);
                    break;
                case AttributeSyntax attribute:
                    CheckSymbol(model.GetSymbolInfo(attribute), attribute);
                    break;
                case ConstructorInitializerSyntax initializer:
                    CheckSymbol(model.GetSymbolInfo(initializer), initializer);
                    break;
                case CommonForEachStatementSyntax loop:
                    CheckLoop(loop);
                    break;
            }
        }
    }

    private void CheckName(SimpleNameSyntax name)
    {
        var info = model.GetSymbolInfo(name);
        if (info.Symbol is INamedTypeSymbol && IsQualifier(name))
        {
            // In Thread.Sleep the member is judged, not the type that it is found in.
            return;
        }
        CheckSymbol(info, name);
    }

    private void CheckSymbol(SymbolInfo info, SyntaxNode node)
    {
        symbols.Check(info.Symbol, node.GetLocation());
        foreach (var candidate in info.CandidateSymbols)
        {
            symbols.Check(candidate, node.GetLocation());
        }
    }

    private void CheckLoop(CommonForEachStatementSyntax loop)
    {
        var info = model.GetForEachStatementInfo(loop);
        var location = loop.Expression.GetLocation();
        symbols.Check(info.GetEnumeratorMethod, location);
        symbols.Check(info.MoveNextMethod, location);
        symbols.Check(info.CurrentProperty, location);
        symbols.Check(info.DisposeMethod, location);
        symbols.CheckType(info.ElementType, location);
    }

    private static bool IsQualifier(SimpleNameSyntax name)
    {
        SyntaxNode whole = name;
        while (
            (whole.Parent is MemberAccessExpressionSyntax access && access.Name == whole)
            || (whole.Parent is QualifiedNameSyntax qualified && qualified.Right == whole)
            || (whole.Parent is AliasQualifiedNameSyntax alias && alias.Name == whole)
        )
        {
            whole = whole.Parent;
        }
        return (whole.Parent is MemberAccessExpressionSyntax outer && outer.Expression == whole)
            || (whole.Parent is QualifiedNameSyntax outerName && outerName.Left == whole);
    }

    private bool IsNameOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
        && model.GetOperation(call) is Microsoft.CodeAnalysis.Operations.INameOfOperation;
}
