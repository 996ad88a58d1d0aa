using ConcurrencyKatas.Compiler.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyKatas.Compiler.Sources;

/// <summary>Checks that the method which graders call is there, as the kata declares it.</summary>
internal static class EntryMethod
{
    /// <summary>The id of the complaint.</summary>
    public const string Id = "KATA01";

    private static readonly SymbolDisplayFormat s_types = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    private static readonly SymbolDisplayFormat s_declaration = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    /// <summary>Returns what is wrong, or <see langword="null"/>.</summary>
    public static Complaint? Check(CompileRequest request, CSharpCompilation compilation)
    {
        int dot = request.Entry.LastIndexOf('.');
        string typeName = request.Entry[..dot];
        string methodName = request.Entry[(dot + 1)..];
        string file = request.Edit.Count > 0 ? request.Edit[0].Name : "";

        var type = compilation.Assembly.GetTypeByMetadataName($"ConcurrencyKatas.{request.Kata}.{typeName}");
        if (type is null)
        {
            return new Complaint(
                file,
                0,
                0,
                Id,
                $"The class {typeName} is missing. The graders call {request.Entry}, declared as "
                    + $"\"{request.EntrySignature}\" in a public class {typeName} of namespace ConcurrencyKatas.{request.Kata}."
            );
        }
        if (type.DeclaredAccessibility != Accessibility.Public)
        {
            return At(type, $"The class {typeName} must be public: the graders call {request.Entry} from outside.");
        }
        var found = type.GetMembers(methodName).OfType<IMethodSymbol>().ToArray();
        if (found.Length == 0)
        {
            return At(
                type,
                $"{request.Entry} is missing. The graders call it; declare it in {typeName} as \"{request.EntrySignature}\"."
            );
        }
        if (found.Any(method => IsAsDeclared(method, request.EntrySignature)))
        {
            return null;
        }
        return At(
            found[0],
            $"{request.Entry} is not declared as the graders call it. Expected \"{request.EntrySignature}\", "
                + $"found \"{found[0].ToDisplayString(s_declaration)}\"."
        );
    }

    private static bool IsAsDeclared(IMethodSymbol method, string signature)
    {
        if (SyntaxFactory.ParseMemberDeclaration(signature + ";") is not MethodDeclarationSyntax expected)
        {
            throw new InvalidDataException(
                $"The entry signature \"{signature}\" in kata.json is not the head of a method."
            );
        }
        return method is { DeclaredAccessibility: Accessibility.Public, IsStatic: true, Arity: 0 }
            && Same(method.ReturnType, expected.ReturnType)
            && method.Parameters.Length == expected.ParameterList.Parameters.Count
            && method.Parameters.Zip(expected.ParameterList.Parameters).All(pair => Same(pair.First, pair.Second));
    }

    private static bool Same(IParameterSymbol found, ParameterSyntax expected) =>
        found.RefKind == RefKind.None && Same(found.Type, expected.Type!);

    // A question mark that only concerns null checks is no difference; one that makes a Nullable<T> is kept by both sides.
    private static bool Same(ITypeSymbol found, TypeSyntax expected)
    {
        string wanted = string.Concat(expected.ToString().Where(c => !char.IsWhiteSpace(c)));
        string actual = string.Concat(found.ToDisplayString(s_types).Where(c => !char.IsWhiteSpace(c)));
        return actual == wanted || (!found.IsValueType && actual == wanted.Replace("?", "", StringComparison.Ordinal));
    }

    private static Complaint At(ISymbol symbol, string message)
    {
        var span = symbol.Locations[0].GetLineSpan();
        var start = span.StartLinePosition;
        return new Complaint(span.Path, start.Line + 1, start.Character + 1, Id, message);
    }
}
