using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Each process is waited for before the next one is started: nothing runs side by side.</summary>
public sealed class JoinAtOnce : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "join-at-once";

    /// <inheritdoc/>
    public string Description => "a process is joined as soon as it has been started";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        from start in Calls.Statements(file, "Start")
        let process = Calls.Receiver(start.Expression, "Start")
        select new Change(start, Edit.Replace(start, $"{{ {start} {process}.Join(); }}"));
}
