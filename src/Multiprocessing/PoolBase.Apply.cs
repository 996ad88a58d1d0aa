using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

// Single calls.
public abstract partial class PoolBase
{
    /// <summary>Calls a function in a worker and waits for its result.</summary>
    /// <exception cref="RemoteException">It threw there.</exception>
    /// <exception cref="WorkerLostException">The worker died over it.</exception>
    public TResult Apply<TResult>(Func<TResult> function) => ApplyAsync(function).Get();

    /// <summary>Calls a function with one argument in a worker and waits for its result.</summary>
    /// <exception cref="RemoteException">It threw there.</exception>
    /// <exception cref="WorkerLostException">The worker died over it.</exception>
    public TResult Apply<T, TResult>(Func<T, TResult> function, T argument) => ApplyAsync(function, argument).Get();

    /// <summary>Calls a function with two arguments in a worker and waits for its result.</summary>
    /// <exception cref="RemoteException">It threw there.</exception>
    /// <exception cref="WorkerLostException">The worker died over it.</exception>
    public TResult Apply<T1, T2, TResult>(Func<T1, T2, TResult> function, T1 first, T2 second) =>
        ApplyAsync(function, first, second).Get();

    /// <summary>Calls a function with three arguments in a worker and waits for its result.</summary>
    /// <exception cref="RemoteException">It threw there.</exception>
    /// <exception cref="WorkerLostException">The worker died over it.</exception>
    public TResult Apply<T1, T2, T3, TResult>(Func<T1, T2, T3, TResult> function, T1 first, T2 second, T3 third) =>
        ApplyAsync(function, first, second, third).Get();

    /// <summary>Has a function called in a worker, and does not wait.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="callback">
    /// Called with the result, in this process, on the pool's results thread, before the result becomes ready. All
    /// results wait while it runs.
    /// </param>
    /// <param name="errorCallback">Called instead, in the same way, with what the function threw.</param>
    /// <exception cref="MultiprocessingUsageException">
    /// The pool is closed, or the function or an argument cannot go to another process.
    /// </exception>
    public AsyncResult<TResult> ApplyAsync<TResult>(
        Func<TResult> function,
        Action<TResult>? callback = null,
        Action<Exception>? errorCallback = null
    ) => _intake.Call(function, default, NoArguments.Only, callback, errorCallback);

    /// <summary>Has a function with one argument called in a worker, and does not wait.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="argument">Its argument; a copy goes to the worker.</param>
    /// <param name="callback">
    /// Called with the result, in this process, on the pool's results thread, before the result becomes ready. All
    /// results wait while it runs.
    /// </param>
    /// <param name="errorCallback">Called instead, in the same way, with what the function threw.</param>
    /// <exception cref="MultiprocessingUsageException">
    /// The pool is closed, or the function or an argument cannot go to another process.
    /// </exception>
    public AsyncResult<TResult> ApplyAsync<T, TResult>(
        Func<T, TResult> function,
        T argument,
        Action<TResult>? callback = null,
        Action<Exception>? errorCallback = null
    ) => _intake.Call(function, argument, OneArgument<T>.Only, callback, errorCallback);

    /// <summary>Has a function with two arguments called in a worker, and does not wait.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="first">Its first argument; a copy goes to the worker.</param>
    /// <param name="second">Its second argument; a copy goes to the worker.</param>
    /// <param name="callback">Called with the result, in this process, on the pool's results thread.</param>
    /// <param name="errorCallback">Called instead, in the same way, with what the function threw.</param>
    /// <exception cref="MultiprocessingUsageException">
    /// The pool is closed, or the function or an argument cannot go to another process.
    /// </exception>
    public AsyncResult<TResult> ApplyAsync<T1, T2, TResult>(
        Func<T1, T2, TResult> function,
        T1 first,
        T2 second,
        Action<TResult>? callback = null,
        Action<Exception>? errorCallback = null
    ) => _intake.Call(function, (first, second), TwoArguments<T1, T2>.Only, callback, errorCallback);

    /// <summary>Has a function with three arguments called in a worker, and does not wait.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="first">Its first argument; a copy goes to the worker.</param>
    /// <param name="second">Its second argument; a copy goes to the worker.</param>
    /// <param name="third">Its third argument; a copy goes to the worker.</param>
    /// <param name="callback">Called with the result, in this process, on the pool's results thread.</param>
    /// <param name="errorCallback">Called instead, in the same way, with what the function threw.</param>
    /// <exception cref="MultiprocessingUsageException">
    /// The pool is closed, or the function or an argument cannot go to another process.
    /// </exception>
    public AsyncResult<TResult> ApplyAsync<T1, T2, T3, TResult>(
        Func<T1, T2, T3, TResult> function,
        T1 first,
        T2 second,
        T3 third,
        Action<TResult>? callback = null,
        Action<Exception>? errorCallback = null
    ) => _intake.Call(function, (first, second, third), ThreeArguments<T1, T2, T3>.Only, callback, errorCallback);
}
