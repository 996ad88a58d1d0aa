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
/// <param name="Item">For a Put or Get, which item of the queue it is about; null when that is not known. See <see cref="QueueOrder"/>.</param>
public readonly record struct Happening(
    int Actor,
    int Parent,
    int Process,
    Operation Operation,
    ObjectId Object,
    SlotKind Kind,
    bool IsTimeOut,
    long? Item = null
)
{
    /// <summary>Whether no order to any operation of another process can ever matter.</summary>
    public bool IsLocal => Independence.IsLocal(Operation.Kind) && !IsTimeOut;

    /// <summary>Whether no code of a submission runs after it, up to the actor's next point.</summary>
    public bool IsQuiet => Operation.IsQuiet || Operation.Kind == OperationKind.End;

    /// <summary>A step of a run.</summary>
    public static Happening Of(Run run, Step step) =>
        new(
            step.Actor,
            run.Actors[step.Actor].Parent,
            run.Actors[step.Actor].Process,
            step.Operation,
            step.Object,
            run.Objects.TryGetValue(step.Object, out var info) ? info.Kind : SlotKind.Free,
            step.Decision.Outcome == Outcome.TimedOut && step.Operation.Timeout > 0,
            step.Decision.Go && QueueOrder.HasItem(step.Operation) ? step.Decision.Value : null
        );

    /// <summary>An operation that was never granted.</summary>
    public static Happening Of(Run run, Wait wait) =>
        new(
            wait.Actor,
            run.Actors[wait.Actor].Parent,
            run.Actors[wait.Actor].Process,
            wait.Operation,
            wait.Object,
            run.Objects.TryGetValue(wait.Object, out var info) ? info.Kind : SlotKind.Free,
            false
        );
}
