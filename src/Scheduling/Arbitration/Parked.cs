using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>An actor that stands at a point, with what it is about to do.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Operation">What it will do once granted.</param>
/// <param name="Object">On what; <see cref="ObjectId.None"/> when on nothing.</param>
public sealed record Parked(int Actor, Operation Operation, ObjectId Object)
{
    /// <summary>The object's model; null when the operation is on nothing.</summary>
    internal Model? Model { get; init; }

    /// <summary>Who started the actor; −1 for main.</summary>
    internal int Parent { get; init; } = -1;

    /// <summary>The actor of the process whose memory it shares; its own number unless it is a second thread.</summary>
    internal int Process { get; init; } = Actor;

    /// <summary>Whether it waits a finite time, so that its time-out may come.</summary>
    public bool IsTimed => Operation.Timeout > 0 && IsWait && (Model?.MayTimeOut(Actor, Operation) ?? true);

    /// <summary>Whether it is killed instead of what it was about to do.</summary>
    public bool IsKilled =>
        Operation.Kind == OperationKind.Terminate && Object == new ObjectId(ObjectSpace.Actor, Actor);

    private bool IsWait => Operation.Kind == OperationKind.Join || Independence.IsWait(Operation.Kind);

    /// <summary>The operation as independence sees it.</summary>
    public Happening AsHappening =>
        new(
            Actor,
            Parent,
            Process,
            Operation,
            Object,
            Model?.Info.Kind ?? SlotKind.Free,
            false,
            Model?.ItemOf(Operation),
            Model?.Info.Maximum ?? int.MaxValue
        );
}
