using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A run that is made in the models alone, out of what is remembered of others.</summary>
internal sealed class Scene
{
    private readonly Memory _memory;
    private readonly World _world;
    private readonly List<Parked> _parked = []; // in the order of actors' numbers
    private readonly OrderSoFar _order = new();
    private Situation? _situation;

    private Scene(Memory memory, Moment here)
    {
        (_memory, Here) = (memory, here);
        _world = new World(memory.Describe);
    }

    /// <summary>Where it stands.</summary>
    public Moment Here { get; private set; }

    /// <summary>What could be done there.</summary>
    public Situation Situation => _situation ??= new Situation(_world, _parked, []);

    /// <summary>The scene at a moment; null when it is not known what somebody does there.</summary>
    public static Scene? At(Moment moment, Memory memory)
    {
        var way = moment.Way();
        var scene = new Scene(memory, way[0]);
        var isKnown = scene.Park(0, 0);
        for (var place = 1; place < way.Count && isKnown; place++)
        {
            isKnown = scene.GoTo(way[place]);
        }
        return isKnown ? scene : null;
    }

    /// <summary>The moment to which a grant would lead. It is performed on a copy of the world, so nothing happens.</summary>
    public Moment Ahead(Parked parked)
    {
        var world = _world.Clone();
        var decision = world.Perform(world.Park(parked.Actor, parked.Operation));
        var done = parked.AsHappening.Answered(decision);
        return _order.After(Here, done, decision, _world.Processes.Count, world.DigestOfLooks);
    }

    /// <summary>Goes on to the next moment. False when it is not known what somebody does there; then it is of no more use.</summary>
    public bool GoTo(Moment next)
    {
        var parked = _parked.Find(one => one.Actor == next.Actor)!;
        var decision = _world.Perform(parked);
        _order.Add(next);
        (Here, _situation) = (next, null);
        _parked.Remove(parked);
        var known = _order.KnownTo(next);
        switch (parked.Operation.Kind)
        {
            case OperationKind.End:
                return true;
            case OperationKind.Terminate when decision.Value != 0:
                _parked.RemoveAll(one => one.Actor == parked.Operation.Object);
                break;
            case OperationKind.Start when !Park((int)decision.Value, known):
                return false;
        }
        return Park(next.Actor, known);
    }

    private bool Park(int actor, ulong known)
    {
        if (_memory.NextOf(actor, known) is not { } operation)
        {
            return false;
        }
        var place = _parked.FindIndex(one => one.Actor > actor);
        _parked.Insert(place < 0 ? _parked.Count : place, _world.Park(actor, operation));
        return true;
    }
}
