using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>One submission to a pool, in the parent: made of one part or more, complete when all have an outcome.</summary>
internal abstract class PoolJob
{
    /// <summary>The code that <see cref="CallBack"/> is about to run, if there is any.</summary>
    public abstract Assembly? CallbackCode { get; }

    /// <summary>
    /// Takes the outcome of one part. Called by the results thread; runs the student's code where values are made that have
    /// some, such as the hash codes of keys.
    /// </summary>
    /// <returns>Whether all parts have come; then <see cref="CallBack"/> and <see cref="Finish"/> are next.</returns>
    public abstract bool Deliver(PoolOutcome outcome);

    /// <summary>Calls the callback, which may throw.</summary>
    public abstract void CallBack();

    /// <summary>Makes the result ready.</summary>
    public abstract void Finish();

    /// <summary>The pool has failed: what has not come is an error. <see cref="CallBack"/> and <see cref="Finish"/> are next.</summary>
    public abstract void Break(Exception reason);

    /// <summary>Makes the result ready although it will never come; no callback is called.</summary>
    public abstract void Abandon(Exception reason);
}
