namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Everything that is known at one quiescent moment: who is parked with what, who may go on, and what went before. All
/// lists are in the order of actors' numbers. It is valid until the strategy has answered.
/// </summary>
public sealed class Situation
{
    private readonly List<Parked> _enabled = [];

    internal Situation(World world, IReadOnlyList<Parked> parked, IReadOnlyList<Step> steps)
    {
        World = world;
        Parked = parked;
        Steps = steps;
        Look();
    }

    /// <summary>The objects and processes of the run.</summary>
    public World World { get; }

    /// <summary>Every actor that has not ended.</summary>
    public IReadOnlyList<Parked> Parked { get; }

    /// <summary>
    /// Those who may be granted now; who polls is not among them while somebody else can go on. When the run is idle these are
    /// the actors whose time-out may come.
    /// </summary>
    public IReadOnlyList<Parked> Enabled => _enabled;

    /// <summary>Whether nobody can go on but by a time-out (or not at all), or by asking once more what was asked in vain.</summary>
    public bool IsIdle { get; private set; }

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>Whether there is more than one way to go on.</summary>
    public bool IsChoice => _enabled.Count > 1;

    /// <summary>Whether nobody can ever go on: everything has ended, or the run is deadlocked.</summary>
    public bool IsFinal => _enabled.Count == 0;

    /// <summary>The actor's entry in <see cref="Enabled"/>, or null.</summary>
    public Parked? EnabledOf(int actor)
    {
        foreach (var parked in _enabled)
        {
            if (parked.Actor == actor)
            {
                return parked;
            }
        }
        return null;
    }

    /// <summary>The actor's entry in <see cref="Parked"/>, or null when it has ended or was never started.</summary>
    public Parked? Of(int actor) => Parked.FirstOrDefault(parked => parked.Actor == actor);

    /// <summary>Whether the actor may be granted now.</summary>
    public bool IsEnabled(int actor) => EnabledOf(actor) is not null;

    /// <summary>The edges of the wait-for graph: everybody who is parked and not enabled, and on whom that depends.</summary>
    public IReadOnlyList<Wait> Waits(Func<int, SourceLine?> source) =>
        [
            .. from parked in Parked
            where !World.IsEnabled(parked)
            select new Wait(parked.Actor, parked.Operation, parked.Object, World.Holders(parked), source(parked.Actor)),
        ];

    /// <summary>
    /// The run so far, as one that was stopped here: a copy, with everybody who cannot go on among its waits.
    /// </summary>
    /// <param name="source">Where in the submission an actor stands.</param>
    public Run SoFar(Func<int, SourceLine?> source) =>
        new()
        {
            Steps = [.. Steps],
            Ending = Ending.Stopped,
            Actors = World.Actors,
            Waits = Waits(source),
            Objects = World.Models.ToDictionary(entry => entry.Key, entry => entry.Value.Info),
            Strategy = "so far",
        };

    /// <summary>The next moment of the same run: what was found out about the last one is forgotten.</summary>
    /// <remarks>Once for every point of every run, so without enumerators, delegates, or anything new.</remarks>
    internal void Look()
    {
        IsIdle = false;
        _enabled.Clear();
        var polls = false;
        for (var i = 0; i < Parked.Count; i++)
        {
            var parked = Parked[i];
            if (World.IsEnabled(parked))
            {
                _enabled.Add(parked);
                polls |= World.HasSeenPoll && World.IsPolling(parked.Actor);
            }
        }
        if (polls || _enabled.Count == 0)
        {
            LetTimePass();
        }
    }

    // It does for who polls as for who waits.
    private void LetTimePass()
    {
        Parked[] able = [.. _enabled];
        _enabled.RemoveAll(one => World.IsPolling(one.Actor));
        if (_enabled.Count == 0)
        {
            Parked[] timed = [.. Parked.Where(waiter => waiter.IsTimed && !World.IsEnabled(waiter))];
            IsIdle = able.Length == 0 || timed.Length > 0;
            _enabled.AddRange(IsIdle ? timed : able);
        }
    }
}
