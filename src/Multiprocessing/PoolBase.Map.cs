using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

// Calls for each of many items.
public abstract partial class PoolBase
{
    /// <summary>Calls a function for each item, in the workers, and waits for all results.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">One call for each; copies go to the workers.</param>
    /// <param name="chunkSize">How many items a worker gets at once; by default a quarter of an equal share.</param>
    /// <returns>The results, in the order of the items.</returns>
    /// <exception cref="RemoteException">One of the calls threw; all others have ended as well.</exception>
    /// <exception cref="WorkerLostException">A worker died over its items.</exception>
    public TResult[] Map<T, TResult>(Func<T, TResult> function, IEnumerable<T> items, int? chunkSize = null) =>
        MapAsync(function, items, null, null, chunkSize).Get();

    /// <summary>Has a function called for each item, in the workers, and does not wait.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">One call for each; copies go to the workers.</param>
    /// <param name="callback">Called once, with all results in order, in this process, on the pool's results thread.</param>
    /// <param name="errorCallback">Called instead, once, with the first exception that came.</param>
    /// <param name="chunkSize">How many items a worker gets at once; by default a quarter of an equal share.</param>
    /// <exception cref="MultiprocessingUsageException">
    /// The pool is closed, or the function or an item cannot go to another process.
    /// </exception>
    public AsyncResult<TResult[]> MapAsync<T, TResult>(
        Func<T, TResult> function,
        IEnumerable<T> items,
        Action<TResult[]>? callback = null,
        Action<Exception>? errorCallback = null,
        int? chunkSize = null
    ) => _intake.Map(function, items, OneArgument<T>.Only, callback, errorCallback, chunkSize);

    /// <summary>Calls a function of two arguments for each item, which is a tuple of them, and waits for all results.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">The arguments of one call each; copies go to the workers.</param>
    /// <param name="chunkSize">How many items a worker gets at once; by default a quarter of an equal share.</param>
    /// <returns>The results, in the order of the items.</returns>
    /// <exception cref="RemoteException">One of the calls threw; all others have ended as well.</exception>
    /// <exception cref="WorkerLostException">A worker died over its items.</exception>
    public TResult[] StarMap<T1, T2, TResult>(
        Func<T1, T2, TResult> function,
        IEnumerable<(T1, T2)> items,
        int? chunkSize = null
    ) => StarMapAsync(function, items, null, null, chunkSize).Get();

    /// <summary>Has a function of two arguments called for each item, which is a tuple of them, and does not wait.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">The arguments of one call each; copies go to the workers.</param>
    /// <param name="callback">Called once, with all results in order, in this process, on the pool's results thread.</param>
    /// <param name="errorCallback">Called instead, once, with the first exception that came.</param>
    /// <param name="chunkSize">How many items a worker gets at once; by default a quarter of an equal share.</param>
    /// <exception cref="MultiprocessingUsageException">
    /// The pool is closed, or the function or an item cannot go to another process.
    /// </exception>
    public AsyncResult<TResult[]> StarMapAsync<T1, T2, TResult>(
        Func<T1, T2, TResult> function,
        IEnumerable<(T1, T2)> items,
        Action<TResult[]>? callback = null,
        Action<Exception>? errorCallback = null,
        int? chunkSize = null
    ) => _intake.Map(function, items, TwoArguments<T1, T2>.Only, callback, errorCallback, chunkSize);

    /// <summary>Calls a function of three arguments for each item, which is a tuple of them, and waits for all results.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">The arguments of one call each; copies go to the workers.</param>
    /// <param name="chunkSize">How many items a worker gets at once; by default a quarter of an equal share.</param>
    /// <returns>The results, in the order of the items.</returns>
    /// <exception cref="RemoteException">One of the calls threw; all others have ended as well.</exception>
    /// <exception cref="WorkerLostException">A worker died over its items.</exception>
    public TResult[] StarMap<T1, T2, T3, TResult>(
        Func<T1, T2, T3, TResult> function,
        IEnumerable<(T1, T2, T3)> items,
        int? chunkSize = null
    ) => StarMapAsync(function, items, null, null, chunkSize).Get();

    /// <summary>Has a function of three arguments called for each item, which is a tuple of them, and does not wait.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">The arguments of one call each; copies go to the workers.</param>
    /// <param name="callback">Called once, with all results in order, in this process, on the pool's results thread.</param>
    /// <param name="errorCallback">Called instead, once, with the first exception that came.</param>
    /// <param name="chunkSize">How many items a worker gets at once; by default a quarter of an equal share.</param>
    /// <exception cref="MultiprocessingUsageException">
    /// The pool is closed, or the function or an item cannot go to another process.
    /// </exception>
    public AsyncResult<TResult[]> StarMapAsync<T1, T2, T3, TResult>(
        Func<T1, T2, T3, TResult> function,
        IEnumerable<(T1, T2, T3)> items,
        Action<TResult[]>? callback = null,
        Action<Exception>? errorCallback = null,
        int? chunkSize = null
    ) => _intake.Map(function, items, ThreeArguments<T1, T2, T3>.Only, callback, errorCallback, chunkSize);

    /// <summary>
    /// Has a function called for each item, and hands the results out one by one, in the order of the items, as they come.
    /// </summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">One call for each; copies go to the workers. Read as results are taken: see <see cref="ResultIterator{T}"/>.</param>
    /// <param name="chunkSize">How many items a worker gets at once.</param>
    /// <returns>
    /// The results. What a call threw is thrown in its place, as is what the input threw, or that an item cannot travel.
    /// </returns>
    /// <exception cref="MultiprocessingUsageException">The pool is closed, or the function cannot go to another process.</exception>
    public ResultIterator<TResult> IMap<T, TResult>(
        Func<T, TResult> function,
        IEnumerable<T> items,
        int chunkSize = 1
    ) => _intake.Stream(function, items, chunkSize, isOrdered: true);

    /// <summary>The same, but the results come in whatever order the calls end.</summary>
    /// <param name="function">What to call: a static method, or a lambda that captures nothing.</param>
    /// <param name="items">One call for each; copies go to the workers. Read as results are taken: see <see cref="ResultIterator{T}"/>.</param>
    /// <param name="chunkSize">How many items a worker gets at once.</param>
    /// <returns>The results. What a call threw is thrown when it has come.</returns>
    /// <exception cref="MultiprocessingUsageException">The pool is closed, or the function cannot go to another process.</exception>
    public ResultIterator<TResult> IMapUnordered<T, TResult>(
        Func<T, TResult> function,
        IEnumerable<T> items,
        int chunkSize = 1
    ) => _intake.Stream(function, items, chunkSize, isOrdered: false);
}
