namespace ConcurrencyKatas.Control;

/// <summary>
/// A lock that lives in a manager's server, with the conditions over it. Its owner is a connection, which is a thread of a client.
/// </summary>
/// <param name="isRecursive">Whether its owner may take it again.</param>
/// <param name="isReported">Whether the next one is told when the owner's process has ended.</param>
internal sealed class ServedLock(bool isRecursive, bool isReported) : ServedObject
{
    private readonly Dictionary<long, ServedCondition> _conditions = [];
    private ServedClient? _owner;
    private string? _abandonedBy;
    private int _depth;

    private bool IsFree => _owner is null || (isReported && _owner.HasProcessEnded);

    private protected override bool IsEnabled(ServedClient client, in ServedOperation operation, long ticket) =>
        operation.Kind switch
        {
            OperationKind.Acquire => IsFree || (isRecursive && _owner == client),
            OperationKind.Resume => IsFree && !At(operation).IsWaiting(client),
            _ => true,
        };

    private protected override Decision Do(ServedClient client, in ServedOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Acquire when isRecursive && _owner == client:
                _depth++;
                return new Decision(Outcome.Go);
            case OperationKind.Acquire:
                return Take(client, depth: 1);
            case OperationKind.Release when operation.Argument != 0 && _owner == client:
                (_abandonedBy, _owner, _depth) = ((string?)Wire.DecodeNeutral(operation.Payload), null, 0);
                return new Decision(Outcome.Go);
            case OperationKind.Release when isRecursive ? _owner != client : _owner is null && _abandonedBy is null:
                return new Decision(Outcome.Go, Decision.Refused);
            case OperationKind.Release:
                _abandonedBy = null;
                _depth = Math.Max(0, _depth - 1);
                _owner = _depth > 0 ? _owner : null;
                return new Decision(Outcome.Go);
            case OperationKind.GiveWay when !IsHeldBy(client) || At(operation).IsAway(client):
                return new Decision(Outcome.Go, Decision.Refused);
            case OperationKind.GiveWay:
                At(operation).Join(client, _depth);
                (_owner, _depth) = (null, 0);
                return new Decision(Outcome.Go);
            case OperationKind.Notify:
                return new Decision(
                    Outcome.Go,
                    IsHeldBy(client) ? At(operation).Notify((int)(operation.Argument >> 32)) : -1
                );
            case OperationKind.Resume when At(operation).IsAway(client):
                return Take(client, At(operation).Leave(client));
            default:
                throw Unknown(operation);
        }
    }

    private protected override bool MayTimeOut(ServedClient client, in ServedOperation operation) =>
        operation.Kind != OperationKind.Resume || At(operation).IsWaiting(client);

    private protected override void GiveUp(ServedClient client, in ServedOperation operation)
    {
        if (operation.Kind == OperationKind.Resume)
        {
            At(operation).GiveUp(client);
        }
    }

    private protected override void Leave(ServedClient client)
    {
        foreach (ServedCondition condition in _conditions.Values)
        {
            condition.Forget(client);
        }
    }

    private protected override ManagerAnswer? Say(ManagerRequest request)
    {
        int waiting =
            request.Arguments is [var condition]
            && Wire.DecodeNeutral(condition) is int slot
            && _conditions.TryGetValue(slot, out ServedCondition? found)
                ? found.Count
                : 0;
        string owner = _owner is null
            ? _abandonedBy is null
                ? "none"
                : $"{_abandonedBy}, which has ended"
            : _owner.HasProcessEnded
                ? $"{_owner.Name}, which has ended"
                : _owner.Name;
        return ManagerAnswer.Of(Wire.Encode(owner), Wire.Encode(_depth), Wire.Encode(waiting));
    }

    // A plain lock knows its process only, as the locks in shared memory do.
    private bool IsHeldBy(ServedClient client) =>
        isRecursive ? _owner == client : _owner is not null && _owner.Process == client.Process;

    private Decision Take(ServedClient client, int depth)
    {
        string? dead = _owner?.Name ?? _abandonedBy;
        (_owner, _depth, _abandonedBy) = (client, depth, null);
        return dead is null
            ? new Decision(Outcome.Go)
            : new Decision(Outcome.Go, Decision.Abandoned, Wire.Encode(dead));
    }

    private ServedCondition At(in ServedOperation operation)
    {
        long slot = (int)operation.Argument;
        if (!_conditions.TryGetValue(slot, out ServedCondition? condition))
        {
            _conditions.Add(slot, condition = new ServedCondition());
        }
        return condition;
    }
}
