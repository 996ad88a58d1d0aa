using ConcurrencyKatas.Strength.Operators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>Makes the mutants of a file.</summary>
public static class MutantFactory
{
    /// <summary>One mutant for each change of each operator, in the order of the operators and then of the text.</summary>
    /// <param name="file">The file's name in the kata's folder.</param>
    /// <param name="text">Its text.</param>
    /// <param name="operators">What is done to it.</param>
    public static IReadOnlyList<Mutant> Of(string file, string text, IReadOnlyList<IMutationOperator> operators)
    {
        var source = SourceText.From(text);
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, path: file).GetRoot();
        var names = new MutantNames(file, root);
        var seen = new HashSet<string> { text };
        var mutants = new List<Mutant>();
        foreach (IMutationOperator maker in operators)
        {
            foreach (Change change in maker.Changes(root).OrderBy(c => c.Site.SpanStart))
            {
                Mutant mutant = Make(file, source, maker, change, names);
                // Two operators may come to the same program.
                if (seen.Add(mutant.Source))
                {
                    mutants.Add(mutant);
                }
            }
        }
        return mutants;
    }

    private static Mutant Make(
        string file,
        SourceText source,
        IMutationOperator maker,
        Change change,
        MutantNames names
    )
    {
        SourceText changed = source.WithChanges(change.Edits.OrderBy(e => e.Span.Start));
        TextSpan site = Narrowed(change);
        var now = TextSpan.FromBounds(site.Start, site.End + changed.Length - source.Length);
        return new Mutant
        {
            Id = names.Next(change.Site.SpanStart, maker.Name),
            File = file,
            Operator = maker.Name,
            Description = maker.Description,
            Original = source.ToString(site),
            Replacement = changed.ToString(now),
            Location = source.Lines.GetLinePositionSpan(site),
            Source = changed.ToString(),
        };
    }

    // From the first edit to the last; where something is only put in, with the word that follows it.
    private static TextSpan Narrowed(Change change)
    {
        int start = change.Edits.Min(e => e.Span.Start);
        int end = change.Edits.Max(e => e.Span.End);
        return start < end
            ? TextSpan.FromBounds(start, end)
            : TextSpan.FromBounds(start, Math.Max(end, change.Site.FindToken(start).Span.End));
    }
}
