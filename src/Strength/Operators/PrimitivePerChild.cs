using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Each child is given a primitive of its own.</summary>
public sealed class PrimitivePerChild : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "primitive-per-child";

    /// <inheritdoc/>
    public string Description => "a primitive is made for each child instead of once for all";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        from local in Creations.Locals(file)
        let loop = Creations.StartAfter(local.Statement)
        let body = (loop as ForStatementSyntax)?.Statement ?? (loop as ForEachStatementSyntax)?.Statement
        where body is BlockSyntax { Statements.Count: > 0 } && Creations.Names(body, local.Name)
        select new Change(
            local.Statement.Parent!,
            Edit.Remove(local.Statement),
            Edit.Before(((BlockSyntax)body).Statements[0], $"{local.Statement} ")
        );
}
