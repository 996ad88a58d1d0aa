using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A plain lock: taken by one, not by the same one twice, and given back by anybody. Giving back a free lock is refused.
/// The holder is kept for the wait-for graph only.
/// </summary>
/// <param name="info">What the creator of the lock said about it.</param>
public sealed class LockModel(ObjectInfo info) : MonitorModel(info)
{
    private const int Nobody = -1;

    private int _holder = Nobody;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => _holder == Nobody ? [] : [_holder];

    /// <inheritdoc/>
    protected override ulong LockDigest => (ulong)(_holder + 1);

    /// <inheritdoc/>
    protected override bool AnybodyReleases => true;

    /// <inheritdoc/>
    protected override bool IsFree => _holder == Nobody;

    /// <inheritdoc/>
    protected override bool IsLockEnabled(int actor, in Operation operation) =>
        operation.Kind != OperationKind.Acquire || operation.Timeout == 0 || _holder == Nobody;

    /// <inheritdoc/>
    protected override Decision PerformOnLock(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Acquire when _holder == Nobody:
                _holder = actor;
                return new Decision(Outcome.Go);
            case OperationKind.Acquire when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            case OperationKind.Release when _holder == Nobody:
                return new Decision(Outcome.Go, Refused);
            case OperationKind.Release:
                _holder = Nobody;
                return new Decision(Outcome.Go);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    protected override bool IsHeldBy(int actor) => _holder == actor;

    /// <inheritdoc/>
    protected override int GiveBack()
    {
        _holder = Nobody;
        return 1;
    }

    /// <inheritdoc/>
    protected override void TakeBack(int actor, int depth) => _holder = actor;

    /// <inheritdoc/>
    protected override MonitorModel Copy() => new LockModel(Info) { _holder = _holder };

    /// <inheritdoc/>
    protected override string DescribeLock(Func<int, string> nameOf) =>
        _holder == Nobody ? "free" : $"held by {nameOf(_holder)}";

    /// <inheritdoc/>
    public override void AssertInvariants() =>
        Invariant.Holds(_holder >= Nobody, $"The holder of {Info.Name} is {_holder}, which is no actor.");
}
