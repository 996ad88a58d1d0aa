using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Edits of source text.</summary>
internal static class Edit
{
    /// <summary>Puts a text in the place of a node, whose comments stay.</summary>
    public static TextChange Replace(SyntaxNode node, string text) => new(node.Span, text);

    /// <summary>Puts a text in the place of a token.</summary>
    public static TextChange Replace(SyntaxToken token, string text) => new(token.Span, text);

    /// <summary>Puts a text in the place of everything from one token to another.</summary>
    public static TextChange Replace(SyntaxToken from, SyntaxToken to, string text) =>
        new(TextSpan.FromBounds(from.SpanStart, to.Span.End), text);

    /// <summary>Takes a statement away; where one has to stand, an empty one does.</summary>
    public static TextChange Remove(SyntaxNode statement) => Replace(statement, ";");

    /// <summary>Puts a text before a node.</summary>
    public static TextChange Before(SyntaxNode node, string text) => new(new TextSpan(node.SpanStart, 0), text);

    /// <summary>Puts a text behind a node.</summary>
    public static TextChange After(SyntaxNode node, string text) => new(new TextSpan(node.Span.End, 0), text);
}
