namespace ConcurrencyKatas.Control;

/// <summary>An event that lives in a manager's server. Who waits while it is set is let through, even if it is cleared at once.</summary>
internal sealed class ServedEvent : ServedObject
{
    private bool _isSet;
    private long _turn = 1;

    private protected override bool IsEnabled(ServedClient client, in ServedOperation operation, long ticket) =>
        operation.Kind != OperationKind.Wait || _isSet || _turn != ticket;

    private protected override Decision Do(ServedClient client, in ServedOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Set:
                _turn += _isSet ? 0 : 1;
                _isSet = true;
                return new Decision(Outcome.Go);
            case OperationKind.Clear:
                _isSet = false;
                return new Decision(Outcome.Go);
            case OperationKind.IsSet:
                return new Decision(Outcome.Go, _isSet ? 1 : 0);
            case OperationKind.Wait:
                return new Decision(Outcome.Go);
            default:
                throw Unknown(operation);
        }
    }

    private protected override long TicketFor(in ServedOperation operation) => _turn;

    private protected override ManagerAnswer Say(ManagerRequest request) => ManagerAnswer.Of(_isSet ? 1 : 0);
}
