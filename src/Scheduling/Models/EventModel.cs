using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// An event: set, it lets everybody through until it is cleared. Who is let through by a Set that is followed by a Clear at
/// once is granted its Wait between the two.
/// </summary>
/// <param name="info">What the creator of the event said about it.</param>
public sealed class EventModel(ObjectInfo info) : Model(info)
{
    private bool _isSet;

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
            case OperationKind.Set or OperationKind.Clear:
                _isSet = operation.Kind == OperationKind.Set;
                return new Decision(Outcome.Go);
            case OperationKind.IsSet:
                return new Decision(Outcome.Go, _isSet ? 1 : 0);
            case OperationKind.Wait when _isSet:
                return new Decision(Outcome.Go);
            case OperationKind.Wait when operation.Timeout == 0:
                return new Decision(Outcome.TimedOut);
            default:
                throw CannotDo(actor, operation);
        }
    }

    /// <inheritdoc/>
    public override Model Clone() => new EventModel(Info) { _isSet = _isSet };

    /// <inheritdoc/>
    public override string Describe(Func<int, string> nameOf) => _isSet ? "set" : "not set";

    /// <inheritdoc/>
    public override void AssertInvariants() => Invariant.Holds(Info.Name.Length > 0, "An event has no name.");
}
