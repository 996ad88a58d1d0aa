using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// What actors were seen to do next, by what they knew. With it a schedule that only puts together what was seen can be gone
/// through without a run.
/// </summary>
/// <remarks>
/// It rests on what every proof rests on: that orders of one interleaving differ in nothing that anybody can notice. The steps
/// that an actor knows of are the beginning of a run by themselves, and that run brings the actor to the same point.
/// </remarks>
internal sealed class Memory
{
    private readonly Dictionary<(int Actor, ulong Known), Operation> _next = [];
    private readonly Dictionary<int, ObjectInfo> _objects = [];
    private readonly HashSet<ulong> _ends = [];

    /// <summary>Learns from a run that came to its end. False when it contradicts what was learned from others.</summary>
    public bool Learn(Run run)
    {
        var order = new OrderSoFar();
        var here = Moment.First();
        Dictionary<int, ulong> known = new() { [0] = 0 };
        var fits = true;
        foreach (var step in run.Steps)
        {
            fits &= Note(step.Actor, known[step.Actor], step.Operation);
            here = order.After(here, Happening.Of(run, step), step.Decision, run.Actors.Count, looks: 0);
            order.Add(here);
            known[step.Actor] = order.KnownTo(here);
            if (step.Operation.Kind == OperationKind.Start)
            {
                known[step.Object.Number] = known[step.Actor];
            }
        }
        foreach (var wait in run.Waits.Concat(run.CutOff))
        {
            fits &= Note(wait.Actor, known[wait.Actor], wait.Operation);
        }
        foreach (var (id, info) in run.Objects)
        {
            fits &= id.Space != ObjectSpace.Slot || Note(id.Number, info);
        }
        _ends.Add(here.Steps);
        return fits;
    }

    /// <summary>Whether a run was seen that consists of the same steps, in an order in which nobody can notice a difference.</summary>
    public bool HasSeen(Moment end) => _ends.Contains(end.Steps);

    /// <summary>What an actor does that knows of these steps; null when that was not seen.</summary>
    public Operation? NextOf(int actor, ulong known) =>
        _next.TryGetValue((actor, known), out var operation) ? operation : null;

    /// <summary>What the creator of a primitive said about it.</summary>
    public ObjectInfo Describe(int slotOffset) => _objects[slotOffset];

    // Two arrays of the same bytes are not equal, and what is sent follows from what is known.
    private bool Note(int actor, ulong known, in Operation operation) =>
        _next.TryAdd((actor, known), operation)
        || _next[(actor, known)] with { Payload = null } == operation with { Payload = null };

    // Names may have numbers in them.
    private bool Note(int slotOffset, ObjectInfo info) =>
        _objects.TryAdd(slotOffset, info) || _objects[slotOffset] with { Name = "" } == info with { Name = "" };
}
