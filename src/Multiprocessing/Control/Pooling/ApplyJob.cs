namespace ConcurrencyKatas.Control;

/// <summary>A single call.</summary>
internal sealed class ApplyJob<T>(AsyncResult<T> result, Action<T>? callback, Action<Exception>? errorCallback)
    : ResultJob<T>(result, callback, errorCallback)
{
    public override bool Deliver(PoolOutcome outcome)
    {
        object?[] values = [null];
        Error = outcome.Read(typeof(T), values);
        Value = Error is null ? (T?)values[0] : default;
        return true;
    }
}
