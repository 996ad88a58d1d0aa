namespace ConcurrencyKatas.Control;

/// <summary>A queue that lives in a manager's server, of at most so many items.</summary>
internal sealed class ServedQueue(int maximum) : ServedObject
{
    private readonly System.Collections.Generic.Queue<byte[]> _items = [];
    private long _bytes;
    private long _unfinished;

    private protected override bool IsEnabled(ServedClient client, in ServedOperation operation, long ticket) =>
        operation.Kind switch
        {
            // One item of any size that a message may have fits into an empty queue.
            OperationKind.Put => _items.Count < maximum
                && (_items.Count == 0 || _bytes + LengthOf(operation) <= WireLimits.NeutralBytes),
            OperationKind.Get => _items.Count > 0,
            OperationKind.Wait => _unfinished == 0,
            _ => true,
        };

    private protected override Decision Do(ServedClient client, in ServedOperation operation)
    {
        switch (operation.Kind)
        {
            case OperationKind.Put when operation.Payload is { } item:
                _items.Enqueue(item);
                _bytes += item.Length;
                _unfinished++;
                return new Decision(Outcome.Go);
            case OperationKind.Get:
                byte[] first = _items.Dequeue();
                _bytes -= first.Length;
                return new Decision(Outcome.Go, 0, first);
            case OperationKind.TaskDone when _unfinished == 0:
                return new Decision(Outcome.Go, -1);
            case OperationKind.TaskDone:
                _unfinished--;
                return new Decision(Outcome.Go);
            case OperationKind.Read:
                return new Decision(Outcome.Go, _items.Count);
            case OperationKind.Wait:
                return new Decision(Outcome.Go);
            default:
                throw Unknown(operation);
        }
    }

    private static int LengthOf(in ServedOperation operation) => operation.Payload?.Length ?? 0;
}
