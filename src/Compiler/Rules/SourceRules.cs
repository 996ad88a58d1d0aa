using ConcurrencyKatas.Compiler.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>Applies the rules to the student's source files: to constructs, to names, to operations, to declared types.</summary>
internal static class SourceRules
{
    /// <summary>Returns what the files of <c>edit</c> break.</summary>
    public static IReadOnlyCollection<Complaint> Check(
        CompileRequest request,
        CSharpCompilation compilation,
        IReadOnlyList<SyntaxTree> edit,
        IReadOnlyList<SyntaxTree> given
    )
    {
        var book = new RuleBook(request.Allows);
        var violations = new Violations();
        foreach (var tree in edit)
        {
            var model = compilation.GetSemanticModel(tree);
            var named = new SymbolRules(book, violations, isImplied: false);
            var implied = new SymbolRules(book, violations, isImplied: true);
            new ConstructRules(book, violations, $"ConcurrencyKatas.{request.Kata}").Check(tree.GetRoot());
            new NameRules(model, named).Check(tree.GetRoot());
            new OperationRules(model, implied).Check(tree.GetRoot());
        }
        new DeclarationRules(book, violations, compilation, edit, given).Check();
        return violations.All;
    }
}
