using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ConcurrencyKatas.Compiler.Rewriting;

/// <summary>
/// Orders types so that each comes after those whose static state its initialiser reads, directly or through methods of
/// the module. In a cycle, as at run time, one of them sees fields that are not set yet.
/// </summary>
internal sealed class InitializationOrder(ModuleDefinition module, IReadOnlyList<TypeDefinition> types)
{
    private readonly HashSet<TypeDefinition> _wanted = [.. types];
    private readonly HashSet<TypeDefinition> _seen = [];
    private readonly List<TypeDefinition> _order = [];
    private ILookup<string, MethodDefinition>? _overrides;

    /// <summary>Returns the types in order.</summary>
    public IReadOnlyList<TypeDefinition> Compute()
    {
        foreach (var type in types)
        {
            Visit(type);
        }
        return _order;
    }

    private void Visit(TypeDefinition type)
    {
        if (!_seen.Add(type))
        {
            return;
        }
        if (StaticState.Initializer(type) is { } initializer)
        {
            foreach (var needed in NeededBy(initializer))
            {
                Visit(needed);
            }
        }
        _order.Add(type);
    }

    private List<TypeDefinition> NeededBy(MethodDefinition start)
    {
        var needed = new List<TypeDefinition>();
        var visited = new HashSet<MethodDefinition> { start };
        var pending = new Stack<MethodDefinition>(visited);
        while (pending.TryPop(out var method))
        {
            if (!method.HasBody)
            {
                continue;
            }
            foreach (var member in method.Body.Instructions.Select(i => i.Operand).OfType<MemberReference>())
            {
                if (member.DeclaringType?.GetElementType() is not TypeDefinition owner)
                {
                    continue;
                }
                if (_wanted.Contains(owner))
                {
                    needed.Add(owner);
                }
                foreach (var target in Targets(member).Where(visited.Add))
                {
                    pending.Push(target);
                }
            }
        }
        return needed;
    }

    private IEnumerable<MethodDefinition> Targets(MemberReference member)
    {
        if (member is not MethodReference reference || reference.GetElementMethod().Resolve() is not { } method)
        {
            return [];
        }
        _overrides ??= module.GetAllTypes().SelectMany(t => t.Methods).Where(m => m.IsVirtual).ToLookup(m => m.Name);
        return method.IsVirtual ? _overrides[method.Name].Append(method) : [method];
    }
}
