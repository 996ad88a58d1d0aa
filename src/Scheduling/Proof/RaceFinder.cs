using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Finds, in a finished run, every two operations whose order could have been the other one, and asks for a run that tries
/// it: source-set dynamic partial-order reduction (Abdulla, Aronis, Jonsson, Sagonas; POPL 2014). Operations that
/// were waited in to the end are looked at as well.
/// </summary>
internal sealed class RaceFinder
{
    private const int None = -1;

    private readonly Run _run;
    private readonly List<ProofNode> _path;
    private readonly HappensBefore _order;

    // The step that ended the actor whose unfinished operation is being looked at.
    private int _cut = None;

    /// <summary>Looks at a run along its path.</summary>
    public RaceFinder(Run run, List<ProofNode> path)
    {
        _run = run;
        _path = path;
        _order = new HappensBefore(run);
    }

    /// <summary>Adds to the backtrack sets of the path what the steps from <paramref name="from"/> on ask for.</summary>
    public void Find(int from)
    {
        for (var index = from; index < _run.Steps.Count; index++)
        {
            // A time-out is a wait given up: what it raced with is what the wait raced with.
            var later = _order.Happenings[index] with
            {
                IsTimeOut = false,
            };
            // Nothing that came before a local operation matters to it.
            if (!later.IsLocal || _order.SharesMemory)
            {
                Find(later, index, _order.ClockBefore(index));
            }
        }
        foreach (var wait in _run.Waits)
        {
            Find(Happening.Of(_run, wait), _run.Steps.Count, _order.ClockAtEnd(wait.Actor));
        }
        // Who was ended by another would have gone on, had that come later: with all that does not need that end.
        foreach (var wait in _run.CutOff)
        {
            _cut = _run.Steps.First(step => step.Ended == wait.Actor).Index;
            if (Array.IndexOf(_path[_cut].Enabled, wait.Actor) >= 0)
            {
                _path[_cut].Backtrack.Add(wait.Actor);
            }
            Find(Happening.Of(_run, wait), _run.Steps.Count, _order.ClockAtEnd(wait.Actor));
        }
        _cut = None;
    }

    private int Place(int earlier) => _cut == None ? earlier : Math.Min(earlier, _cut);

    private bool IsAfterCut(int step) => _cut != None && _order.Before(_cut, step);

    private void Find(in Happening later, int index, int[] known)
    {
        List<int> racing = [];
        for (var earlier = index - 1; earlier >= 0; earlier--)
        {
            if (IsRace(earlier, later, index, known) && !racing.Exists(step => _order.Before(earlier, step)))
            {
                racing.Add(earlier);
                Ask(earlier, later, index, known);
            }
        }
    }

    private bool IsRace(int earlier, in Happening later, int index, int[] known)
    {
        var first = _order.Happenings[earlier];
        return first.Actor != later.Actor
            && (earlier == _cut || !IsAfterCut(earlier))
            && !first.IsTimeOut // where time-outs come, all of them are tried anyway
            && !_order.IsKnownTo(earlier, known)
            && Independence.MayConflict(first, later)
            && IsReversible(earlier, later, index);
    }

    // Whether the later one could have gone first: it is enabled after all that does not need the earlier one.
    private bool IsReversible(int earlier, in Happening later, int index)
    {
        if (later.Operation.Kind == OperationKind.End)
        {
            var parent = later.Actor;
            return _run.Actors.All(child => child.Parent != parent || EndsWithout(earlier, child.Number, index));
        }
        if (later.Operation.Kind == OperationKind.Join)
        {
            return later.Operation.Timeout == 0 || EndsWithout(earlier, later.Object.Number, index);
        }
        if (!Independence.IsWait(later.Operation.Kind))
        {
            return true;
        }
        if (later.Operation.Kind == OperationKind.WaitAny)
        {
            return later.Operation.Timeout == 0
                || PipeEnd.In(later.Operation).Any(end => IsReadyWithout(earlier, end, index));
        }
        return ModelWithout(earlier, later.Object, index).IsEnabled(later.Actor, later.Operation);
    }

    private bool IsReadyWithout(int earlier, PipeEnd end, int index) =>
        end.End == PipeEnd.Process
            ? EndsWithout(earlier, end.Number, index)
            : ((PipeModel)ModelWithout(earlier, new ObjectId(ObjectSpace.Slot, end.Number), index)).IsReady(end.End);

    // The object after everything that was done to it and does not need the earlier step.
    private Model ModelWithout(int earlier, ObjectId id, int index)
    {
        var model = ModelFactory.Create(_run.Objects[id]);
        for (var step = 0; step < index; step++)
        {
            var needsEarlier = step >= earlier && _order.Before(earlier, step);
            if (!needsEarlier && !IsAfterCut(step))
            {
                Repeat(model, id, _run.Steps[step]);
            }
        }
        return model;
    }

    private static void Repeat(Model model, ObjectId id, Step done)
    {
        if (model is PipeModel pipe && done.Operation.Kind == OperationKind.Start)
        {
            pipe.HandOn(done, id.Number);
        }
        if (done.IsKill)
        {
            model.Bury(done.Actor);
        }
        if (done.Object != id)
        {
            return;
        }
        if (done.Decision.Go || done.Operation.Timeout == 0)
        {
            model.Perform(done.Actor, done.Operation);
        }
        else
        {
            model.GiveUp(done.Actor, done.Operation);
        }
    }

    private bool EndsWithout(int earlier, int actor, int index)
    {
        for (var step = 0; step < index; step++)
        {
            if (_run.Steps[step].Ended == actor)
            {
                return !IsAfterCut(step) && (step < earlier || !_order.Before(earlier, step));
            }
        }
        return false;
    }

    private void Ask(int earlier, in Happening later, int index, int[] known)
    {
        // Who has been ended cannot go any more: what is to come before the earlier step has to come before that end as well.
        var node = _path[Place(earlier)];
        var initials = Initials(earlier, later, index, known);
        if (initials.Exists(node.Backtrack.Contains))
        {
            return;
        }
        var enabled = initials.FindAll(actor => Array.IndexOf(node.Enabled, actor) >= 0);
        if (enabled.Count == 0)
        {
            node.Backtrack.UnionWith(node.Enabled);
            return;
        }
        node.Backtrack.Add(enabled.Contains(later.Actor) ? later.Actor : enabled[0]);
    }

    // Who can come first when everything that does not need the earlier step, and then the later one, is to happen.
    private List<int> Initials(int earlier, in Happening later, int index, int[] known)
    {
        List<int> kept = [];
        List<int> initials = [];
        HashSet<int> seen = [];
        for (var step = Place(earlier) + 1; step < index; step++)
        {
            if ((step >= earlier && _order.Before(earlier, step)) || IsAfterCut(step))
            {
                continue;
            }
            if (seen.Add(_order.Happenings[step].Actor) && !kept.Exists(before => _order.Before(before, step)))
            {
                initials.Add(_order.Happenings[step].Actor);
            }
            kept.Add(step);
        }
        if (!seen.Contains(later.Actor) && !NeedsAny(kept, later, known))
        {
            initials.Add(later.Actor);
        }
        return initials;
    }

    private bool NeedsAny(List<int> kept, in Happening later, int[] known)
    {
        foreach (var step in kept)
        {
            if (_order.IsKnownTo(step, known) || Independence.MayConflict(_order.Happenings[step], later))
            {
                return true;
            }
        }
        return false;
    }
}
