using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A fixed number of worker processes that do work for this one: calls of functions, whose results come back.
/// </summary>
/// <remarks>
/// <para>
/// A function is a static method or a lambda that captures nothing: it runs in a worker, which shares no variables with
/// you. Arguments and results are copied. <b>Callbacks run here</b>, in the process that made the pool, one after
/// the other on a thread of the pool's own, its results thread; they may use your variables, and share them with your main
/// thread. A callback that throws is printed to standard error as an uncaught exception of that thread, and the pool goes
/// on: its result and all later ones are handed out (Python's thread would end, and later results would never come).
/// </para>
/// <para>
/// For real, arguments and results may be as large as memory allows. A controlled run hands over about 220 kB at once; a
/// larger argument is refused by the call, a larger result is an error of its task.
/// </para>
/// <para>
/// Give it all its work, then <see cref="Close"/>, then <see cref="Join"/>. The end of a <c>using</c> block is the end of
/// the pool, as in Python: work that is not done then is given up. Semantics are those of Python's
/// <c>multiprocessing.Pool</c>; the differences are in docs/python-differences.md.
/// </para>
/// </remarks>
public sealed class Pool : IDisposable
{
    // The same on every machine, so that a schedule can be played again on another one.
    private const int ControlledSize = 4;

    private readonly PoolCrew _crew;
    private readonly PoolIntake _intake;

    /// <summary>Starts the workers.</summary>
    /// <param name="processes">How many; when left out as many as the machine has processors, in a controlled run four.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Pool-1</c>, <c>Pool-2</c>…</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one worker.</exception>
    /// <exception cref="MultiprocessingUsageException">This process is a daemon, so it may have no children.</exception>
    public Pool(int? processes = null, string? name = null)
    {
        Size = processes ?? (Seam.Controller is null ? Environment.ProcessorCount : ControlledSize);
        if (Size < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(processes),
                Size,
                "A pool without workers would do nothing (number of processes must be at least 1)."
            );
        }
        Name = string.IsNullOrEmpty(name) ? CurrentProcess.NextName(nameof(Pool)) : name;
        _crew = Seam.Controller is { } controller
            ? new ControlledCrew(controller, Name, Size)
            : new RealCrew(Name, Size);
        _intake = new PoolIntake(_crew, Size);
        CurrentProcess.Add(this);
    }

    /// <summary>Its name in messages and traces.</summary>
    public string Name { get; }

    /// <summary>How many workers it has.</summary>
    public int Size { get; }

    internal IReadOnlyList<Process> Workers => _crew.Workers;

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
    ) => _intake.Call(function, [], callback, errorCallback);

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
    ) => _intake.Call(function, [argument], callback, errorCallback);

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
    ) => _intake.Call(function, [first, second], callback, errorCallback);

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
    ) => _intake.Call(function, [first, second, third], callback, errorCallback);

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
    ) => _intake.Map(function, items, callback, errorCallback, chunkSize);

    /// <summary>No more work will come: the workers end when all that was given is done. Closing again does nothing.</summary>
    public void Close()
    {
        if (_intake.GoTo(PoolState.Closed))
        {
            _crew.Close();
        }
    }

    /// <summary>
    /// Ends the workers at once, in the middle of what they do. Results that have not been handed out never will be, and
    /// who waits for one gets a <see cref="PoolTerminatedException"/>.
    /// </summary>
    public void Terminate()
    {
        if (_intake.GoTo(PoolState.Terminated))
        {
            _crew.Terminate();
        }
    }

    /// <summary>Waits until all workers have ended and all callbacks have run.</summary>
    /// <exception cref="MultiprocessingUsageException">
    /// Neither <see cref="Close"/> nor <see cref="Terminate"/> came first, or a callback of this pool asks.
    /// </exception>
    public void Join()
    {
        if (_intake.State == PoolState.Running)
        {
            throw PoolRules.StillRunning(Name);
        }
        PoolRules.RefuseInCallback(_crew.IsResultsThread, Name);
        _crew.Join();
        CurrentProcess.Remove(this);
    }

    /// <summary>Terminates the pool and joins it, as the end of Python's <c>with</c> block does.</summary>
    public void Dispose()
    {
        Terminate();
        if (!_crew.IsResultsThread)
        {
            Join();
        }
    }

    /// <summary><c>Pool(name: Pool-1, workers: 4, state: running)</c>.</summary>
    public override string ToString() =>
        $"Pool(name: {Name}, workers: {Size}, state: {_intake.State.ToString().ToLowerInvariant()})";
}
