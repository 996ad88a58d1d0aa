using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A stage in memory on which everybody does what is written down, and of which no source is known.</summary>
/// <param name="actors">What each does, main first; all begin, and end when that is done.</param>
internal sealed class WrittenStage(params Operation[][] actors) : IStage
{
    private readonly List<int> _next = [];

    public string? Complaint => null;

    public void Begin()
    {
        _next.Clear();
        _next.Add(0);
    }

    public Operation Pending(int actor) =>
        _next[actor] == 0 ? new(OperationKind.Begin)
        : _next[actor] > actors[actor].Length ? new(OperationKind.End)
        : actors[actor][_next[actor] - 1];

    public SourceLine? Source(int actor) => null;

    public Moved Grant(int actor, Decision decision)
    {
        OperationKind granted = Pending(actor).Kind;
        _next[actor]++;
        if (granted == OperationKind.Start)
        {
            _next.Add(0);
        }
        return granted == OperationKind.End ? Moved.Ended : Moved.Parked;
    }

    public ObjectInfo Describe(int slotOffset) => new(SlotKind.Lock, 0, 0, "door");

    public void Finish() => _next.Clear();
}
