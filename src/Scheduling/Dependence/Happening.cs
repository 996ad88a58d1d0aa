using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>An operation with who does it and on what, done or still to do: that on which independence is judged.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Parent">Who started that actor; −1 for main.</param>
/// <param name="Process">The actor of the process whose memory it shares; its own number unless it is a second thread.</param>
/// <param name="Operation">What.</param>
/// <param name="Object">On what.</param>
/// <param name="Kind">Which primitive the object is; <see cref="SlotKind.Free"/> when it is none.</param>
/// <param name="IsTimeOut">Whether a wait was given up because nothing else could happen.</param>
/// <param name="Item">Which item of a queue it is about; null when that is not known. See <see cref="QueueOrder"/>.</param>
/// <param name="Maximum">The largest value that the object may have: of a queue, how many items it holds at most.</param>
public readonly record struct Happening(
    int Actor,
    int Parent,
    int Process,
    Operation Operation,
    ObjectId Object,
    SlotKind Kind,
    bool IsTimeOut,
    long? Item = null,
    int Maximum = int.MaxValue
)
{
    /// <summary>Whether no order to any operation of another process can ever matter.</summary>
    public bool IsLocal => Independence.IsLocal(Operation.Kind) && !IsTimeOut;

    /// <summary>Whether no code of a submission runs after it, up to the actor's next point.</summary>
    public bool IsQuiet => Operation.IsQuiet || Operation.Kind == OperationKind.End;

    /// <summary>A step of a run.</summary>
    public static Happening Of(Run run, Step step) =>
        Of(run, step.Actor, step.Operation, step.Object).Answered(step.Decision);

    /// <summary>The same, once it was granted and answered. A start is on the actor that it brought.</summary>
    internal Happening Answered(Decision decision) =>
        this with
        {
            Object =
                Operation.Kind == OperationKind.Start ? new ObjectId(ObjectSpace.Actor, (int)decision.Value) : Object,
            IsTimeOut = decision.Outcome == Outcome.TimedOut && Operation.Timeout > 0,
            Item =
                decision.Go && decision.Value != Decision.Closed && QueueOrder.HasItem(Operation)
                    ? QueueOrder.ItemOf(Operation, decision.Value)
                    : null,
        };

    /// <summary>An operation that was never granted.</summary>
    public static Happening Of(Run run, Wait wait) => Of(run, wait.Actor, wait.Operation, wait.Object);

    private static Happening Of(Run run, int actor, in Operation operation, ObjectId id)
    {
        var info = run.Objects.GetValueOrDefault(id);
        return new(
            actor,
            run.Actors[actor].Parent,
            run.Actors[actor].Process,
            operation,
            id,
            info?.Kind ?? SlotKind.Free,
            false,
            Maximum: info?.Maximum ?? int.MaxValue
        );
    }
}
