using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>A call for each of many items whose results are taken one by one, as they come.</summary>
/// <param name="arrivals">Where its parts go.</param>
/// <param name="isOrdered">Whether they go there in the order of the items.</param>
internal sealed class StreamJob<T>(Arrivals<T> arrivals, bool isOrdered) : PoolJob
{
    private readonly System.Threading.Lock _gate = new();
    private readonly Dictionary<int, int> _sizes = [];
    private readonly Dictionary<int, StreamPart<T>> _early = [];
    private int _next;
    private int _delivered;
    private int _total = -1;
    private Exception? _reason;

    public override Assembly? CallbackCode => null;

    /// <summary>How many calls a part has that is about to be submitted.</summary>
    public void Announce(int part, int calls)
    {
        lock (_gate)
        {
            _sizes.Add(part, calls);
        }
    }

    /// <summary>Says how many parts there are in all.</summary>
    /// <returns>Whether all of them have come.</returns>
    public bool End(int total)
    {
        lock (_gate)
        {
            _total = total;
            return _delivered == total;
        }
    }

    public override bool Deliver(PoolOutcome outcome)
    {
        int size;
        lock (_gate)
        {
            _ = _sizes.Remove(outcome.Part, out size);
        }
        T[] values = new T[size];
        Exception? error = outcome.Read<T>(values);
        foreach (StreamPart<T> part in Ready(outcome.Part, new StreamPart<T>(values, error)))
        {
            arrivals.Add(part); // Not under the lock: in a controlled run this waits for the arbiter.
        }
        lock (_gate)
        {
            return ++_delivered == _total;
        }
    }

    public override void CallBack() { }

    public override void Finish()
    {
        if (_reason is not null)
        {
            arrivals.Close(_reason);
        }
    }

    public override void Break(Exception reason) => _reason = reason;

    public override void Abandon(Exception reason) => arrivals.Close(reason);

    private List<StreamPart<T>> Ready(int number, StreamPart<T> part)
    {
        if (!isOrdered)
        {
            return [part];
        }
        List<StreamPart<T>> ready = [];
        _early.Add(number, part);
        while (_early.Remove(_next, out StreamPart<T>? next))
        {
            ready.Add(next);
            _next++;
        }
        return ready;
    }
}
