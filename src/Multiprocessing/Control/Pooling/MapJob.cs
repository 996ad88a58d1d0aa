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
) : PoolJob
{
    private readonly T[] _values = new T[count];
    private int _left = (count + chunk - 1) / chunk;
    private Exception? _error;

    public override bool Deliver(PoolOutcome outcome)
    {
        int from = outcome.Part * chunk;
        object?[] values = new object?[Math.Min(chunk, count - from)];
        Exception? error = outcome.Read(typeof(T), values);
        for (int index = 0; index < values.Length && error is null; index++)
        {
            _values[from + index] = (T)values[index]!;
        }
        _error ??= error;
        return --_left == 0;
    }

    public override void CallBack()
    {
        if (_error is null)
        {
            callback?.Invoke(_values);
        }
        else
        {
            errorCallback?.Invoke(_error);
        }
    }

    public override void Finish()
    {
        if (_error is null)
        {
            result.Succeed(_values);
        }
        else
        {
            result.Fail(_error);
        }
    }

    public override void Abandon(Exception reason) => result.Fail(reason);
}
