using System.Runtime.InteropServices;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// What runs have shown so far: who uses which object how often, who starts whom, what could go wrong, and how long a run
/// is. An object that only one actor was ever seen to use is <i>private</i>; a later run that shows another user makes it
/// shared for good.
/// </summary>
public sealed class Profile
{
    private readonly Dictionary<ObjectId, int> _onlyUser = [];
    private readonly HashSet<ObjectId> _shared = [];
    private readonly Dictionary<(int Actor, ObjectId Object), int> _uses = [];
    private readonly Dictionary<(int Actor, ObjectId Object), int> _usesInRun = [];
    private readonly HashSet<int> _starters = [];
    private readonly Dictionary<int, int> _parents = [];
    private int _unsettled;
    private int _choices;
    private int _pruned;

    /// <summary>How many runs it has seen.</summary>
    public int Runs { get; private set; }

    /// <summary>The largest number of actors in a run.</summary>
    public int Actors { get; private set; }

    /// <summary>
    /// At how many points of a run a strategy has a choice: the mean of the runs with pruning, or else the largest number of
    /// points at which an order could matter.
    /// </summary>
    public int Choices => _pruned > 0 ? (_choices + _pruned / 2) / _pruned : _unsettled;

    /// <summary>The number of points of the first run; strategies that are not fair give up being unfair after some multiple of it.</summary>
    public int Length { get; private set; }

    /// <summary>The primitives that two actors or more were seen to use.</summary>
    public IReadOnlySet<ObjectId> Shared => _shared;

    /// <summary>The primitives and the objects of marks that two actors or more were seen to use, in the order of their numbers.</summary>
    public IReadOnlyList<ObjectId> Contended =>
        [
            .. _uses
                .Keys.GroupBy(use => use.Object)
                .Where(users => users.Count() > 1)
                .Select(users => users.Key)
                .OrderBy(id => id.Space)
                .ThenBy(id => id.Number),
        ];

    /// <summary>What the runs have shown that could go wrong in another order.</summary>
    public Hazards Hazards { get; private set; }

    /// <summary>Learns from a run, also from what its waiting actors were about to do.</summary>
    public void Add(Run run)
    {
        _usesInRun.Clear();
        foreach (var step in run.Steps)
        {
            Use(step.Object, step.Operation, step.Actor);
            if (step.Operation.Kind == OperationKind.Start)
            {
                _starters.Add(step.Actor);
            }
        }
        foreach (var wait in run.Waits.Concat(run.CutOff))
        {
            Use(wait.Object, wait.Operation, wait.Actor);
        }
        foreach (var (use, count) in _usesInRun)
        {
            _uses[use] = Math.Max(count, _uses.GetValueOrDefault(use));
        }
        foreach (var actor in run.Actors)
        {
            _parents.TryAdd(actor.Number, actor.Parent);
        }
        Hazards |= HazardReading.Of(run);
        Length = Runs++ == 0 ? run.Steps.Count : Length;
        Actors = Math.Max(Actors, run.Actors.Count);
        _unsettled = Math.Max(_unsettled, run.Steps.Count(step => !IsSettled(step.Operation.Kind, step.Object)));
        _choices += run.Choices ?? 0;
        _pruned += run.Choices is null ? 0 : 1;
    }

    /// <summary>Whether only one actor was ever seen to use this primitive. Marks and processes are never private.</summary>
    public bool IsPrivate(ObjectId id) =>
        id.Space == ObjectSpace.Slot && _onlyUser.ContainsKey(id) && !_shared.Contains(id);

    /// <summary>Whether no order of this operation to those of other actors can matter, as far as is known.</summary>
    public bool IsSettled(OperationKind kind, ObjectId id) => Independence.IsLocal(kind) || IsPrivate(id);

    /// <summary>How many operations on an object the actor was seen to come to in one run, at most.</summary>
    public int Uses(int actor, ObjectId id) => _uses.GetValueOrDefault((actor, id));

    /// <summary>Who started an actor; −1 for main and for an actor that was never seen.</summary>
    public int Parent(int actor) => _parents.GetValueOrDefault(actor, -1);

    /// <summary>Whether nobody but this actor was ever seen to start another one, so that the order of its starts is settled.</summary>
    public bool IsOnlyStarter(int actor) => _starters.Count == 1 && _starters.Contains(actor);

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
        if (id.Space is not (ObjectSpace.Slot or ObjectSpace.Mark))
        {
            return;
        }
        CollectionsMarshal.GetValueRefOrAddDefault(_usesInRun, (actor, id), out _)++;
        if (id.Space == ObjectSpace.Slot && !_onlyUser.TryAdd(id, actor) && _onlyUser[id] != actor)
        {
            _shared.Add(id);
        }
    }
}
