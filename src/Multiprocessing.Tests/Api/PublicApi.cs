using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>The public types of an assembly and their members, one line each, as C# would declare them.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat s_format = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat s_head = s_format.RemoveGenericsOptions(
        SymbolDisplayGenericsOptions.IncludeTypeConstraints
    );

    private static readonly SymbolDisplayFormat s_name = s_head.RemoveKindOptions(s_format.KindOptions);

    /// <summary>Those of one namespace, without what is below it.</summary>
    public static string Of(string assembly, string space)
    {
        // Only what others can see is imported.
        var compilation = CSharpCompilation.Create("api", references: [.. Runtime(), Reference(assembly)]);
        INamedTypeSymbol[] types =
        [
            .. compilation
                .GlobalNamespace.GetMembers(space)
                .OfType<INamespaceSymbol>()
                .SelectMany(static found => found.GetTypeMembers())
                .Where(type => type.ContainingAssembly.Name == Path.GetFileNameWithoutExtension(assembly))
                .SelectMany(WithNested)
                .Where(static type => type.DeclaredAccessibility == Accessibility.Public)
                .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal),
        ];
        return string.Join('\n', types.SelectMany(Lines));
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        [type, .. type.GetTypeMembers().SelectMany(WithNested)];

    private static IEnumerable<string> Lines(INamedTypeSymbol type) =>
        [
            Head(type),
            .. type.GetMembers()
                .Where(static member => member is not INamedTypeSymbol && IsSeen(member))
                .Select(static member => (member.Name, Line: $"    {member.ToDisplayString(s_format)}"))
                .OrderBy(static member => member.Name, StringComparer.Ordinal)
                .ThenBy(static member => member.Line, StringComparer.Ordinal)
                .Select(static member => member.Line),
        ];

    // The format leaves out the modifiers of types, and what they derive from.
    private static string Head(INamedTypeSymbol type)
    {
        string modifier = type switch
        {
            { TypeKind: not TypeKind.Class } => "",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        IEnumerable<INamedTypeSymbol> parents =
            type.TypeKind == TypeKind.Enum ? [type.EnumUnderlyingType!] : Parents(type);
        string list = string.Join(", ", parents.Select(static parent => parent.ToDisplayString(s_name)));
        string head = type.ToDisplayString(s_head);
        string constraints = type.ToDisplayString(s_format)[head.Length..];
        return $"{modifier}{head}{(list.Length > 0 ? $" : {list}" : "")}{constraints}";
    }

    private static IEnumerable<INamedTypeSymbol> Parents(INamedTypeSymbol type) =>
        [
            .. type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent }
                ? (IEnumerable<INamedTypeSymbol>)[parent]
                : [],
            .. type
                .Interfaces.Where(static face => face.DeclaredAccessibility == Accessibility.Public)
                .OrderBy(static face => face.Name, StringComparer.Ordinal),
        ];

    // Accessors are shown with their properties. What is protected counts where others can derive.
    private static bool IsSeen(ISymbol member) =>
        member is not IMethodSymbol { AssociatedSymbol: not null }
        && !member.IsImplicitlyDeclared
        && member.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Protected or Accessibility.ProtectedOrInternal => !member.ContainingType.IsSealed,
            _ => false,
        };

    private static IEnumerable<MetadataReference> Runtime() =>
        Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll").Select(Reference);

    private static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);
}
