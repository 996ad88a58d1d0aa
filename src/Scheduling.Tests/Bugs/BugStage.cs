using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>A stage in memory whose processes are iterators: each yields its operations and reads the answers from its voice.</summary>
internal sealed class BugStage(BugModel model) : IForkableStage
{
    private readonly List<BugActor> _actors = [];

    public string? Complaint => null;

    public void Begin()
    {
        _actors.Clear();
        _actors.Add(new BugActor(Main));
    }

    public Operation Pending(int actor) => _actors[actor].Pending;

    public SourceLine? Source(int actor) => null;

    public Moved Grant(int actor, Decision decision)
    {
        var kind = _actors[actor].Pending.Kind;
        if (kind == OperationKind.End)
        {
            return Moved.Ended;
        }
        if (kind == OperationKind.Start)
        {
            _actors.Add(new BugActor(model.Processes[(int)decision.Value - 1].Body));
        }
        _actors[actor].Answer(decision);
        return Moved.Parked;
    }

    public ObjectInfo Describe(int slotOffset) => model.Objects[slotOffset / SlotLayout.Size];

    public void Finish() { }

    public string Position => string.Join(';', _actors.Select(actor => actor.Heard));

    public IForkableStage Fork()
    {
        var copy = new BugStage(model);
        copy._actors.AddRange(_actors.Select(actor => actor.Fork()));
        return copy;
    }

    private IEnumerable<Operation> Main(Voice me)
    {
        foreach (var (name, _) in model.Processes)
        {
            yield return new Operation(OperationKind.Start, Text: name);
        }
        for (var child = 1; child <= model.Processes.Count; child++)
        {
            yield return Operation.OnActor(OperationKind.Join, child);
        }
        yield return new Operation(OperationKind.Return);
    }
}
