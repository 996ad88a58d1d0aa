using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>One is woken where all must be.</summary>
public sealed class NotifyOne : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "notify-one";

    /// <inheritdoc/>
    public string Description => "NotifyAll is Notify";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        Calls
            .Statements(file, "NotifyAll")
            .Select(call => new Change(
                call,
                Edit.Replace(call, $"{Calls.Receiver(call.Expression, "NotifyAll")}.Notify();")
            ));
}
