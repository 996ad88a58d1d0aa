using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// What runs have shown so far: who uses which object, and how long a run is. An object that only one actor was ever seen
/// to use is <i>private</i>; a later run that shows another user makes it shared for good.
/// </summary>
public sealed class Profile
{
    private readonly Dictionary<ObjectId, int> _onlyUser = [];
    private readonly HashSet<ObjectId> _shared = [];

    /// <summary>How many runs it has seen.</summary>
    public int Runs { get; private set; }

    /// <summary>The largest number of actors in a run.</summary>
    public int Actors { get; private set; }

    /// <summary>The largest number of points in a run at which an order could matter: neither local nor private.</summary>
    public int Choices { get; private set; }

    /// <summary>The objects that two actors or more were seen to use.</summary>
    public IReadOnlySet<ObjectId> Shared => _shared;

    /// <summary>Learns from a run, also from what its waiting actors were about to do.</summary>
    public void Add(Run run)
    {
        foreach (var step in run.Steps)
        {
            Use(step.Object, step.Operation, step.Actor);
        }
        foreach (var wait in run.Waits)
        {
            Use(wait.Object, wait.Operation, wait.Actor);
        }
        Runs++;
        Actors = Math.Max(Actors, run.Actors.Count);
        Choices = Math.Max(Choices, run.Steps.Count(step => !IsSettled(step.Operation.Kind, step.Object)));
    }

    /// <summary>Whether only one actor was ever seen to use this primitive. Marks and processes are never private.</summary>
    public bool IsPrivate(ObjectId id) =>
        id.Space == ObjectSpace.Slot && _onlyUser.ContainsKey(id) && !_shared.Contains(id);

    /// <summary>Whether no order of this operation to those of other actors can matter, as far as is known.</summary>
    public bool IsSettled(OperationKind kind, ObjectId id) => Independence.IsLocal(kind) || IsPrivate(id);

    private void Use(ObjectId id, in Operation operation, int actor)
    {
        Use(id, actor);
        if (operation.Kind is OperationKind.WaitAny or OperationKind.Start)
        {
            foreach (var end in PipeEnd.In(operation))
            {
                Use(new ObjectId(end.End == PipeEnd.Process ? ObjectSpace.Actor : ObjectSpace.Slot, end.Number), actor);
            }
        }
    }

    private void Use(ObjectId id, int actor)
    {
        if (id.Space == ObjectSpace.Slot && !_onlyUser.TryAdd(id, actor) && _onlyUser[id] != actor)
        {
            _shared.Add(id);
        }
    }
}
