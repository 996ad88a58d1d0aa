using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Where a run of a stage in memory stands, to go on from in several ways.</summary>
internal sealed class Place(World world, IForkableStage stage, IReadOnlyList<int> alive, IReadOnlyList<int> order)
{
    /// <summary>The beginning.</summary>
    public static Place FirstOf(IForkableStage stage)
    {
        stage.Begin();
        return new Place(new World(stage.Describe), stage, [0], []);
    }

    /// <summary>Who was granted so far.</summary>
    public IReadOnlyList<int> Order => order;

    public int Last => order.Count == 0 ? -1 : order[^1];

    // Who has ended is told nothing any more.
    public string Position => $"{stage.Position} {string.Join(',', alive)}";

    public Situation Situation => new(world, [.. alive.Select(actor => world.Park(actor, stage.Pending(actor)))], []);

    /// <summary>Where it stands after one more point of an actor.</summary>
    public Place After(int actor)
    {
        var (nextWorld, nextStage) = (world.Clone(), stage.Fork());
        var parked = nextWorld.Park(actor, nextStage.Pending(actor));
        var decision = nextWorld.Perform(parked);
        nextStage.Grant(actor, decision);
        List<int> living = [.. alive];
        if (parked.Operation.Kind == OperationKind.End)
        {
            living.Remove(actor);
        }
        if (parked.Operation.Kind == OperationKind.Start)
        {
            living.Add((int)decision.Value);
        }
        return new Place(nextWorld, nextStage, living, [.. order, actor]);
    }
}
