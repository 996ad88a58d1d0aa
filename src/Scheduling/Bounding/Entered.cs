namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Which moments a bounded search has been at, with how many preemptions and after whose step. It tells which others it can
/// pass over because whatever they lead to within the bound is reached from those as well.
/// </summary>
/// <remarks>
/// Two moments with one key are in the same state, so the same can follow; what it costs differs. Going on with an actor is free
/// for who went last, and for all once that one cannot go on; else it is one preemption. So, at one key: a moment with fewer
/// preemptions covers any with more, whoever went last, as it can do what the other does for at most one preemption beyond
/// the other's price; among moments with equally many, those after the same actor cover each other, and one at which
/// nobody would be preempted covers all.
/// </remarks>
internal sealed class Entered
{
    private readonly Dictionary<ulong, Visit> _visits = [];

    /// <summary>Whether nothing new can follow from a moment.</summary>
    /// <param name="key">The moment's key.</param>
    /// <param name="last">Who went last.</param>
    /// <param name="preemptions">How many there were up to there.</param>
    public bool Covers(ulong key, int last, int preemptions) =>
        _visits.TryGetValue(key, out var visit)
        && (
            visit.Preemptions < preemptions
            || (visit.Preemptions == preemptions && (visit.IsFree || visit.Lasts.Contains(last)))
        );

    /// <summary>Notes a moment that is entered now, from which everything within the bound will be followed.</summary>
    /// <param name="key">The moment's key.</param>
    /// <param name="last">Who went last.</param>
    /// <param name="preemptions">How many there were; never fewer than at a moment noted before.</param>
    /// <param name="isFree">Whether anybody can go on there without a preemption.</param>
    public void Add(ulong key, int last, int preemptions, bool isFree)
    {
        if (!_visits.TryGetValue(key, out var visit))
        {
            _visits.Add(key, visit = new Visit(preemptions));
        }
        visit.IsFree |= isFree;
        visit.Lasts.Add(last);
    }

    private sealed class Visit(int preemptions)
    {
        public int Preemptions => preemptions;

        public bool IsFree { get; set; }

        public List<int> Lasts { get; } = [];
    }
}
