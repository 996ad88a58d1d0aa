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
        enumeration.Enter(Place.FirstOf(stage));
        return enumeration;
    }

    private void Enter(Place place)
    {
        if (IsTooLarge || !_entered.Add(place.State))
        {
            return;
        }
        var situation = place.Situation;
        if (situation.IsFinal)
        {
            Observations.Add(place.Close());
            return;
        }
        var local = _localFirst
            ? situation.Enabled.FirstOrDefault(p => p.AsHappening.IsLocal && IsAlone(p, situation))
            : null;
        foreach (var actor in local is null ? situation.Enabled.Select(p => p.Actor) : [local.Actor])
        {
            Enter(place.After(actor));
        }
    }

    private static bool IsAlone(Parked parked, Situation situation) =>
        parked.Operation.IsQuiet
        || situation.Parked.All(other => other.Actor == parked.Actor || other.Process != parked.Process);
}
