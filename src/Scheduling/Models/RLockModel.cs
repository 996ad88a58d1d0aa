using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A recursive lock: its owner may take it again, and must give it back as often. A release by anybody else is refused.
/// </summary>
/// <param name="info">What the creator of the lock said about it.</param>
public sealed class RLockModel(ObjectInfo info) : MonitorModel(info)
{
    private const int Nobody = -1;

    private int _owner = Nobody;
    private int _depth;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => _owner == Nobody ? [] : [_owner];

    /// <inheritdoc/>
    protected override ulong LockDigest => ((ulong)(_owner + 1) << 32) | (uint)_depth;

    /// <inheritdoc/>
    protected override bool IsFree => _owner == Nobody;

    /// <inheritdoc/>
    protected override bool IsLockEnabled(int actor, in Operation operation) =>
        operation.Kind != OperationKind.Acquire || operation.Timeout == 0 || _owner == Nobody || _owner == actor;

    /// <inheritdoc/>
    protected override Decision PerformOnLock(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Acquire when _owner == Nobody || _owner == actor:
                _owner = actor;
                _depth++;
                return new Decision(Outcome.Go);
            case OperationKind.Acquire when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            case OperationKind.Release when _owner != actor:
                return new Decision(Outcome.Go, Refused);
            case OperationKind.Release:
                _owner = --_depth == 0 ? Nobody : actor;
                return new Decision(Outcome.Go);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    protected override bool IsHeldBy(int actor) => _owner == actor;

    /// <inheritdoc/>
    protected override int GiveBack()
    {
        var depth = _depth;
        (_owner, _depth) = (Nobody, 0);
        return depth;
    }

    /// <inheritdoc/>
    protected override void TakeBack(int actor, int depth) => (_owner, _depth) = (actor, depth);

    /// <inheritdoc/>
    protected override MonitorModel Copy() => new RLockModel(Info) { _owner = _owner, _depth = _depth };

    /// <inheritdoc/>
    protected override string DescribeLock(Func<int, string> nameOf) =>
        _owner == Nobody ? "free"
        : _depth == 1 ? $"held by {nameOf(_owner)}"
        : $"held by {nameOf(_owner)}, who took it {_depth} times";

    /// <inheritdoc/>
    public override void AssertInvariants() =>
        Invariant.Holds(
            _owner == Nobody ? _depth == 0 : _depth > 0,
            $"{Info.Name} is owned by actor {_owner} at depth {_depth}."
        );
}
