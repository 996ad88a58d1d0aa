using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// What the arbiter knows about one object: enough to say which operations cannot block, and what each will bring. The
/// real object behind it does the same a moment later, in the actor; a difference between the two is our fault.
/// </summary>
/// <param name="info">What the creator of the object said about it.</param>
public abstract class Model(ObjectInfo info)
{
    /// <summary>The value of a decision about a release that the primitive refuses: it changes nothing, and throws in the actor.</summary>
    public const long Refused = Decision.Refused;

    /// <summary>What the creator of the object said about it.</summary>
    public ObjectInfo Info { get; } = info;

    /// <summary>
    /// Whether <paramref name="actor"/> could do this at once. A finite wait is judged like an endless one (its time-out is
    /// not the model's business); an operation that does not wait is always enabled.
    /// </summary>
    public abstract bool IsEnabled(int actor, in Operation operation);

    /// <summary>Does it. Calling this for an operation that is not enabled is a defect of the caller.</summary>
    /// <exception cref="InvalidOperationException">The operation is not enabled, or this object has no such operation.</exception>
    public abstract Decision Perform(int actor, in Operation operation);

    /// <summary>The actors on whom a waiting actor depends, in order; empty when nobody can be named.</summary>
    public virtual IReadOnlyList<int> Holders => [];

    /// <summary>The same for one who waits in this operation, where it depends on that.</summary>
    public virtual IReadOnlyList<int> HoldersFor(int actor, in Operation operation) => Holders;

    /// <summary>
    /// Whether the time-out of this wait, which is not enabled, may come. Not once the actor only waits for what comes
    /// after the end of its time anyway.
    /// </summary>
    public virtual bool MayTimeOut(int actor, in Operation operation) => true;

    /// <summary>The time-out of this wait has come; most objects do not notice.</summary>
    public virtual void GiveUp(int actor, in Operation operation) { }

    /// <summary>
    /// An actor was killed: what it held is abandoned, and where it waited it waits no more. Most objects do not notice.
    /// </summary>
    /// <exception cref="NotSupportedException">What then becomes of the object is not modelled; says which, in a sentence.</exception>
    public virtual void Bury(int actor) { }

    /// <summary>
    /// Which of the object's items the operation would be about if it were the next one: on a queue, what a Put would be
    /// numbered and what a Get would take. Null where there is no such thing, or where it cannot be told in advance.
    /// </summary>
    public virtual long? ItemOf(in Operation operation) => null;

    /// <summary>A number that is equal for equal states; for tests, and for comparing a replay with its original.</summary>
    public abstract ulong Digest { get; }

    /// <summary>
    /// The state in a few words, for people: <c>held by guest-2</c>, <c>1 of 2 free</c>. Empty where there is nothing to say.
    /// </summary>
    /// <param name="nameOf">The name of an actor.</param>
    public virtual string Describe(Func<int, string> nameOf) => "";

    /// <summary>An independent copy in the same state.</summary>
    public abstract Model Clone();

    /// <summary>Checks that the state is one the primitive can be in.</summary>
    public abstract void AssertInvariants();

    /// <summary>The exception for an operation that this object cannot do, or not now.</summary>
    protected InvalidOperationException CannotDo(int actor, in Operation operation) =>
        new(
            $"Actor {actor} was granted {operation.Kind} on {Info.Name}, which is not possible in its state. "
                + "This is a defect of the arbiter: it may only grant what is enabled."
        );
}
