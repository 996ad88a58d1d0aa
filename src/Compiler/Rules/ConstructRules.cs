using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>Finds constructs of the language that the rules refuse; needs no symbols, so it works in what does not compile.</summary>
internal sealed class ConstructRules(RuleBook book, Violations violations, string kataNamespace)
{
    /// <summary>Checks a whole file.</summary>
    public void Check(SyntaxNode root)
    {
        foreach (var item in root.DescendantNodesAndTokens(descendIntoTrivia: true))
        {
            if (item.AsNode() is { } node)
            {
                CheckNode(node);
            }
            else
            {
                CheckToken(item.AsToken());
            }
        }
    }

    private void CheckNode(SyntaxNode node)
    {
        switch (node)
        {
            case LockStatementSyntax statement:
                Refuse(Construct.Lock, "A lock statement", statement.LockKeyword);
                break;
            case TypeOfExpressionSyntax type:
                Refuse(Construct.TypeOf, "typeof", type.Keyword);
                break;
            case DestructorDeclarationSyntax finalizer:
                Refuse(Construct.Finalizer, $"The finalizer ~{finalizer.Identifier.Text}", finalizer.TildeToken);
                break;
            case PointerTypeSyntax or FunctionPointerTypeSyntax or FixedStatementSyntax:
                Refuse(Construct.Unsafe, "A pointer", node.GetFirstToken());
                break;
            case MakeRefExpressionSyntax or RefTypeExpressionSyntax or RefValueExpressionSyntax:
                Refuse(Construct.TypedReference, node.GetFirstToken().Text, node.GetFirstToken());
                break;
            case AttributeListSyntax { Target.Identifier: var target } when target.ValueText is "assembly" or "module":
                Refuse(Construct.ModuleAttribute, $"An attribute of the {target.ValueText}", target);
                break;
            case LineDirectiveTriviaSyntax or LineSpanDirectiveTriviaSyntax:
                Refuse(Construct.LineDirective, "#line", node.GetFirstToken());
                break;
            case PragmaChecksumDirectiveTriviaSyntax:
                Refuse(Construct.LineDirective, "#pragma checksum", node.GetFirstToken());
                break;
            case UsingDirectiveSyntax { GlobalKeyword.RawKind: (int)SyntaxKind.GlobalKeyword } directive:
                Refuse(Construct.GlobalUsing, "A global using directive", directive.GlobalKeyword);
                break;
            case BaseNamespaceDeclarationSyntax space when FullName(space) != kataNamespace:
                Refuse(
                    Construct.Namespace,
                    $"Namespace {FullName(space)} (expected {kataNamespace})",
                    space.NamespaceKeyword
                );
                break;
            case BaseTypeDeclarationSyntax { Parent: CompilationUnitSyntax } type:
                Refuse(
                    Construct.Namespace,
                    $"{type.Identifier.Text} outside namespace {kataNamespace}",
                    type.Identifier
                );
                break;
            case DelegateDeclarationSyntax { Parent: CompilationUnitSyntax } type:
                Refuse(
                    Construct.Namespace,
                    $"{type.Identifier.Text} outside namespace {kataNamespace}",
                    type.Identifier
                );
                break;
        }
    }

    private void CheckToken(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword:
                Refuse(Construct.Async, token.Text, token);
                break;
            case SyntaxKind.UnsafeKeyword:
                Refuse(Construct.Unsafe, "unsafe", token);
                break;
            case SyntaxKind.ExternKeyword:
                Refuse(Construct.Extern, "extern", token);
                break;
            case SyntaxKind.ArgListKeyword:
                Refuse(Construct.TypedReference, "__arglist", token);
                break;
        }
    }

    // Namespaces may be nested in one another: what counts is the whole.
    private static string FullName(BaseNamespaceDeclarationSyntax space) =>
        string.Join(
            '.',
            space.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(s => $"{s.Name}")
        );

    private void Refuse(string construct, string what, SyntaxToken token)
    {
        if (book.JudgeConstruct(construct) is { } rule)
        {
            violations.Add(rule, what, token.GetLocation());
        }
    }
}
