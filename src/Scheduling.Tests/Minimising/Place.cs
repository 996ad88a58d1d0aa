using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Where a run of a stage in memory stands, to go on from in several ways.</summary>
internal sealed class Place(
    World world,
    IForkableStage stage,
    IReadOnlyList<int> alive,
    IReadOnlyList<int> order,
    Observation seen
)
{
    private Situation? _situation;

    /// <summary>The beginning.</summary>
    public static Place FirstOf(IForkableStage stage)
    {
        stage.Begin();
        return new Place(new World(stage.Describe), stage, [0], [], new Observation());
    }

    /// <summary>Who was granted so far.</summary>
    public IReadOnlyList<int> Order => order;

    public int Last => order.Count == 0 ? -1 : order[^1];

    // Who has ended is told nothing any more.
    public string Position => $"{stage.Position} {string.Join(',', alive)}";

    /// <summary>Equal where everybody stands at the same point, all objects are in the same state, and the same was seen.</summary>
    public ulong State => new Digest().Add(stage.Position).Add((long)world.Digest).Add(seen.ToString()).Value;

    public Situation Situation =>
        _situation ??= new(world, [.. alive.Select(actor => world.Park(actor, stage.Pending(actor)))], []);

    /// <summary>What was to be seen of a run that ends here.</summary>
    public string Close() =>
        seen.Close(alive.Count == 0 ? Ending.Completed : Ending.Deadlocked, Situation.Waits(_ => null));

    /// <summary>Where it stands after one more point of an actor.</summary>
    public Place After(int actor)
    {
        var (nextWorld, nextStage, nextSeen) = (world.Clone(), stage.Fork(), seen.Clone());
        var parked = nextWorld.Park(actor, nextStage.Pending(actor));
        var decision = nextWorld.Perform(parked);
        nextSeen.Add(actor, parked.Operation, decision);
        nextStage.Grant(actor, decision);
        List<int> living = [.. alive];
        if (parked.Operation.Kind == OperationKind.End)
        {
            living.Remove(actor);
        }
        if (parked.Operation.Kind == OperationKind.Terminate && decision.Value != 0)
        {
            living.Remove(parked.Operation.Object);
        }
        if (parked.Operation.Kind == OperationKind.Start)
        {
            living.Add((int)decision.Value);
        }
        return new Place(nextWorld, nextStage, living, [.. order, actor], nextSeen);
    }
}
