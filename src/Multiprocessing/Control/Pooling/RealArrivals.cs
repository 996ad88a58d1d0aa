using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>Arrivals between the threads of this process.</summary>
/// <param name="crew">Whose results thread adds them.</param>
internal sealed class RealArrivals<T>(RealCrew crew) : Arrivals<T>
{
    private readonly object _gate = new();
    private readonly System.Collections.Generic.Queue<StreamPart<T>> _parts = [];
    private Exception? _reason;

    public override void Add(StreamPart<T> part)
    {
        lock (_gate)
        {
            _parts.Enqueue(part);
            Monitor.PulseAll(_gate);
        }
    }

    public override void Wake() => Add(StreamPart<T>.Wake);

    public override StreamPart<T>? Take(long timeout)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            while (_parts.Count == 0)
            {
                if (_reason is not null)
                {
                    throw PoolRules.Again(_reason);
                }
                PoolRules.RefuseInCallback(timeout < 0 && crew.IsResultsThread, crew.Name);
                if (!RealCompletion.WaitOnce(_gate, start, timeout))
                {
                    return null;
                }
            }
            return _parts.Dequeue();
        }
    }

    public override void Close(Exception reason)
    {
        lock (_gate)
        {
            _reason ??= reason;
            Monitor.PulseAll(_gate);
        }
    }
}
