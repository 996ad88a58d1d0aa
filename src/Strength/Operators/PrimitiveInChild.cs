using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>A process makes a primitive of its own, that nobody else has, instead of using what it was given.</summary>
public sealed class PrimitiveInChild : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "primitive-in-child";

    /// <inheritdoc/>
    public string Description => "a child makes the primitive anew that it was passed";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file)
    {
        var targets = file.DescendantNodes()
            .OfType<ObjectCreationExpressionSyntax>()
            .Where(creation => Creations.TypeOf(creation) == "Process")
            .Select(creation =>
                (creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression as IdentifierNameSyntax)
                    ?.Identifier
                    .ValueText
            )
            .ToHashSet();
        return from method in file.DescendantNodes().OfType<MethodDeclarationSyntax>()
            where targets.Contains(method.Identifier.ValueText) && method.Body is { Statements.Count: > 0 }
            from parameter in method.ParameterList.Parameters
            where Creations.IsPrimitive(parameter.Type)
            select new Change(
                method,
                Edit.Before(
                    method.Body!.Statements[0],
                    $"{parameter.Identifier} = new {parameter.Type}({Arguments(file, method, parameter)}); "
                )
            );
    }

    // As it was made, as far as the child knows the same names; a number that it does not know is 1.
    private static string Arguments(
        CompilationUnitSyntax file,
        MethodDeclarationSyntax method,
        ParameterSyntax parameter
    )
    {
        List<ObjectCreationExpressionSyntax> made =
        [
            .. file.DescendantNodes()
                .OfType<ObjectCreationExpressionSyntax>()
                .Where(creation => creation.Type.ToString() == parameter.Type!.ToString()),
        ];
        var like = made.Find(creation => IsOf(creation, parameter.Identifier.ValueText)) ?? made.FirstOrDefault();
        var known = method.ParameterList.Parameters.Select(p => p.Identifier.ValueText).ToHashSet();
        return string.Join(
            ", ",
            (like?.ArgumentList?.Arguments ?? []).Select(argument =>
                argument.Expression is LiteralExpressionSyntax
                || (argument.Expression is IdentifierNameSyntax name && known.Contains(name.Identifier.ValueText))
                    ? argument.ToString()
                : argument.NameColon is { } colon ? $"{colon} 1"
                : "1"
            )
        );
    }

    // Mostly what is passed is called the same on both sides.
    private static bool IsOf(ObjectCreationExpressionSyntax creation, string name) =>
        creation.Parent?.Parent is VariableDeclaratorSyntax variable && variable.Identifier.ValueText == name;
}
