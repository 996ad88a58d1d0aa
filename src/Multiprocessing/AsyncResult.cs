using System.Runtime.ExceptionServices;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>The result of work that a <see cref="Pool"/> has been given, now or later.</summary>
/// <typeparam name="T">What the work returns.</typeparam>
/// <remarks>Semantics are those of Python's <c>multiprocessing.pool.AsyncResult</c>.</remarks>
public sealed class AsyncResult<T>
{
    private readonly Completion _completion;
    private T? _value;
    private ExceptionDispatchInfo? _error;

    internal AsyncResult(Completion completion) => _completion = completion;

    /// <summary>Whether the work has ended, well or badly. Its callback has run by then.</summary>
    public bool Ready => _completion.Wait(0);

    /// <summary>Whether the work ended without an exception.</summary>
    /// <exception cref="MultiprocessingUsageException">It has not ended yet.</exception>
    public bool Successful =>
        Ready
            ? _error is null
            : throw new MultiprocessingUsageException(
                "Successful was asked of a result that is not ready. Wait() for it, or look at Ready first."
            );

    /// <summary>Waits for the result.</summary>
    /// <exception cref="RemoteException">The work threw in the worker; this says what and where.</exception>
    /// <exception cref="WorkerLostException">The worker died over it.</exception>
    /// <exception cref="WireFormatException">The result came, but could not be made here; the message says why.</exception>
    /// <exception cref="PoolTerminatedException">The pool was terminated first.</exception>
    public T Get() => Get(Timeout.InfiniteTimeSpan);

    /// <summary>Waits for the result, for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <exception cref="TimeoutException">It was not ready in time; it may be asked again.</exception>
    /// <exception cref="RemoteException">The work threw in the worker; this says what and where.</exception>
    /// <exception cref="WorkerLostException">The worker died over it.</exception>
    /// <exception cref="WireFormatException">The result came, but could not be made here; the message says why.</exception>
    /// <exception cref="PoolTerminatedException">The pool was terminated first.</exception>
    public T Get(TimeSpan timeout)
    {
        if (!Wait(timeout))
        {
            throw new TimeoutException(
                $"The result was not ready within {timeout}. The work goes on; ask again later."
            );
        }
        _error?.Throw();
        return _value!;
    }

    /// <summary>Waits until the work has ended; does not throw what it threw.</summary>
    public void Wait() => _ = Wait(Timeout.InfiniteTimeSpan);

    /// <summary>Waits until the work has ended, for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether it has ended.</returns>
    public bool Wait(TimeSpan timeout) =>
        _completion.Wait(timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(0, timeout.Ticks));

    internal void Succeed(T value)
    {
        _value = value;
        _completion.Set();
    }

    internal void Fail(Exception error)
    {
        _error = ExceptionDispatchInfo.Capture(error);
        _completion.Set();
    }
}
