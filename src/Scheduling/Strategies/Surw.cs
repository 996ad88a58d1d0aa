namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Selectively uniform random walk: picks a few contended objects and draws the order of the operations on them, such that
/// every order is equally likely if the profile's counts are right and nothing blocks; all other operations are ordered
/// freely (Zhao et al., ASPLOS 2025). Whoever of them comes next is drawn in proportion to how many operations it has left;
/// the others are held before theirs until it has done its own.
/// </summary>
/// <remarks>
/// The operations of a child that is not yet started count as its parent's. After four times the profile's length the
/// schedule is a random walk, so that an actor that spins gets its answer.
/// </remarks>
public sealed class Surw : IStrategy
{
    private const int Nobody = -1;

    private readonly ulong _seed;
    private readonly Profile _profile;
    private readonly SplitMix _random;
    private readonly Unfairness _unfairness;
    private readonly HashSet<ObjectId> _chosen = [];
    private readonly int[] _left;
    private readonly HashSet<int> _held = [];
    private int _born = 1;
    private int _intended = Nobody;

    /// <summary>Half of the seeds choose one object, a quarter two, a quarter all of them.</summary>
    /// <param name="seed">Decides which objects, and all choices.</param>
    /// <param name="profile">What the runs so far have shown.</param>
    public Surw(ulong seed, Profile profile)
        : this(seed, profile, null) { }

    /// <summary>A strategy for given objects.</summary>
    internal Surw(ulong seed, Profile profile, IReadOnlyList<ObjectId>? objects)
    {
        (_seed, _profile, _random) = (seed, profile, new SplitMix(seed));
        _unfairness = new Unfairness(profile);
        _chosen.UnionWith(objects ?? Some(profile.Contended));
        _left = new int[profile.Actors];
        for (var actor = 0; actor < _left.Length; actor++)
        {
            _left[actor] = _chosen.Sum(id => profile.Uses(actor, id));
        }
    }

    /// <inheritdoc/>
    public string Describe() => $"surw[objects={_chosen.Count},seed={_seed}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        MeetNewActors(situation);
        var enabled = situation.Enabled;
        if (!situation.IsChoice || situation.IsIdle || _unfairness.IsOver(situation))
        {
            return Grant(enabled[_random.Below(enabled.Count)]);
        }
        while (true)
        {
            if (AnyFree(enabled) is not { } next)
            {
                // The intended one cannot go on: somebody else has to come first after all.
                Forget();
                continue;
            }
            if (!IsChosen(next))
            {
                return Grant(next);
            }
            if (_intended == Nobody)
            {
                _intended = Draw([.. enabled.Select(parked => parked.Actor)], next.Actor);
            }
            if (next.Actor == _intended)
            {
                return Grant(next);
            }
            _held.Add(next.Actor);
        }
    }

    private List<ObjectId> Some(IReadOnlyList<ObjectId> objects)
    {
        List<ObjectId> left = [.. objects];
        var wanted = _random.Below(4) switch
        {
            0 or 1 => 1,
            2 => 2,
            _ => left.Count,
        };
        List<ObjectId> some = [];
        while (some.Count < wanted && left.Count > 0)
        {
            var place = _random.Below(left.Count);
            some.Add(left[place]);
            left.RemoveAt(place);
        }
        return some;
    }

    // Whoever was to come next stood for its children too: now one of them may be meant.
    private void MeetNewActors(Situation situation)
    {
        var count = situation.World.Processes.Count;
        if (count == _born)
        {
            return;
        }
        List<int> meant = [_intended];
        for (; _born < count; _born++)
        {
            if (_intended != Nobody && situation.World.Processes[_born].Parent == _intended)
            {
                meant.Add(_born);
            }
        }
        if (meant.Count > 1)
        {
            _intended = Draw(meant, _intended);
            _held.Clear();
        }
    }

    private Parked? AnyFree(IReadOnlyList<Parked> enabled)
    {
        List<Parked> free = [];
        foreach (var parked in enabled)
        {
            if (!_held.Contains(parked.Actor))
            {
                free.Add(parked);
            }
        }
        return free.Count == 0 ? null : free[_random.Below(free.Count)];
    }

    private bool IsChosen(Parked parked) => _chosen.Contains(parked.Object);

    private Choice Grant(Parked parked)
    {
        if (IsChosen(parked))
        {
            if (parked.Actor < _left.Length && _left[parked.Actor] > 0)
            {
                _left[parked.Actor]--;
            }
            Forget();
        }
        return Choice.Grant(parked.Actor);
    }

    private void Forget()
    {
        _intended = Nobody;
        _held.Clear();
    }

    private int Draw(List<int> actors, int otherwise)
    {
        var weights = actors.ConvertAll(Weight);
        var sum = weights.Sum();
        if (sum == 0)
        {
            return otherwise;
        }
        var drawn = _random.Below(sum);
        var place = 0;
        while (drawn >= weights[place])
        {
            drawn -= weights[place++];
        }
        return actors[place];
    }

    // What it has left itself, and what those have whom it, or a child of it, has yet to start.
    private int Weight(int actor)
    {
        var weight = actor < _left.Length ? _left[actor] : 0;
        for (var child = _born; child < _left.Length; child++)
        {
            if (_profile.Parent(child) == actor)
            {
                weight += Weight(child);
            }
        }
        return weight;
    }
}
