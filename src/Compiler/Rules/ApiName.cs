using Microsoft.CodeAnalysis;
using Mono.Cecil;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>
/// One spelling for what source and compiled code refer to: <c>Namespace.Type.Nested.Member</c>, without arity; a
/// constructor is <c>new</c>, an accessor is its property or event.
/// </summary>
internal static class ApiName
{
    private static readonly string[] s_accessors = ["get_", "set_", "add_", "remove_"];

    /// <summary>The name of a type.</summary>
    public static string Of(INamedTypeSymbol type) =>
        type switch
        {
            { ContainingType: { } outer } => $"{Of(outer)}.{type.Name}",
            { ContainingNamespace: { IsGlobalNamespace: false } space } => $"{space.ToDisplayString()}.{type.Name}",
            _ => type.Name,
        };

    /// <summary>The name of a method, property, field or event.</summary>
    public static string Of(ISymbol member) =>
        member switch
        {
            IMethodSymbol { ReducedFrom: { } full } => Of((ISymbol)full),
            IMethodSymbol { AssociatedSymbol: { } owner } => Of(owner),
            IMethodSymbol { MethodKind: MethodKind.Constructor } => $"{Of(member.ContainingType)}.new",
            _ => $"{Of(member.ContainingType)}.{member.MetadataName}",
        };

    /// <summary>The name of a type in compiled code.</summary>
    public static string Of(TypeReference type)
    {
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        string name = tick < 0 ? type.Name : type.Name[..tick];
        return type switch
        {
            { DeclaringType: { } outer } => $"{Of(outer)}.{name}",
            { Namespace.Length: > 0 } => $"{type.Namespace}.{name}",
            _ => name,
        };
    }

    /// <summary>The name of a member in compiled code.</summary>
    public static string Of(MemberReference member)
    {
        string name = member.Name == ".ctor" ? "new" : member.Name;
        string? accessor = Array.Find(s_accessors, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        return $"{Of(member.DeclaringType.GetElementType())}.{(accessor is null ? name : name[accessor.Length..])}";
    }
}
