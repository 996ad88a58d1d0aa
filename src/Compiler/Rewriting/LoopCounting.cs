using ConcurrencyKatas.Control;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>
/// Has every loop count its turns with <see cref="LoopTurns.Count"/>: whatever is branched back to, whether the loop was written
/// with for, while, foreach or goto.
/// </summary>
internal static class LoopCounting
{
    /// <summary>Rewrites a module that has not been written yet.</summary>
    public static void Apply(ModuleDefinition module)
    {
        MethodReference? count = null;
        foreach (var type in module.GetAllTypes().Where(t => !Instruments.Hold(t)).ToArray())
        {
            foreach (var body in type.Methods.Where(m => m.HasBody).Select(m => m.Body))
            {
                if (Heads(body) is { Count: > 0 } heads)
                {
                    count ??= Counter(module);
                    Count(body, heads, count);
                }
            }
        }
    }

    private static List<Instruction> Heads(MethodBody body) =>
        [.. body.Instructions.SelectMany(from => Targets(from).Where(to => to.Offset <= from.Offset)).Distinct()];

    private static IEnumerable<Instruction> Targets(Instruction from) =>
        from.Operand switch
        {
            Instruction target => [target],
            Instruction[] targets => targets,
            _ => [],
        };

    // The head becomes the call, and what it was follows: so all that refers to the head, branches, handlers and lines, comes
    // by the call.
    private static void Count(MethodBody body, List<Instruction> heads, MethodReference count)
    {
        body.SimplifyMacros();
        foreach (var head in heads)
        {
            var il = body.GetILProcessor();
            var rest = il.Create(OpCodes.Nop);
            (rest.OpCode, rest.Operand) = (head.OpCode, head.Operand);
            il.InsertAfter(head, rest);
            (head.OpCode, head.Operand) = (OpCodes.Call, count);
        }
        body.OptimizeMacros();
    }

    private static MethodReference Counter(ModuleDefinition module) =>
        new(
            nameof(LoopTurns.Count),
            module.TypeSystem.Void,
            new TypeReference(typeof(LoopTurns).Namespace, nameof(LoopTurns), module, LibraryReference.In(module))
        );
}
