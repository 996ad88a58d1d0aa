using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Strength.Mutants;

/// <summary>Gives the mutants of a file names that outlive changes elsewhere in it.</summary>
public sealed class MutantNames(string file, CompilationUnitSyntax root)
{
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Reads a file.</summary>
    public static MutantNames Of(string file, string text) =>
        new(file, (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text).GetRoot());

    /// <summary>The name of the next mutant that something makes at a place.</summary>
    /// <param name="position">The place in the text.</param>
    /// <param name="maker">The operator.</param>
    public string Next(int position, string maker)
    {
        string stem = $"{file}/{MemberAt(position)}/{maker}";
        int number = _counts[stem] = _counts.GetValueOrDefault(stem) + 1;
        return $"{stem}/{number.ToString(CultureInfo.InvariantCulture)}";
    }

    private string MemberAt(int position)
    {
        SyntaxNode? at = root.FindToken(position).Parent;
        return at?.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            _ => "file",
        };
    }
}
