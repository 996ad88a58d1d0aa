using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Every schedule of a scripted program, without any reduction but that equal states are entered once.</summary>
internal sealed class Enumeration
{
    private readonly HashSet<string> _entered = [];
    private readonly int _maxStates;

    private Enumeration(int maxStates) => _maxStates = maxStates;

    public HashSet<string> Observations { get; } = [];

    public bool IsTooLarge => _entered.Count > _maxStates;

    public static Enumeration Of(ScriptedProgram program, int maxStates = 20_000)
    {
        var enumeration = new Enumeration(maxStates);
        var stage = program.Stage();
        stage.Begin();
        var world = new World(stage.Describe);
        enumeration.Enter(world, stage, [0], new Observation());
        return enumeration;
    }

    private void Enter(World world, ScriptedStage stage, IReadOnlyList<int> alive, Observation seen)
    {
        if (IsTooLarge || !_entered.Add($"{stage.Position}\n{world.Digest}\n{seen}"))
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
        foreach (var actor in situation.Enabled.Select(p => p.Actor))
        {
            var (nextWorld, nextStage, nextSeen) = (world.Clone(), stage.Clone(), seen.Clone());
            var parked = nextWorld.Park(actor, nextStage.Pending(actor));
            var decision = nextWorld.Perform(parked);
            nextSeen.Add(actor, parked.Operation, decision);
            nextStage.Grant(actor, decision);
            List<int> nextAlive = [.. alive];
            if (parked.Operation.Kind == OperationKind.End)
            {
                nextAlive.Remove(actor);
            }
            if (parked.Operation.Kind == OperationKind.Start)
            {
                nextAlive.Add((int)decision.Value);
            }
            Enter(nextWorld, nextStage, nextAlive, nextSeen);
        }
    }

    private static Situation Look(World world, ScriptedStage stage, IReadOnlyList<int> alive) =>
        new(world, [.. alive.Select(actor => world.Park(actor, stage.Pending(actor)))], []);
}
