using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Where actors live: real processes behind shared memory, or scripts in memory. A stage knows nothing of locks; it
/// says what each parked actor is about to do, and lets one go on when told to. One actor moves at a time.
/// </summary>
public interface IStage
{
    /// <summary>Makes ready for a new run. Actor 0 is then parked at <see cref="OperationKind.Begin"/>.</summary>
    void Begin();

    /// <summary>The operation at which an actor is parked.</summary>
    Operation Pending(int actor);

    /// <summary>Where in the submission the pending operation stands; null unless the stage walks stacks.</summary>
    SourceLine? Source(int actor);

    /// <summary>
    /// Lets an actor perform its pending operation and go on until it parks again, ends or fails. After a granted
    /// <see cref="OperationKind.Start"/> the actor numbered by the decision's value is parked at Begin as well.
    /// After a granted <see cref="OperationKind.End"/> the actor is gone.
    /// </summary>
    Moved Grant(int actor, Decision decision);

    /// <summary>What the creator said about the primitive at this offset.</summary>
    ObjectInfo Describe(int slotOffset);

    /// <summary>A line about the last grant that did not return <see cref="Moved.Parked"/> or <see cref="Moved.Ended"/>.</summary>
    string? Complaint { get; }

    /// <summary>
    /// Whether the stage may say where an actor will stand before it stands there, as it was seen to come there before when it
    /// was told the same, and have it go there later. A run in which somebody goes elsewhere ends with an
    /// <see cref="UnforeseenException"/>. A stage that never does so need not keep this.
    /// </summary>
    bool GrantsAhead
    {
        get => false;
        set { }
    }

    /// <summary>Lets the actors do what was granted ahead of its being done, and waits until they have.</summary>
    /// <exception cref="UnforeseenException">Somebody went elsewhere.</exception>
    void CatchUp() { }

    /// <summary>Ends the run, whatever state the actors are in.</summary>
    void Finish();
}
