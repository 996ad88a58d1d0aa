namespace ConcurrencyKatas.Scheduling;

/// <summary>One moment on the path of a proof: what could be done there, what was, and what still must be.</summary>
internal sealed class ProofNode
{
    /// <summary>A moment that is seen for the first time.</summary>
    public ProofNode(Situation situation, IEnumerable<int> asleep)
    {
        Enabled = [.. situation.Enabled.Select(parked => parked.Actor)];
        IsIdle = situation.IsIdle;
        Asleep = [.. asleep];
    }

    /// <summary>The actors that could be granted, in order.</summary>
    public int[] Enabled { get; }

    /// <summary>Whether only time-outs could come.</summary>
    public bool IsIdle { get; }

    /// <summary>Actors whose next operation was explored before, from a moment that differs in nothing that matters.</summary>
    public HashSet<int> Asleep { get; }

    /// <summary>Actors to be granted here in some run.</summary>
    public SortedSet<int> Backtrack { get; } = [];

    /// <summary>Actors that were granted here in runs that are over.</summary>
    public HashSet<int> Done { get; } = [];

    /// <summary>The actor granted here in the current run.</summary>
    public int Chosen { get; set; }

    /// <summary>How many actors are granted here in all, as far as is known; one at least.</summary>
    public int Ways => Math.Max(1, Done.Union(Backtrack.Except(Asleep)).Append(Chosen).Distinct().Count());

    /// <summary>The next actor to try here, or −1.</summary>
    public int Next()
    {
        foreach (var actor in Backtrack)
        {
            if (!Done.Contains(actor) && !Asleep.Contains(actor))
            {
                return actor;
            }
        }
        return -1;
    }
}
