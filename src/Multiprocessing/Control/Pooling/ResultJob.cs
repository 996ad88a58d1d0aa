using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>A submission whose result has a type.</summary>
/// <param name="result">What the submitter waits on.</param>
/// <param name="callback">What to call with the result.</param>
/// <param name="errorCallback">What to call with an error.</param>
internal abstract class ResultJob<T>(AsyncResult<T> result, Action<T>? callback, Action<Exception>? errorCallback)
    : PoolJob
{
    /// <summary>The result, once all parts have come.</summary>
    protected T? Value { get; set; }

    /// <summary>The first error that came.</summary>
    protected Exception? Error { get; set; }

    public override Assembly? CallbackCode =>
        (Error is null ? (Delegate?)callback : errorCallback)?.Method.Module.Assembly;

    public override void CallBack()
    {
        if (Error is null)
        {
            callback?.Invoke(Value!);
        }
        else
        {
            errorCallback?.Invoke(Error);
        }
    }

    public override void Finish()
    {
        if (Error is null)
        {
            result.Succeed(Value!);
        }
        else
        {
            result.Fail(Error);
        }
    }

    public override void Break(Exception reason) => Error ??= reason;

    public override void Abandon(Exception reason) => result.Fail(reason);
}
