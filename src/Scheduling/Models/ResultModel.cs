using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>Whether the result of a pool's work is ready: set once, and then for good. Whoever waits depends on the setter.</summary>
/// <param name="info">What the creator said about it; the initial value is the actor who will set it.</param>
public sealed class ResultModel(ObjectInfo info) : Model(info)
{
    private bool _isSet;

    /// <inheritdoc/>
    public override IReadOnlyList<int> Holders => _isSet ? [] : [Info.Initial];

    /// <inheritdoc/>
    public override ulong Digest => _isSet ? 1UL : 0UL;

    /// <inheritdoc/>
    public override bool IsEnabled(int actor, in Operation operation) =>
        operation.Kind != OperationKind.Wait || operation.Timeout == 0 || _isSet;

    /// <inheritdoc/>
    public override Decision Perform(int actor, in Operation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Set:
                _isSet = true;
                return new Decision(Outcome.Go);
            case OperationKind.Wait when _isSet:
                return new Decision(Outcome.Go);
            case OperationKind.Wait when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public override Model Clone() => new ResultModel(Info) { _isSet = _isSet };

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf) => _isSet ? "ready" : "not ready";

    /// <inheritdoc/>
    public override void AssertInvariants() =>
        Invariant.Holds(Info.Initial >= 0, $"{Info.Name} is to be set by actor {Info.Initial}, which is no actor.");
}
