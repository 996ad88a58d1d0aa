using Microsoft.CodeAnalysis;

namespace ConcurrencyKatas.Compiler.Rules;

/// <summary>Judges one symbol that source refers to. What the submission or <c>Given</c> declares is always allowed.</summary>
/// <param name="book">The rules.</param>
/// <param name="violations">Where complaints go.</param>
/// <param name="isImplied">Whether the symbols come from operations and not from names.</param>
internal sealed class SymbolRules(RuleBook book, Violations violations, bool isImplied)
{
    /// <summary>Judges a method, property, field, event or type.</summary>
    public void Check(ISymbol? symbol, Location location)
    {
        switch (symbol)
        {
            case ITypeSymbol type:
                CheckType(type, location);
                break;
            case IMethodSymbol
            {
                MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator
            }:
                break;
            case IMethodSymbol method:
                CheckMember(method, location);
                foreach (var argument in method.TypeArguments)
                {
                    CheckType(argument, location);
                }
                break;
            case IPropertySymbol or IFieldSymbol or IEventSymbol:
                CheckMember(symbol, location);
                break;
        }
    }

    /// <summary>Refuses a lock statement on what only <c>Enter</c> can lock, also where a kata allows lock statements.</summary>
    public void CheckLocked(ITypeSymbol? locked, Location location)
    {
        for (var type = locked as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (ApiName.Of(type.OriginalDefinition) is "ConcurrencyKatas.Primitive" or "ConcurrencyKatas.Proxy")
            {
                var rule = Rules.All.First(one => one.Patterns.Contains(Construct.Lock));
                violations.Add(rule, $"A lock statement on a {locked!.Name}", location, isImplied);
            }
        }
    }

    /// <summary>Judges a type and whatever it is made of.</summary>
    public void CheckType(ITypeSymbol? type, Location location)
    {
        switch (type)
        {
            case IDynamicTypeSymbol:
                CheckConstruct(Construct.Dynamic, "dynamic", location);
                break;
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                CheckConstruct(Construct.Unsafe, "A pointer", location);
                break;
            case IArrayTypeSymbol array:
                CheckType(array.ElementType, location);
                break;
            case INamedTypeSymbol named and not IErrorTypeSymbol:
                if (!IsOwn(named) && book.Judge(ApiName.Of(named.OriginalDefinition)) is { } rule)
                {
                    violations.Add(rule, ApiName.Of(named.OriginalDefinition), location, isImplied);
                    return;
                }
                for (var part = named; part is not null; part = part.ContainingType)
                {
                    foreach (var argument in part.TypeArguments)
                    {
                        CheckType(argument, location);
                    }
                }
                break;
        }
    }

    private void CheckMember(ISymbol member, Location location)
    {
        var definition = member.OriginalDefinition;
        if (
            definition is IMethodSymbol
            {
                Name: nameof(GetHashCode),
                Parameters.IsEmpty: true,
                IsImplicitlyDeclared: true
            }
        )
        {
            CheckConstruct(Construct.ImplicitHash, $"{member.ContainingType?.Name}.GetHashCode", location);
        }
        // Members of arrays, pointers and anonymous types have no named type of their own, or are of the submission.
        if (definition.ContainingType is not { IsAnonymousType: false } container || IsOwn(container))
        {
            return;
        }
        string name = ApiName.Of(definition);
        if (book.Judge(name) is { } rule)
        {
            violations.Add(rule, name, location, isImplied);
        }
    }

    private void CheckConstruct(string construct, string what, Location location)
    {
        if (book.JudgeConstruct(construct) is { } rule)
        {
            violations.Add(rule, what, location, isImplied);
        }
    }

    // Declared in source, by the submission or by Given; tuples and anonymous types are made of other types.
    private static bool IsOwn(INamedTypeSymbol type) =>
        type.IsAnonymousType || type.OriginalDefinition.DeclaringSyntaxReferences.Length > 0;
}
