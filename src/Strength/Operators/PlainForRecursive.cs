using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>A lock that its owner cannot take again stands for one that he can.</summary>
public sealed class PlainForRecursive : IMutationOperator
{
    private const string Recursive = "RLock";

    /// <inheritdoc/>
    public string Name => "plain-for-recursive";

    /// <inheritdoc/>
    public string Description => "every RLock is a Lock";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file)
    {
        var tokens = file.DescendantTokens()
            .Where(token =>
                token.IsKind(SyntaxKind.IdentifierToken) && token.Text.StartsWith(Recursive, StringComparison.Ordinal)
            )
            .ToList();
        return tokens.Count == 0
            ? []
            : [new Change(file, [.. tokens.Select(token => Edit.Replace(token, token.Text[1..]))])];
    }
}
