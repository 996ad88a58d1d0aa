using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>A critical section begins too late or ends too early.</summary>
public sealed class SectionNarrowed : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "section-narrowed";

    /// <inheritdoc/>
    public string Description => "a critical section begins after its first statement, or ends before its last";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        Section.In(file).Where(section => section.Body is not null).SelectMany(Narrowed);

    private static IEnumerable<Change> Narrowed(Section section)
    {
        var statements = section.Body!.Statements;
        if (statements is [var only])
        {
            return ReadBefore(section, only) is { } split ? [split] : [];
        }
        if (statements.Count == 0)
        {
            return [];
        }
        var (first, last) = (statements[0], statements[^1]);
        return
        [
            new Change(
                section.Statement,
                Edit.Before(section.Statement, $"{{ {first} "),
                Edit.Remove(first),
                Edit.After(section.Statement, " }")
            ),
            new Change(
                section.Statement,
                Edit.Before(section.Statement, "{ "),
                Edit.Remove(last),
                Edit.After(section.Statement, $" {last} }}")
            ),
        ];
    }

    // count -= 1 reads and writes. Here it reads before the section.
    private static Change? ReadBefore(Section section, StatementSyntax only)
    {
        if (
            only is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax update }
            || update.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || update.IsKind(SyntaxKind.CoalesceAssignmentExpression)
        )
        {
            return null;
        }
        string sign = update.OperatorToken.Text.TrimEnd('=');
        return new Change(
            section.Statement,
            Edit.Before(section.Statement, $"{{ var readBefore = {update.Left}; "),
            Edit.Replace(update, $"{update.Left} = readBefore {sign} {update.Right}"),
            Edit.After(section.Statement, " }")
        );
    }
}
