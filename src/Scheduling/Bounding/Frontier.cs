namespace ConcurrencyKatas.Scheduling;

/// <summary>What a bounded search has still to follow: what the preemptions of now allow, and what needs one more.</summary>
internal sealed class Frontier
{
    private readonly Entered _entered = new();
    private readonly HashSet<(ulong Key, int Actor)> _awaited = [];
    private Stack<Moment> _now = new([Moment.First()]);
    private Stack<Moment> _later = [];

    /// <summary>How many preemptions the schedules have that are followed now.</summary>
    public int Preemptions { get; private set; }

    /// <summary>Takes the next moment to be followed with as many preemptions as now; null when there is none left.</summary>
    public Moment? Take()
    {
        while (_now.TryPop(out var moment))
        {
            if (!IsCovered(moment, Preemptions))
            {
                return moment;
            }
        }
        return null;
    }

    /// <summary>Goes on to one preemption more. False when nothing needs another one: every schedule was followed.</summary>
    public bool Deepen()
    {
        if (_later.Count == 0)
        {
            return false;
        }
        Preemptions++;
        // The first that were put aside come first.
        (_now, _later) = (new(_later), []);
        _awaited.Clear();
        return true;
    }

    /// <summary>
    /// Enters the moment of a scene, and puts aside whatever could be done there; but for what is to be done next, which it
    /// returns: no preemption. Null when nothing is left of that, or the moment brings nothing new.
    /// </summary>
    public Moment? GoOn(Scene scene)
    {
        var (here, situation) = (scene.Here, scene.Situation);
        if (IsCovered(here, Preemptions))
        {
            return null;
        }
        var isPreemptible = Preemption.IsFrom(situation, here.Actor);
        _entered.Add(here.Key, here.Actor, Preemptions, isFree: !isPreemptible);
        Moment? next = null;
        foreach (var parked in situation.Enabled)
        {
            var isPreemption = isPreemptible && parked.Actor != here.Actor;
            var ahead = scene.Ahead(parked);
            if (IsCovered(ahead, Preemptions + (isPreemption ? 1 : 0)))
            {
                continue;
            }
            if (isPreemption)
            {
                PutAside(ahead);
            }
            else if (next is null)
            {
                next = ahead;
            }
            else
            {
                _now.Push(ahead);
            }
        }
        return next;
    }

    private bool IsCovered(Moment moment, int preemptions) => _entered.Covers(moment.Key, moment.Actor, preemptions);

    private void PutAside(Moment moment)
    {
        if (_awaited.Add((moment.Key, moment.Actor)))
        {
            _later.Push(moment);
        }
    }
}
