namespace ConcurrencyKatas.Control;

/// <summary>A single call.</summary>
internal sealed class ApplyJob<T>(AsyncResult<T> result, Action<T>? callback, Action<Exception>? errorCallback)
    : PoolJob
{
    private T? _value;
    private Exception? _error;

    public override bool Deliver(PoolOutcome outcome)
    {
        object?[] values = [null];
        _error = outcome.Read(typeof(T), values);
        _value = _error is null ? (T?)values[0] : default;
        return true;
    }

    public override void CallBack()
    {
        if (_error is null)
        {
            callback?.Invoke(_value!);
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
            result.Succeed(_value!);
        }
        else
        {
            result.Fail(_error);
        }
    }

    public override void Abandon(Exception reason) => result.Fail(reason);
}
