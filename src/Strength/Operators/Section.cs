using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>A critical section: <c>using (gate.Enter()) …</c>.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Gate">What is taken, as it is written.</param>
internal sealed record Section(UsingStatementSyntax Statement, string Gate)
{
    /// <summary>The part between <c>using</c> and the closing parenthesis.</summary>
    public string Header =>
        Statement.ToString()[..(Statement.CloseParenToken.Span.End - Statement.UsingKeyword.SpanStart)];

    /// <summary>What is done inside, when it stands in braces.</summary>
    public BlockSyntax? Body => Statement.Statement as BlockSyntax;

    /// <summary>Every section of a file.</summary>
    public static IEnumerable<Section> In(CompilationUnitSyntax file) =>
        file.DescendantNodes().OfType<UsingStatementSyntax>().Select(Of).OfType<Section>();

    /// <summary>The section that a statement is; null when it is none.</summary>
    public static Section? Of(StatementSyntax? statement) =>
        statement is UsingStatementSyntax { Expression: { } taken } found && GateOf(taken) is { } gate
            ? new Section(found, gate)
            : null;

    /// <summary><c>gate</c> of <c>gate.Enter()</c>; null for anything else.</summary>
    public static string? GateOf(ExpressionSyntax? expression) => Calls.Receiver(expression, "Enter")?.ToString();

    /// <summary>The section around this one with nothing else between them, as far out as there is one.</summary>
    public UsingStatementSyntax Outermost()
    {
        var outermost = Statement;
        while (outermost.Parent is UsingStatementSyntax outer)
        {
            outermost = outer;
        }
        return outermost;
    }

    /// <summary>Takes the header away, so that what was inside is not protected any more.</summary>
    public Microsoft.CodeAnalysis.Text.TextChange WithoutHeader() =>
        Edit.Replace(Statement.UsingKeyword, Statement.CloseParenToken, "");
}
