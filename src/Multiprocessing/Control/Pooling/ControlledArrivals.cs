namespace ConcurrencyKatas.Control;

/// <summary>
/// Arrivals between two actors of a controlled run. The parts lie in the memory that the two share; a queue that the arbiter
/// has a model of says how many there are.
/// </summary>
internal sealed class ControlledArrivals<T>(ControlledCrew crew, string name) : Arrivals<T>
{
    private readonly TaskQueue _tokens = new(name);
    private readonly System.Collections.Generic.Queue<StreamPart<T>> _parts = [];
    private Exception? _reason;

    // The results thread goes straight on to the next result.
    public override void Add(StreamPart<T> part)
    {
        _parts.Enqueue(part);
        _ = _tokens.Put([], isQuiet: true);
    }

    public override void Wake()
    {
        _parts.Enqueue(StreamPart<T>.Wake);
        _ = _tokens.Put([]);
    }

    public override StreamPart<T>? Take(long timeout)
    {
        // Only the thread itself could add something, so what it sees is what it will see.
        bool isInVain = timeout < 0 && crew.IsResultsThread;
        Decision decision = _tokens.Get(isInVain ? 0 : timeout);
        PoolRules.RefuseInCallback(isInVain && !decision.Go, crew.Name);
        return !decision.Go ? null
            : decision.Value >= 0 ? _parts.Dequeue()
            : throw PoolRules.Again(_reason!);
    }

    public override void Close(Exception reason)
    {
        if (_reason is null)
        {
            _reason = reason;
            _tokens.Close(drop: false, isQuiet: false);
        }
    }
}
