namespace ConcurrencyKatas.Control;

/// <summary>A barrier that lives in a manager's server. A party whose connection ends while it waits breaks it.</summary>
internal sealed class ServedBarrier(int parties) : ServedObject
{
    private readonly HashSet<ServedClient> _here = [];
    private BarrierPhase _phase;
    private int _came;

    private bool IsLeaving => _phase is BarrierPhase.Draining or BarrierPhase.Resetting;

    private protected override bool IsEnabled(ServedClient client, in ServedOperation operation, long ticket) =>
        operation.Kind switch
        {
            OperationKind.Arrive => !IsLeaving && !_here.Contains(client),
            OperationKind.Wait => _phase != BarrierPhase.Filling || !_here.Contains(client),
            _ => true,
        };

    private protected override Decision Do(ServedClient client, in ServedOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Arrive when _phase == BarrierPhase.Broken:
                return new Decision(Outcome.Go, -1);
            case OperationKind.Arrive:
                return new Decision(Outcome.Go, Arrive(client));
            case OperationKind.Wait:
                bool passes = _phase == BarrierPhase.Draining && _here.Contains(client);
                Go(client);
                return new Decision(Outcome.Go, passes ? 0 : Decision.Refused);
            case OperationKind.Abort:
                _phase = BarrierPhase.Broken;
                return new Decision(Outcome.Go);
            case OperationKind.Reset:
                if (_phase == BarrierPhase.Broken || (_phase == BarrierPhase.Filling && _here.Count > 0))
                {
                    _phase = BarrierPhase.Resetting;
                    Refill();
                }
                return new Decision(Outcome.Go);
            case OperationKind.Look:
                return new Decision(
                    Outcome.Go,
                    _phase == BarrierPhase.Broken ? -1
                        : IsLeaving ? 0
                        : _here.Count
                );
            default:
                throw Unknown(operation);
        }
    }

    // Who comes while others still leave waits for them, whatever its time-out.
    private protected override bool MayTimeOut(ServedClient client, in ServedOperation operation) =>
        operation.Kind != OperationKind.Arrive;

    private protected override void GiveUp(ServedClient client, in ServedOperation operation)
    {
        _phase = BarrierPhase.Broken;
        Go(client);
    }

    private protected override void Leave(ServedClient client)
    {
        if (_here.Contains(client))
        {
            _phase = _phase == BarrierPhase.Filling ? BarrierPhase.Broken : _phase;
            Go(client);
        }
    }

    private int Arrive(ServedClient client)
    {
        int place = _came++;
        if (place == parties - 1)
        {
            _phase = BarrierPhase.Draining;
            Refill();
        }
        else
        {
            _ = _here.Add(client);
        }
        return place;
    }

    private void Go(ServedClient client)
    {
        _ = _here.Remove(client);
        Refill();
    }

    // The next round begins when everybody has gone.
    private void Refill()
    {
        if (IsLeaving && _here.Count == 0)
        {
            (_phase, _came) = (BarrierPhase.Filling, 0);
        }
    }
}
