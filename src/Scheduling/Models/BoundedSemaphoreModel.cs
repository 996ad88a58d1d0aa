namespace ConcurrencyKatas.Scheduling;

/// <summary>A semaphore that refuses to be given more units than its maximum.</summary>
/// <param name="info">What the creator of the semaphore said about it.</param>
public sealed class BoundedSemaphoreModel(ObjectInfo info) : SemaphoreModel(info)
{
    /// <inheritdoc/>
    protected override bool Refuses => Units >= Info.Maximum;

    /// <inheritdoc/>
    protected override SemaphoreModel Copy() => new BoundedSemaphoreModel(Info);

    /// <inheritdoc/>
    public override void AssertInvariants()
    {
        base.AssertInvariants();
        Invariant.Holds(Units <= Info.Maximum, $"{Info.Name} has {Units} units of at most {Info.Maximum}.");
    }
}
