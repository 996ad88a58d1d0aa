using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Performs two operations in both orders and compares, in every small state of one object.</summary>
internal static class BothOrders
{
    /// <summary>Main and two children; the object is in slot 0.</summary>
    public static World WorldOf(ObjectInfo info)
    {
        var world = new World(_ => info);
        world.Perform(world.Park(0, new Operation(OperationKind.Start, Text: "one")));
        world.Perform(world.Park(0, new Operation(OperationKind.Start, Text: "two")));
        return world;
    }

    /// <summary>Every state that so many operations of three actors lead to.</summary>
    public static IEnumerable<World> States(ObjectInfo info, Operation[] operations, int depth)
    {
        HashSet<ulong> seen = [];
        List<World> states = [];
        System.Collections.Generic.Queue<(World World, int Depth)> open = new([(WorldOf(info), 0)]);
        open.Peek().World.Park(0, operations[0]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.World.Digest))
            {
                continue;
            }
            states.Add(next.World);
            for (var actor = 0; actor < 3 && next.Depth < depth; actor++)
            {
                foreach (var operation in operations)
                {
                    var world = next.World.Clone();
                    var parked = world.Park(actor, operation);
                    if (world.IsEnabled(parked) || parked.IsTimed)
                    {
                        world.Perform(parked);
                        open.Enqueue((world, next.Depth + 1));
                    }
                }
            }
        }
        return states;
    }

    /// <summary>Every two operations that two children could do now.</summary>
    public static IEnumerable<(Parked, Parked)> Pairs(World world, Operation[] operations) =>
        from a in operations
        from b in operations
        let first = world.Park(1, a)
        let second = world.Park(2, b)
        where world.IsEnabled(first) && world.IsEnabled(second)
        select (first, second);

    /// <summary>Whether either order is possible, and brings the same answers and the same state.</summary>
    public static bool Same(World world, Parked a, Parked b)
    {
        var (there, back) = (world.Clone(), world.Clone());
        return Do(there, a, out var firstA)
            && Do(there, b, out var thenB)
            && Do(back, b, out var firstB)
            && Do(back, a, out var thenA)
            && firstA == thenA
            && firstB == thenB
            && there.Digest == back.Digest;
    }

    private static bool Do(World world, Parked parked, out Decision decision)
    {
        var here = world.Park(parked.Actor, parked.Operation);
        decision = default;
        if (!world.IsEnabled(here))
        {
            return false;
        }
        decision = world.Perform(here);
        return true;
    }
}
