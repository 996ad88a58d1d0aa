namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Virtual time, one reading for each actor, in ticks of <see cref="TimeSpan"/>. It grows by what the actor itself slept
/// and waited in vain, by one tick a point, and to the other's reading at a join. Durations order nothing between actors.
/// </summary>
internal sealed class VirtualClock
{
    private readonly List<long> _readings = [];

    /// <summary>A new actor begins at the reading of who started it.</summary>
    public void Begin(int actor, int parent)
    {
        if (actor != _readings.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(actor), actor, "Actors begin in the order of their numbers.");
        }
        _readings.Add(parent < 0 ? 0 : _readings[parent]);
    }

    /// <summary>The actor's reading.</summary>
    public long Read(int actor) => _readings[actor];

    /// <summary>One point has passed for the actor.</summary>
    public void Tick(int actor) => _readings[actor]++;

    /// <summary>The actor slept, or waited in vain. Stops at the largest reading instead of overflowing.</summary>
    public void Advance(int actor, long ticks) =>
        _readings[actor] = ticks > long.MaxValue - _readings[actor] ? long.MaxValue : _readings[actor] + ticks;

    /// <summary>The actor has seen the end of another: it cannot be earlier than that.</summary>
    public void Meet(int actor, int other) => _readings[actor] = Math.Max(_readings[actor], _readings[other]);

    /// <summary>An independent copy.</summary>
    public VirtualClock Clone()
    {
        var copy = new VirtualClock();
        copy._readings.AddRange(_readings);
        return copy;
    }
}
