namespace ConcurrencyKatas.Scheduling;

/// <summary>Runs everybody in turn but those who are held.</summary>
internal sealed class ProbeStrategy(Func<Situation, Parked, bool> hold, Func<IReadOnlyList<Step>, bool> goal)
    : IStrategy
{
    private int _last = -1;

    /// <summary>Whether the goal was met.</summary>
    public bool HasReached { get; private set; }

    /// <summary>The actors held at the last moment that the strategy saw.</summary>
    public IReadOnlyList<Parked> Held { get; private set; } = [];

    /// <inheritdoc/>
    public string Describe() => "probe";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        if (goal(situation.Steps))
        {
            HasReached = true;
            return Choice.Stop("The probe reached its goal.");
        }
        List<Parked> held = [];
        List<Parked> free = [];
        foreach (var parked in situation.Enabled)
        {
            (hold(situation, parked) ? held : free).Add(parked);
        }
        Held = held;
        if (free.Count == 0)
        {
            return Choice.Stop("Nobody can go on but those whom the probe holds.");
        }
        _last = RoundRobin.Next(free, _last);
        return Choice.Grant(_last);
    }
}
