namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Probabilistic concurrency testing: every actor gets a random priority when it is first seen, the highest enabled one
/// goes on, and at <c>depth − 1</c> random choices whoever would go on drops below everybody. A bug that needs d ordered
/// steps is hit with probability of at least 1 / (n·kᵈ⁻¹) for n actors and k choices (Burckhardt et al., ASPLOS 2010).
/// Only points where a choice existed are counted.
/// </summary>
/// <remarks>
/// A spinning actor of the highest priority would keep the others from running for ever, so after four times the expected
/// number of choices the schedule goes on as a random walk.
/// </remarks>
public sealed class Pct : IStrategy
{
    private const int FairAfter = 4;

    private readonly int _depth;
    private readonly ulong _seed;
    private readonly int _choices;
    private readonly SplitMix _random;
    private readonly HashSet<int> _changes = [];
    private readonly List<int> _order = []; // highest priority first
    private int _seen;

    /// <summary>A strategy for bugs of this depth.</summary>
    /// <param name="depth">One more than the number of priority changes; at least 1.</param>
    /// <param name="seed">Decides priorities and where they change.</param>
    /// <param name="choices">How many choices the run is expected to have; changes lie within them.</param>
    public Pct(int depth, ulong seed, int choices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        (_depth, _seed, _choices) = (depth, seed, Math.Max(choices, depth));
        _random = new SplitMix(seed);
        while (_changes.Count < depth - 1)
        {
            _changes.Add(_random.Below(_choices));
        }
    }

    /// <summary>The actors seen so far, highest priority first.</summary>
    public IReadOnlyList<int> Priorities => _order;

    /// <inheritdoc/>
    public string Describe() => $"pct[depth={_depth},seed={_seed},choices={_choices}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        MeetNewActors(situation);
        var enabled = situation.Enabled;
        if (!situation.IsChoice)
        {
            return Choice.Grant(enabled[0].Actor);
        }
        if (_seen >= FairAfter * _choices)
        {
            return Choice.Grant(enabled[_random.Below(enabled.Count)].Actor);
        }
        if (_changes.Contains(_seen++))
        {
            var demoted = Highest(situation);
            _order.Remove(demoted);
            _order.Add(demoted);
        }
        return Choice.Grant(Highest(situation));
    }

    private void MeetNewActors(Situation situation)
    {
        foreach (var parked in situation.Parked)
        {
            if (!_order.Contains(parked.Actor))
            {
                _order.Insert(_random.Below(_order.Count + 1), parked.Actor);
            }
        }
    }

    private int Highest(Situation situation) => _order.Find(situation.IsEnabled);
}
