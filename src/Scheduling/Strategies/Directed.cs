namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Holds actors where the profile has seen that something could go wrong, until nobody else can go on: before a second
/// lock, before the change of what was read, before a wait, before some of the changes. So the others get the time that a
/// failure needs. Among those who are not held everybody is equally likely. (The idea of DeadlockFuzzer and RaceFuzzer,
/// Joshi, Park, Sen and others, PLDI 2008 and 2009.)
/// </summary>
/// <remarks>
/// Half of the schedules hold every actor, half of them each actor with even chance. An actor that had to be let go is not
/// held again before that operation is done. After four times the profile's length the schedule is a random walk.
/// </remarks>
public sealed class Directed : IStrategy
{
    private readonly ulong _seed;
    private readonly SplitMix _random;
    private readonly Unfairness _unfairness;
    private readonly Hazards _hazard;
    private readonly bool _holdsAll;
    private readonly Dictionary<int, HazardReading> _readings = [];
    private readonly Dictionary<int, bool> _isHeldAtAll = [];
    private readonly HashSet<int> _released = [];
    private int _read;

    /// <summary>A strategy that holds actors at one kind of hazard.</summary>
    /// <param name="seed">Decides which of the profile's hazards, who is held, and all choices.</param>
    /// <param name="profile">What the runs so far have shown.</param>
    public Directed(ulong seed, Profile profile)
    {
        _seed = seed;
        _random = new SplitMix(seed);
        _unfairness = new Unfairness(profile);
        var seen = Enum.GetValues<Hazards>().Where(hazard => hazard != 0 && profile.Hazards.HasFlag(hazard)).ToList();
        _hazard = seen.Count == 0 ? Hazards.Change : seen[_random.Below(seen.Count)];
        _holdsAll = _random.Below(2) == 0;
    }

    /// <inheritdoc/>
    public string Describe() => $"directed[at={_hazard},seed={_seed}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        Follow(situation.Steps);
        var enabled = situation.Enabled;
        if (!situation.IsChoice)
        {
            return Choice.Grant(enabled[0].Actor);
        }
        List<int> free = [];
        if (!situation.IsIdle && !_unfairness.IsOver(situation))
        {
            foreach (var parked in enabled)
            {
                if (!IsHeld(parked))
                {
                    free.Add(parked.Actor);
                }
            }
        }
        if (free.Count > 0)
        {
            return Choice.Grant(free[_random.Below(free.Count)]);
        }
        var released = enabled[_random.Below(enabled.Count)].Actor;
        _released.Add(released);
        return Choice.Grant(released);
    }

    private bool IsHeld(Parked parked)
    {
        if (
            _released.Contains(parked.Actor)
            || !(ReadingOf(parked.Actor).Before(parked.Operation, parked.Object)).HasFlag(_hazard)
        )
        {
            return false;
        }
        if (!_isHeldAtAll.TryGetValue(parked.Actor, out var held))
        {
            _isHeldAtAll.Add(parked.Actor, held = _holdsAll || _random.Below(2) == 0);
        }
        // Every change would hold everybody everywhere.
        return held && (_hazard != Hazards.Change || _random.Below(2) == 0);
    }

    private void Follow(IReadOnlyList<Step> steps)
    {
        for (; _read < steps.Count; _read++)
        {
            var step = steps[_read];
            var reading = ReadingOf(step.Actor);
            if (reading.Before(step.Operation, step.Object).HasFlag(_hazard))
            {
                _released.Remove(step.Actor);
            }
            reading.Done(step.Operation, step.Object, step.Decision);
        }
    }

    private HazardReading ReadingOf(int actor)
    {
        if (!_readings.TryGetValue(actor, out var reading))
        {
            _readings.Add(actor, reading = new HazardReading());
        }
        return reading;
    }
}
