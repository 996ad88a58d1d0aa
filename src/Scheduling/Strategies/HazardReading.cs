using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Follows what one actor has done, and says which <see cref="Hazards"/> its next operation is. The same eyes look at a
/// finished run and at one that is under way.
/// </summary>
internal sealed class HazardReading
{
    private readonly HashSet<ObjectId> _read = [];
    private int _held;

    /// <summary>Every hazard of a run.</summary>
    public static Hazards Of(Run run)
    {
        var actors = new HazardReading[run.Actors.Count];
        var hazards = Hazards.None;
        foreach (var step in run.Steps)
        {
            var reading = actors[step.Actor] ??= new HazardReading();
            hazards |= reading.Before(step.Operation, step.Object);
            reading.Done(step.Operation, step.Object, step.Decision);
        }
        return run.Waits.Aggregate(
            hazards,
            (all, wait) => all | (actors[wait.Actor]?.Before(wait.Operation, wait.Object) ?? Hazards.None)
        );
    }

    /// <summary>What the operation would be, if it came next.</summary>
    public Hazards Before(in Operation operation, ObjectId id)
    {
        var hazards = Hazards.None;
        if (Independence.IsWait(operation.Kind))
        {
            hazards |= Hazards.Wait;
            hazards |= _held > 0 ? Hazards.NestedWait : Hazards.None;
        }
        if (Changes(operation))
        {
            hazards |= Hazards.Change;
            hazards |= _read.Contains(id) ? Hazards.WriteAfterRead : Hazards.None;
        }
        return hazards;
    }

    /// <summary>The operation has come.</summary>
    public void Done(in Operation operation, ObjectId id, Decision decision)
    {
        switch (operation.Kind)
        {
            case OperationKind.Acquire or OperationKind.Resume when decision.Go:
                _held++;
                break;
            case OperationKind.Release or OperationKind.GiveWay when _held > 0:
                _held--;
                break;
        }
        if (Reads(operation))
        {
            _read.Add(id);
        }
        else if (Changes(operation))
        {
            _read.Remove(id);
        }
    }

    private static bool Reads(in Operation operation) =>
        operation.Kind
            is OperationKind.Read
                or OperationKind.Add
                or OperationKind.CompareExchange
                or OperationKind.IsSet
                or OperationKind.Look
        || (operation.Kind == OperationKind.Call && ((ManagerVerb)operation.Argument).IsRead());

    // Giving a lock back is no change that another order could spoil.
    private static bool Changes(in Operation operation) =>
        operation.Kind
            is OperationKind.Write
                or OperationKind.Add
                or OperationKind.CompareExchange
                or OperationKind.Put
                or OperationKind.Get
                or OperationKind.Acquire
                or OperationKind.Set
                or OperationKind.Clear
                or OperationKind.Notify
                or OperationKind.Mark
        || (operation.Kind == OperationKind.Call && !((ManagerVerb)operation.Argument).IsRead());
}
