using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>
/// Keeps the student's declarations from changing what others mean: no type with the name of a <c>Given</c> type or of the
/// course's, and nothing that a name in a <c>Given</c> file would suddenly refer to.
/// </summary>
internal sealed class DeclarationRules(
    RuleBook book,
    Violations violations,
    CSharpCompilation compilation,
    IReadOnlyList<SyntaxTree> edit,
    IReadOnlyList<SyntaxTree> given
)
{
    /// <summary>Checks all files.</summary>
    public void Check()
    {
        CheckTypeNames();
        CheckReplacedNames();
    }

    private void CheckTypeNames()
    {
        if (book.JudgeConstruct(Construct.TypeName) is not { } rule)
        {
            return;
        }
        var taken = given.SelectMany(DeclaredTypes).Select(token => token.ValueText).Concat(OwnTypes()).ToHashSet();
        foreach (var name in edit.SelectMany(DeclaredTypes).Where(token => taken.Contains(token.ValueText)))
        {
            violations.Add(rule, $"A type named {name.ValueText}", name.GetLocation());
        }
    }

    // Given is bound once without the student's files: a name that meant something then must not mean the student's now.
    private void CheckReplacedNames()
    {
        if (given.Count == 0 || book.JudgeConstruct(Construct.Hijack) is not { } rule)
        {
            return;
        }
        var alone = compilation.RemoveSyntaxTrees(edit);
        foreach (var tree in given)
        {
            SemanticModel? before = null;
            var now = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (
                    now.GetSymbolInfo(name).Symbol is not { Kind: not SymbolKind.Namespace } symbol
                    || DeclaredByStudent(symbol) is not { } declaration
                )
                {
                    continue;
                }
                before ??= alone.GetSemanticModel(tree);
                if (before.GetSymbolInfo(name).Symbol is not null)
                {
                    violations.Add(
                        rule,
                        $"{symbol.Name}, which {tree.FilePath} uses with another meaning,",
                        declaration
                    );
                }
            }
        }
    }

    private Location? DeclaredByStudent(ISymbol symbol)
    {
        var definition = (symbol as IMethodSymbol)?.ReducedFrom ?? symbol.OriginalDefinition;
        return definition.Locations.FirstOrDefault(l => l.SourceTree is { } tree && edit.Contains(tree));
    }

    private IEnumerable<string> OwnTypes() =>
        compilation
            .References.Select(compilation.GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Where(a => a.Name.StartsWith("ConcurrencyKatas.", StringComparison.Ordinal))
            .Select(a => a.GlobalNamespace.GetNamespaceMembers().FirstOrDefault(n => n.Name == "ConcurrencyKatas"))
            .OfType<INamespaceSymbol>()
            .SelectMany(n => n.GetTypeMembers())
            .Where(t => t.DeclaredAccessibility == Accessibility.Public)
            .Select(t => t.Name);

    private static IEnumerable<SyntaxToken> DeclaredTypes(SyntaxTree tree) =>
        tree.GetRoot()
            .DescendantNodes(node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax))
            .Select(node =>
                node switch
                {
                    BaseTypeDeclarationSyntax type => type.Identifier,
                    DelegateDeclarationSyntax type => type.Identifier,
                    _ => default,
                }
            )
            .Where(token => token.RawKind != 0);
}
