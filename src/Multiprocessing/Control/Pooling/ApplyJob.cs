namespace ConcurrencyKatas.Control;

/// <summary>A single call.</summary>
internal sealed class ApplyJob<T>(AsyncResult<T> result, Action<T>? callback, Action<Exception>? errorCallback)
    : ResultJob<T>(result, callback, errorCallback)
{
    public override bool Deliver(PoolOutcome outcome)
    {
        T[] values = new T[1];
        Error = outcome.Read<T>(values);
        Value = values[0];
        return true;
    }
}
