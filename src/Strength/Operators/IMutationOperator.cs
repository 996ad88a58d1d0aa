using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>
/// One kind of mistake that can be made in a right concurrent program. It works on syntax alone: what it makes and the compiler
/// refuses is no mutant.
/// </summary>
public interface IMutationOperator
{
    /// <summary>Its name in reports and in NOTES.md: <c>lock-dropped</c>.</summary>
    string Name { get; }

    /// <summary>What it does, for people.</summary>
    string Description { get; }

    /// <summary>Every change that it can make to one file, each for a mutant of its own.</summary>
    IEnumerable<Change> Changes(CompilationUnitSyntax file);
}
