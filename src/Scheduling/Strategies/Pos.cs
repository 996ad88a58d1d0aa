namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Partial order sampling: every actor has a random priority for its next operation, the highest enabled one goes on, and
/// then it and everybody whose next operation conflicts with what was done draw a new one (Yuan, Yang, Gu; CAV 2018). So the
/// orders of conflicting operations are drawn, and those of independent ones cost nothing.
/// </summary>
/// <remarks>Priorities are drawn by actors' numbers. After four times the profile's length the schedule is a random walk.</remarks>
/// <param name="seed">Decides all priorities.</param>
/// <param name="profile">What the runs so far have shown.</param>
public sealed class Pos(ulong seed, Profile profile) : IStrategy
{
    private readonly SplitMix _random = new(seed);
    private readonly Unfairness _unfairness = new(profile);
    private readonly Dictionary<int, ulong> _priorities = [];

    /// <inheritdoc/>
    public string Describe() => $"pos[seed={seed}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        foreach (var parked in situation.Parked)
        {
            if (!_priorities.ContainsKey(parked.Actor))
            {
                _priorities.Add(parked.Actor, _random.Next());
            }
        }
        var enabled = situation.Enabled;
        var chosen = _unfairness.IsOver(situation) ? enabled[_random.Below(enabled.Count)] : Highest(enabled);
        var done = chosen.AsHappening with { IsTimeOut = situation.IsIdle };
        foreach (var parked in situation.Parked)
        {
            // An actor conflicts with itself: its next operation is a new one.
            if (Independence.MayConflict(parked.AsHappening, done))
            {
                _priorities[parked.Actor] = _random.Next();
            }
        }
        return Choice.Grant(chosen.Actor);
    }

    private Parked Highest(IReadOnlyList<Parked> enabled)
    {
        var highest = enabled[0];
        for (var i = 1; i < enabled.Count; i++)
        {
            highest = _priorities[enabled[i].Actor] > _priorities[highest.Actor] ? enabled[i] : highest;
        }
        return highest;
    }
}
