using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>Finds the types of a module whose static state differs between a fresh process and a used one.</summary>
internal static class StaticState
{
    private static readonly HashSet<string> s_immutable =
    [
        "System.Boolean",
        "System.Char",
        "System.SByte",
        "System.Byte",
        "System.Int16",
        "System.UInt16",
        "System.Int32",
        "System.UInt32",
        "System.Int64",
        "System.UInt64",
        "System.IntPtr",
        "System.UIntPtr",
        "System.Single",
        "System.Double",
        "System.Decimal",
        "System.String",
        "System.TimeSpan",
    ];

    // Calls in a type initialiser that give the same value in every process.
    private static readonly HashSet<string> s_pure =
    [
        "System.Decimal",
        "System.TimeSpan",
        "System.Math",
        "System.String",
    ];

    /// <summary>All types with such state, generic ones too, in the order of the module.</summary>
    public static IReadOnlyList<TypeDefinition> Find(ModuleDefinition module) =>
        [.. module.GetAllTypes().Where(HasState)];

    /// <summary>The fields of a type that hold state.</summary>
    public static IEnumerable<FieldDefinition> Fields(TypeDefinition type) =>
        type.Fields.Where(f => f is { IsStatic: true, IsLiteral: false } && f.RVA == 0);

    /// <summary>The type's initialiser, or <see langword="null"/>.</summary>
    public static MethodDefinition? Initializer(TypeDefinition type) =>
        type.Methods.FirstOrDefault(m => m is { IsConstructor: true, IsStatic: true });

    private static bool HasState(TypeDefinition type)
    {
        if (IsCompilerCache(type) || Instruments.Hold(type))
        {
            return false;
        }
        bool isPure =
            Initializer(type) is not { } initializer || initializer.Body.Instructions.All(i => IsPure(i, type));
        return !isPure || Fields(type).Any(f => !f.IsInitOnly || !s_immutable.Contains(f.FieldType.FullName));
    }

    // <>c and <>O keep delegates that capture nothing; <PrivateImplementationDetails> keeps constants.
    private static bool IsCompilerCache(TypeDefinition type) =>
        type.Name.StartsWith("<>", StringComparison.Ordinal)
        || type.Name.StartsWith("<PrivateImplementationDetails>", StringComparison.Ordinal);

    private static bool IsPure(Instruction instruction, TypeDefinition type) =>
        instruction.Operand switch
        {
            MethodReference method => s_pure.Contains(method.DeclaringType.FullName),
            FieldReference field => field.DeclaringType == type,
            TypeReference => false,
            _ => true,
        };
}
