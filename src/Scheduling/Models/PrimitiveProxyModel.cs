using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A primitive that a manager keeps: a lock, a semaphore, an event, a barrier, a queue. It is what it is, until the manager's end;
/// then nobody waits for it any more, and everybody is told so.
/// </summary>
/// <param name="info">What the creator of the primitive said about it.</param>
/// <param name="inner">The primitive.</param>
public sealed class PrimitiveProxyModel(ObjectInfo info, Model inner) : Model(info)
{
    private bool _isClosed;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => _isClosed ? [] : inner.Holders;

    /// <inheritdoc/>
    public override ulong Digest => new Digest().Add(_isClosed ? 1 : 0).Add((long)inner.Digest).Value;

    /// <inheritdoc/>
    public override IReadOnlyList<int> HoldersFor(int actor, in Operation operation) =>
        _isClosed ? [] : inner.HoldersFor(actor, operation);

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        _isClosed || operation.Kind == OperationKind.Close || inner.IsEnabled(actor, operation);

    /// <inheritdoc/>
    public override bool MayTimeOut(int actor, in Operation operation) => inner.MayTimeOut(actor, operation);

    /// <inheritdoc/>
    public override void GiveUp(int actor, in Operation operation) => inner.GiveUp(actor, operation);

    /// <inheritdoc/>
    public override long? ItemOf(in Operation operation) =>
        _isClosed || operation.Kind == OperationKind.Close ? null : inner.ItemOf(operation);

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        if (operation.Kind == OperationKind.Close)
        {
            _isClosed = true;
            return new Decision(Outcome.Go);
        }
        return _isClosed ? new Decision(Outcome.Go, Decision.Closed) : inner.Perform(actor, operation);
    }

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf) =>
        _isClosed ? "its manager is gone" : inner.Describe(nameOf);

    /// <inheritdoc/>
    public override void Bury(int actor)
    {
        if (inner.Holders.Contains(actor))
        {
            throw new NotSupportedException(
                $"A process was killed that held {Info.Name} of a manager: that is not modelled."
            );
        }
    }

    /// <inheritdoc/>
    public override Model Clone() => new PrimitiveProxyModel(Info, inner.Clone()) { _isClosed = _isClosed };

    /// <inheritdoc/>
    public override void AssertInvariants() => inner.AssertInvariants();
}
