using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Takes a call away that stands as a statement.</summary>
public abstract class CallDropped(string name, string call, string description) : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Description => description;

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        Calls.Statements(file, call).Select(statement => new Change(statement, Edit.Remove(statement)));
}
