namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// One run of a proof: follows the path to its end, and from there goes on with whoever is not asleep, adding to the path.
/// Stops when everybody who could go on is asleep: what follows was explored before.
/// </summary>
/// <param name="path">The path so far; grows.</param>
/// <param name="number">The run's number, for <see cref="Describe"/>.</param>
/// <param name="commute">Which two enabled operations may be exchanged, for the sleep sets.</param>
internal sealed class ProofStrategy(List<ProofNode> path, int number, ProofStrategy.Commutation commute) : IStrategy
{
    private readonly int _given = path.Count;
    private int _depth;
    private int[] _asleep = [];
    private int _last = -1;

    /// <summary>Whether two operations, both enabled, may be exchanged in a state.</summary>
    public delegate bool Commutation(World state, in Happening a, in Happening b);

    /// <summary>Whether the run was stopped because it would repeat another.</summary>
    public bool IsRedundant { get; private set; }

    /// <summary>Whether the path could not be followed: the same choices did not lead to the same moment.</summary>
    public bool HasDiverged { get; private set; }

    /// <inheritdoc/>
    public string Describe() => $"proof[run={number}]";

    /// <inheritdoc/>
    public Choice Choose(Situation situation)
    {
        var node = _depth < _given ? Follow(situation) : Extend(situation);
        if (node is null)
        {
            return HasDiverged
                ? Choice.Stop($"The same choices led to another moment at step {situation.Steps.Count}.")
                : Choice.Stop("Every way to go on from here was explored before.");
        }
        if (++_depth >= _given)
        {
            _asleep = AsleepAfter(situation, node);
        }
        _last = node.Chosen;
        return Choice.Grant(node.Chosen);
    }

    private ProofNode? Follow(Situation situation)
    {
        var node = path[_depth];
        HasDiverged = !situation.Enabled.Select(parked => parked.Actor).SequenceEqual(node.Enabled);
        return HasDiverged ? null : node;
    }

    private ProofNode? Extend(Situation situation)
    {
        var node = new ProofNode(situation, _asleep) { Chosen = Pick(situation) };
        if (node.Chosen < 0)
        {
            IsRedundant = true;
            return null;
        }
        node.Backtrack.UnionWith(node.IsIdle ? node.Enabled : [node.Chosen]);
        path.Add(node);
        return node;
    }

    // Local operations first: nothing depends on their order. Then whoever went last: fewer switches are easier to read.
    private int Pick(Situation situation)
    {
        var awake = situation.Enabled.Where(parked => !_asleep.Contains(parked.Actor)).ToList();
        var pick =
            awake.Find(parked => Independence.IsLocal(parked.Operation.Kind))
            ?? awake.Find(parked => parked.Actor == _last)
            ?? awake.FirstOrDefault();
        return pick?.Actor ?? -1;
    }

    private int[] AsleepAfter(Situation situation, ProofNode node)
    {
        var granted = situation.EnabledOf(node.Chosen)!.AsHappening with { IsTimeOut = situation.IsIdle };
        List<int> asleep = [];
        foreach (var actor in node.Asleep.Concat(node.Done))
        {
            // Who could go on only because nobody else could may have to wait again.
            if (
                actor != node.Chosen
                && situation.EnabledOf(actor) is { } sleeper
                && commute(situation.World, sleeper.AsHappening, granted)
            )
            {
                asleep.Add(actor);
            }
        }
        return [.. asleep];
    }
}
