namespace ConcurrencyKatas.Control;

/// <summary>A semaphore that lives in a manager's server. A process that is killed keeps what it took.</summary>
internal sealed class ServedSemaphore(int units, int maximum) : ServedObject
{
    private int _units = units;

    private protected override bool IsEnabled(ServedClient client, in ServedOperation operation, long ticket) =>
        operation.Kind != OperationKind.Acquire || _units > 0;

    private protected override Decision Do(ServedClient client, in ServedOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Acquire:
                _units--;
                return new Decision(Outcome.Go);
            case OperationKind.Release when _units >= maximum:
                return new Decision(Outcome.Go, Decision.Refused);
            case OperationKind.Release:
                _units++;
                return new Decision(Outcome.Go);
            default:
                throw Unknown(operation);
        }
    }

    private protected override ManagerAnswer Say(ManagerRequest request) => ManagerAnswer.Of(_units);
}
