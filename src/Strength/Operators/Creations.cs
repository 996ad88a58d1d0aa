using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>Finds where primitives are made.</summary>
internal static class Creations
{
    private static readonly HashSet<string> s_primitives =
    [
        "Barrier",
        "BoundedSemaphore",
        "Condition",
        "Event",
        "JoinableQueue",
        "Lock",
        "Queue",
        "RLock",
        "Semaphore",
        "SharedArray",
        "SimpleQueue",
        "Value",
    ];

    /// <summary>Whether a type is a primitive that processes share.</summary>
    public static bool IsPrimitive(TypeSyntax? type) =>
        type is SimpleNameSyntax name && s_primitives.Contains(name.Identifier.ValueText);

    /// <summary>The type that <c>new X(…)</c> names; null when it names none.</summary>
    public static string? TypeOf(ObjectCreationExpressionSyntax creation) =>
        (creation.Type as SimpleNameSyntax)?.Identifier.ValueText;

    /// <summary>Every <c>var x = new Primitive(…);</c> that stands in a block.</summary>
    public static IEnumerable<(LocalDeclarationStatementSyntax Statement, string Name, ExpressionSyntax Made)> Locals(
        CompilationUnitSyntax file
    ) =>
        from statement in file.DescendantNodes().OfType<LocalDeclarationStatementSyntax>()
        where statement.Parent is BlockSyntax && statement.Declaration.Variables.Count == 1
        let variable = statement.Declaration.Variables[0]
        where variable.Initializer?.Value is ObjectCreationExpressionSyntax made && IsPrimitive(made.Type)
        select (statement, variable.Identifier.ValueText, variable.Initializer!.Value);

    /// <summary>The first statement after one, in the same block, in which a process is started.</summary>
    public static StatementSyntax? StartAfter(StatementSyntax statement)
    {
        var block = (BlockSyntax)statement.Parent!;
        return block
            .Statements.Skip(block.Statements.IndexOf(statement) + 1)
            .FirstOrDefault(s => Calls.Statements(s, "Start").Any() || Starts(s));
    }

    /// <summary>Whether a name is read anywhere in a node.</summary>
    public static bool Names(SyntaxNode node, string name) =>
        node.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == name);

    private static bool Starts(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Expression: var call } && Calls.Receiver(call, "Start") is not null;
}
