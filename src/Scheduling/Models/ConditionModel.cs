namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A condition: those who gave its lock back to wait, first come first. Part of the model of the lock, because nothing can be
/// done with the one without the other; see <see cref="MonitorModel"/>.
/// </summary>
/// <remarks>Nobody is woken without a notification, and a notification that finds nobody is lost.</remarks>
public sealed class ConditionModel
{
    private readonly List<int> _waiting = [];
    private readonly SortedDictionary<int, int> _depths = [];

    /// <summary>Whether nobody waits or is on the way back to the lock.</summary>
    public bool IsEmpty => _depths.Count == 0;

    /// <summary>Those who wait to be notified, the one who has waited longest first.</summary>
    public IReadOnlyList<int> Waiting => _waiting;

    /// <summary>A number that is equal for equal states.</summary>
    public ulong Digest
    {
        get
        {
            var digest = new Digest().Add(_waiting.Count);
            foreach (var actor in _waiting)
            {
                digest = digest.Add(actor);
            }
            foreach (var (actor, depth) in _depths)
            {
                digest = digest.Add(actor).Add(depth);
            }
            return digest.Value;
        }
    }

    /// <summary>Whether the actor gave the lock back and does not have it again.</summary>
    public bool IsAway(int actor) => _depths.ContainsKey(actor);

    /// <summary>Whether the actor still waits to be notified.</summary>
    public bool IsWaiting(int actor) => _waiting.Contains(actor);

    /// <summary>The actor begins to wait; it had taken the lock so often.</summary>
    public void Join(int actor, int depth)
    {
        _waiting.Add(actor);
        _depths.Add(actor, depth);
    }

    /// <summary>Notifies those who have waited longest.</summary>
    /// <returns>How many.</returns>
    public int Notify(int count)
    {
        var notified = Math.Min(count, _waiting.Count);
        _waiting.RemoveRange(0, notified);
        return notified;
    }

    /// <summary>The actor waits no longer to be notified.</summary>
    public void GiveUp(int actor) => _waiting.Remove(actor);

    /// <summary>The actor has the lock again.</summary>
    /// <returns>How often it had taken it.</returns>
    public int Leave(int actor)
    {
        _depths.Remove(actor, out var depth);
        return depth;
    }

    /// <summary>An independent copy in the same state.</summary>
    public ConditionModel Clone()
    {
        var copy = new ConditionModel();
        copy._waiting.AddRange(_waiting);
        foreach (var (actor, depth) in _depths)
        {
            copy._depths.Add(actor, depth);
        }
        return copy;
    }
}
