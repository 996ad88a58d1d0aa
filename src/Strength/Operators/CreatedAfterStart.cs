using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Main makes a primitive after it has started the children, who therefore have another one.</summary>
public sealed class CreatedAfterStart : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "created-after-start";

    /// <inheritdoc/>
    public string Description => "a primitive is made anew after the children were started";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        from local in Creations.Locals(file)
        let start = Creations.StartAfter(local.Statement)
        where start is not null
        let block = (BlockSyntax)local.Statement.Parent!
        where block.Statements.Skip(block.Statements.IndexOf(start) + 1).Any(s => Creations.Names(s, local.Name))
        select new Change(block, Edit.After(start, $" {local.Name} = {local.Made};"));
}
