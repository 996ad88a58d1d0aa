namespace ConcurrencyKatas.Control;

/// <summary>
/// A call for each of many items, sent in chunks. The first exception to arrive is the one that is thrown, after all chunks
/// have come, as in Python.
/// </summary>
internal sealed class MapJob<T>(
    int count,
    int chunk,
    AsyncResult<T[]> result,
    Action<T[]>? callback,
    Action<Exception>? errorCallback
) : ResultJob<T[]>(result, callback, errorCallback)
{
    private readonly T[] _values = new T[count];
    private int _left = (count + chunk - 1) / chunk;

    public override bool Deliver(PoolOutcome outcome)
    {
        int from = outcome.Part * chunk;
        Error ??= outcome.Read(_values.AsSpan(from, Math.Min(chunk, count - from)));
        Value = _values;
        return --_left == 0;
    }
}
