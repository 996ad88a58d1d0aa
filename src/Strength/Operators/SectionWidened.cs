using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>A critical section holds more than it must.</summary>
public sealed class SectionWidened : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "section-widened";

    /// <inheritdoc/>
    public string Description =>
        "a critical section takes in the statement before it, the one after it, or the loop around it";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        Section.In(file).Where(section => section.Body is not null).SelectMany(Widened);

    private static IEnumerable<Change> Widened(Section section)
    {
        var (outermost, body) = (section.Outermost(), section.Body!);
        if (outermost.Parent is not BlockSyntax around)
        {
            yield break;
        }
        int index = around.Statements.IndexOf(outermost);
        if (index > 0)
        {
            var before = around.Statements[index - 1];
            yield return new Change(around, Edit.Remove(before), Edit.Replace(body.OpenBraceToken, $"{{ {before}"));
        }
        if (index + 1 < around.Statements.Count)
        {
            var after = around.Statements[index + 1];
            yield return new Change(around, Edit.Replace(body.CloseBraceToken, $"{after} }}"), Edit.Remove(after));
        }
        if (
            around is
            { Statements.Count: 1, Parent: ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax }
        )
        {
            yield return new Change(
                around.Parent,
                section.WithoutHeader(),
                Edit.Before(around.Parent, section.Header + " ")
            );
        }
    }
}
