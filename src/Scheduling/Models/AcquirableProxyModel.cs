using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>A lock of a manager: the lock that it is, until the manager's end; then nobody waits for it any more.</summary>
/// <param name="info">What the creator of the lock said about it.</param>
/// <param name="inner">The lock.</param>
public abstract class AcquirableProxyModel(ObjectInfo info, Model inner) : Model(info)
{
    private bool _isClosed;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<int> Holders => _isClosed ? [] : inner.Holders;

    /// <inheritdoc/>
    public sealed override ulong Digest => new Digest().Add(_isClosed ? 1 : 0).Add((long)inner.Digest).Value;

    /// <inheritdoc/>
    public sealed override bool IsEnabled(int actor, in Operation operation) =>
        _isClosed || inner.IsEnabled(actor, operation);

    /// <inheritdoc/>
    public sealed override Decision Perform(int actor, in Operation operation)
    {
        if (operation.Kind == OperationKind.Close)
        {
            _isClosed = true;
            return new Decision(Outcome.Go);
        }
        return _isClosed ? new Decision(Outcome.Go, Decision.Closed) : inner.Perform(actor, operation);
    }

    /// <inheritdoc/>
    public sealed override Model Clone()
    {
        var copy = Copy(inner.Clone());
        copy._isClosed = _isClosed;
        return copy;
    }

    /// <inheritdoc/>
    public sealed override void AssertInvariants() => inner.AssertInvariants();

    /// <summary>A new model of the same kind.</summary>
    protected abstract AcquirableProxyModel Copy(Model copied);
}
