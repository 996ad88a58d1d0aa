using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Every schedule of a program in memory, without any reduction but that equal states are entered once.</summary>
internal sealed class Enumeration
{
    private readonly HashSet<ulong> _entered = [];
    private readonly int _maxStates;

    private readonly bool _localFirst;

    private Enumeration(int maxStates, bool localFirst) => (_maxStates, _localFirst) = (maxStates, localFirst);

    public HashSet<string> Observations { get; } = [];

    public bool IsTooLarge => _entered.Count > _maxStates;

    /// <summary>Enters every state.</summary>
    /// <param name="program">The program.</param>
    /// <param name="maxStates">After so many states it gives up.</param>
    /// <param name="localFirst">Takes for granted that the order of local operations does not matter: far fewer states.</param>
    public static Enumeration Of(ScriptedProgram program, int maxStates, bool localFirst = false) =>
        Of(program.Stage(), maxStates, localFirst);

    /// <summary>The same, of whatever runs on a stage.</summary>
    public static Enumeration Of(IForkableStage stage, int maxStates, bool localFirst)
    {
        var enumeration = new Enumeration(maxStates, localFirst);
        stage.Begin();
        var world = new World(stage.Describe);
        enumeration.Enter(world, stage, [0], new Observation());
        return enumeration;
    }

    private void Enter(World world, IForkableStage stage, IReadOnlyList<int> alive, Observation seen)
    {
        if (IsTooLarge || !_entered.Add(StateOf(world, stage, seen)))
        {
            return;
        }
        var situation = Look(world, stage, alive);
        if (situation.IsFinal)
        {
            var ending = alive.Count == 0 ? Ending.Completed : Ending.Deadlocked;
            Observations.Add(seen.Close(ending, situation.Waits(_ => null)));
            return;
        }
        var local = _localFirst
            ? situation.Enabled.FirstOrDefault(p => p.AsHappening.IsLocal && IsAlone(p, situation))
            : null;
        foreach (var actor in local is null ? situation.Enabled.Select(p => p.Actor) : [local.Actor])
        {
            var (nextWorld, nextStage, nextSeen) = (world.Clone(), stage.Fork(), seen.Clone());
            var parked = nextWorld.Park(actor, nextStage.Pending(actor));
            var decision = nextWorld.Perform(parked);
            nextSeen.Add(actor, parked.Operation, decision);
            nextStage.Grant(actor, decision);
            List<int> nextAlive = [.. alive];
            if (parked.Operation.Kind == OperationKind.End)
            {
                nextAlive.Remove(actor);
            }
            if (parked.Operation.Kind == OperationKind.Terminate && decision.Value != 0)
            {
                nextAlive.Remove(parked.Operation.Object);
            }
            if (parked.Operation.Kind == OperationKind.Start)
            {
                nextAlive.Add((int)decision.Value);
            }
            Enter(nextWorld, nextStage, nextAlive, nextSeen);
        }
    }

    private static bool IsAlone(Parked parked, Situation situation) =>
        parked.Operation.IsQuiet
        || situation.Parked.All(other => other.Actor == parked.Actor || other.Process != parked.Process);

    private static ulong StateOf(World world, IForkableStage stage, Observation seen) =>
        new Digest().Add(stage.Position).Add((long)world.Digest).Add(seen.ToString()).Value;

    private static Situation Look(World world, IForkableStage stage, IReadOnlyList<int> alive) =>
        new(world, [.. alive.Select(actor => world.Park(actor, stage.Pending(actor)))], []);
}
