using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>
/// What a tool has put into a module beside its own code: Coverlet's counters, and the switch with which Stryker chooses a
/// mutant. They are no part of the program: their locks are no points, and their fields outlive a run.
/// </summary>
internal static class Instruments
{
    private static readonly string[] s_namespaces = ["Coverlet.Core.Instrumentation", "Stryker"];

    /// <summary>Whether a type is one of theirs.</summary>
    public static bool Hold(TypeDefinition type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } outer)
        {
            outermost = outer;
        }
        return s_namespaces.Any(name => outermost.Namespace.StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>
    /// Gives their code references of its own to what is to be redirected, so that changing the module's leaves them alone.
    /// </summary>
    public static void Spare(ModuleDefinition module)
    {
        var instructions = module
            .GetAllTypes()
            .Where(Hold)
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions);
        foreach (var instruction in instructions)
        {
            if (instruction.Operand is MethodReference called and not MethodSpecification && IsRedirected(called))
            {
                instruction.Operand = Copy(module, called);
            }
        }
    }

    private static bool IsRedirected(MethodReference called) =>
        Redirections.All.Any(r => r.FromType == called.DeclaringType.FullName);

    private static MethodReference Copy(ModuleDefinition module, MethodReference called)
    {
        var type = called.DeclaringType;
        var copy = new MethodReference(
            called.Name,
            called.ReturnType,
            new TypeReference(type.Namespace, type.Name, module, type.Scope, type.IsValueType)
        )
        {
            HasThis = called.HasThis,
            ExplicitThis = called.ExplicitThis,
            CallingConvention = called.CallingConvention,
        };
        foreach (var parameter in called.Parameters)
        {
            copy.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        }
        return copy;
    }
}
