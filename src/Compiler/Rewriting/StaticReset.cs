using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>
/// Generates <c>&lt;KataReset&gt;.Reset()</c>, which gives the static state of a module the values that it has in a fresh
/// process. The runtime runs a type initialiser only once, so the initialisers become ordinary methods; the real ones call
/// them only in a process in which <c>Reset</c> has never been called, where nothing changes at all.
/// </summary>
internal static class StaticReset
{
    /// <summary>The generated type and method.</summary>
    public const string TypeName = "<KataReset>";

    private const MethodAttributes Helper =
        MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig;

    /// <summary>Rewrites a module.</summary>
    /// <returns>Whether there is state at all, and whether some of it is in generic types, which cannot be reset.</returns>
    public static (bool HasStatics, bool NeedsFreshContext) Apply(ModuleDefinition module)
    {
        var all = StaticState.Find(module);
        TypeDefinition[] types = [.. all.Where(t => !t.HasGenericParameters)];
        if (types.Length > 0)
        {
            Generate(module, types);
        }
        return (all.Count > 0, all.Count > types.Length);
    }

    private static void Generate(ModuleDefinition module, TypeDefinition[] types)
    {
        var order = new InitializationOrder(module, types).Compute();
        var reset = new TypeDefinition(
            "",
            TypeName,
            TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit,
            module.TypeSystem.Object
        );
        // Public: the helpers of nested types read it.
        var isManaged = new FieldDefinition(
            "IsManaged",
            FieldAttributes.Public | FieldAttributes.Static,
            module.TypeSystem.Boolean
        );
        reset.Fields.Add(isManaged);
        var method = new MethodDefinition(
            "Reset",
            (Helper & ~MethodAttributes.Assembly) | MethodAttributes.Public,
            Void(module)
        );
        reset.Methods.Add(method);

        var il = method.Body.GetILProcessor();
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Stsfld, isManaged);
        foreach (var type in types)
        {
            MakeReachable(type);
            il.Emit(OpCodes.Call, AddZero(module, type));
        }
        foreach (var type in order)
        {
            if (StaticState.Initializer(type) is { } initializer)
            {
                il.Emit(OpCodes.Call, TurnIntoMethod(module, initializer, isManaged));
            }
        }
        il.Emit(OpCodes.Ret);
        module.Types.Add(reset);
    }

    private static TypeReference Void(ModuleDefinition module) => module.TypeSystem.Void;

    private static MethodDefinition AddZero(ModuleDefinition module, TypeDefinition type)
    {
        var zero = new MethodDefinition("<ZeroStatics>", Helper, Void(module));
        var il = zero.Body.GetILProcessor();
        foreach (var field in StaticState.Fields(type))
        {
            // Otherwise optimised code would keep the first value for ever, and writing it would throw.
            field.IsInitOnly = false;
            il.Emit(OpCodes.Ldsflda, field);
            il.Emit(OpCodes.Initobj, field.FieldType);
        }
        il.Emit(OpCodes.Ret);
        type.Methods.Add(zero);
        return zero;
    }

    // The old method keeps its body and its lines; a new initialiser takes its place.
    private static MethodDefinition TurnIntoMethod(
        ModuleDefinition module,
        MethodDefinition initializer,
        FieldDefinition isManaged
    )
    {
        var attributes = initializer.Attributes;
        initializer.Name = "<InitializeStatics>";
        initializer.Attributes = Helper;

        var replacement = new MethodDefinition(".cctor", attributes, Void(module));
        var il = replacement.Body.GetILProcessor();
        var end = il.Create(OpCodes.Ret);
        il.Emit(OpCodes.Ldsfld, isManaged);
        il.Emit(OpCodes.Brtrue, end);
        il.Emit(OpCodes.Call, initializer);
        il.Append(end);
        initializer.DeclaringType.Methods.Add(replacement);
        return initializer;
    }

    private static void MakeReachable(TypeDefinition type)
    {
        for (var part = type; part is { IsNested: true }; part = part.DeclaringType)
        {
            if (part.IsNestedPrivate)
            {
                part.IsNestedAssembly = true;
            }
            else if (part.IsNestedFamily || part.IsNestedFamilyAndAssembly)
            {
                part.IsNestedFamilyOrAssembly = true;
            }
        }
    }
}
