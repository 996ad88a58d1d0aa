using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyKatas.Strength.Operators;

/// <summary>What was done under a lock, or with a unit of a semaphore, is done without.</summary>
public sealed class LockDropped : IMutationOperator
{
    /// <inheritdoc/>
    public string Name => "lock-dropped";

    /// <inheritdoc/>
    public string Description => "a lock or semaphore is not taken";

    /// <inheritdoc/>
    public IEnumerable<Change> Changes(CompilationUnitSyntax file) =>
        [
            .. Section.In(file).Select(section => new Change(section.Statement, section.WithoutHeader())),
            .. file.DescendantNodes()
                .OfType<LockStatementSyntax>()
                .Select(held => new Change(held, Edit.Replace(held.LockKeyword, held.CloseParenToken, ""))),
            .. file.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().Where(IsEntered).Select(Dropped),
            .. Calls.Statements(file, "Acquire").GroupBy(Gate).Select(PairDropped).OfType<Change>(),
        ];

    private static Change Dropped(LocalDeclarationStatementSyntax declaration) =>
        new(declaration, Edit.Remove(declaration));

    // using var held = gate.Enter();
    private static bool IsEntered(LocalDeclarationStatementSyntax declaration) =>
        declaration.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)
        && declaration.Declaration.Variables.All(v => Section.GateOf(v.Initializer?.Value) is not null);

    private static (SyntaxNode Member, string Gate) Gate(ExpressionStatementSyntax acquire) =>
        (Calls.MemberAround(acquire), Calls.Receiver(acquire.Expression, "Acquire")!.ToString());

    // Every Acquire and Release of one gate in one method, so that the counts stay even.
    private static Change? PairDropped(IGrouping<(SyntaxNode Member, string Gate), ExpressionStatementSyntax> pair)
    {
        TextChange[] releases =
        [
            .. Calls
                .Statements(pair.Key.Member, "Release")
                .Where(release => Calls.Receiver(release.Expression, "Release")!.ToString() == pair.Key.Gate)
                .Select(Edit.Remove),
        ];
        return releases.Length == 0 ? null : new Change(pair.Key.Member, [.. pair.Select(Edit.Remove), .. releases]);
    }
}
