using System.Diagnostics;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// A recursive lock: its owner may take it again, and must give it back as often. A release by anybody else is refused.
/// </summary>
/// <param name="info">What the creator of the lock said about it.</param>
public sealed class RLockModel(ObjectInfo info) : Model(info)
{
    private const int Nobody = -1;

    private int _owner = Nobody;
    private int _depth;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => _owner == Nobody ? [] : [_owner];

    /// <inheritdoc/>
    public override ulong Digest => ((ulong)(_owner + 1) << 32) | (uint)_depth;

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        operation.Kind != OperationKind.Acquire || operation.Timeout == 0 || _owner == Nobody || _owner == actor;

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
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
    public override Model Clone() => new RLockModel(Info) { _owner = _owner, _depth = _depth };

    /// <inheritdoc/>
    public override void AssertInvariants() =>
        Debug.Assert(
            _owner == Nobody ? _depth == 0 : _depth > 0,
            $"{Info.Name} is owned by actor {_owner} at depth {_depth}."
        );
}
