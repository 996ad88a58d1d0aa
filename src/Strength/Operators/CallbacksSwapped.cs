using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>What is to be done with a result is done with an error, and the other way round.</summary>
public sealed class CallbacksSwapped : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "callbacks-swapped";

    /// <inheritdoc/>
    public string Description => "callback and error callback change places, or one of them does nothing";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        file.DescendantNodes().OfType<InvocationExpressionSyntax>().SelectMany(Swapped);

    private static IEnumerable<Change> Swapped(InvocationExpressionSyntax call)
    {
        var callbacks = call
            .ArgumentList.Arguments.Select(argument => argument.Expression)
            .OfType<SimpleLambdaExpressionSyntax>()
            .ToList();
        bool hasBoth =
            call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ApplyAsync" or "MapAsync" }
            && callbacks.Count == 2;
        if (!hasBoth)
        {
            yield break;
        }
        var (first, second) = (callbacks[0], callbacks[1]);
        yield return new Change(
            call,
            Edit.Replace(first.Body, WithoutParameter(second)),
            Edit.Replace(second.Body, WithoutParameter(first))
        );
        foreach (var callback in callbacks)
        {
            yield return new Change(call, Edit.Replace(callback.Body, "{ }"));
        }
    }

    // A result is no error: what the other callback is given is not to be had here.
    private static string WithoutParameter(SimpleLambdaExpressionSyntax callback)
    {
        string name = callback.Parameter.Identifier.ValueText;
        var uses = callback
            .Body.DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name);
        return callback.Body.ReplaceNodes(uses, (_, _) => SyntaxFactory.ParseExpression("default!")).ToString();
    }
}
