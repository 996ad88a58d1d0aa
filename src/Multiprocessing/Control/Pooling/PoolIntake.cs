using System.Collections.Concurrent;
using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Where work comes into a pool: refuses what comes too late, what cannot travel and what is too large, and cuts the rest
/// into tasks.
/// </summary>
/// <param name="crew">Who does it.</param>
/// <param name="workers">How many they are at most.</param>
internal sealed class PoolIntake(PoolCrew crew, int workers)
{
    // How many parts of a stream may be submitted that nobody has taken: enough that no worker waits for the taker.
    private const int Ahead = 64;
    private const int ChunksPerWorker = 4;

    private readonly System.Threading.Lock _gate = new();
    private readonly ConcurrentDictionary<MethodInfo, PoolFunction> _functions = new();
    private readonly HashSet<IStreamFeed> _feeds = [];
    private PoolState _state = PoolState.Running;
    private bool _isCrewClosed;

    /// <summary>Whether it takes work.</summary>
    public PoolState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Takes no more work. What streams have not read of their inputs is read first.</summary>
    public void Close()
    {
        if (GoTo(PoolState.Closed))
        {
            IStreamFeed[] feeds;
            lock (_gate)
            {
                feeds = [.. _feeds];
            }
            Array.ForEach(feeds, static feed => feed.FeedAll());
            CloseCrew();
        }
    }

    /// <summary>Goes on to a later state.</summary>
    /// <returns>Whether that is news: a state is never gone back from.</returns>
    public bool GoTo(PoolState state)
    {
        lock (_gate)
        {
            bool isNews = state > _state;
            _state = isNews ? state : _state;
            return isNews;
        }
    }

    /// <summary>Takes a single call.</summary>
    public AsyncResult<TResult> Call<T, TResult>(
        Delegate function,
        T call,
        ArgumentList<T> arguments,
        Action<TResult>? callback,
        Action<Exception>? errorCallback
    )
    {
        PoolFunction known = Accept(function);
        int number = crew.NextJob();
        PoolTask task = Encode(number, 0, known, [call], arguments);
        var result = new AsyncResult<TResult>(crew.NewCompletion());
        crew.Submit(number, new ApplyJob<TResult>(result, callback, errorCallback), [task]);
        return result;
    }

    /// <summary>Takes a call for each item.</summary>
    public AsyncResult<TResult[]> Map<T, TResult>(
        Delegate function,
        IEnumerable<T> items,
        ArgumentList<T> arguments,
        Action<TResult[]>? callback,
        Action<Exception>? errorCallback,
        int? chunkSize
    )
    {
        PoolFunction known = Accept(function);
        ArgumentNullException.ThrowIfNull(items);
        T[] calls = [.. items];
        int parts = ChunksPerWorker * workers;
        int chunk = chunkSize ?? Math.Max(1, (calls.Length + parts - 1) / parts);
        RefuseChunk(chunk, nameof(chunkSize));
        var result = new AsyncResult<TResult[]>(crew.NewCompletion());
        if (calls.Length == 0)
        {
            result.Succeed([]); // No worker has to be asked, and no callback is called, as in Python.
            return result;
        }
        int number = crew.NextJob();
        IEnumerable<PoolTask> tasks = Cut(number, known, calls, chunk, arguments);
        if (!arguments.ArePlain || Seam.Controller is not null)
        {
            tasks = [.. tasks]; // One that cannot go is refused before anything is done.
        }
        crew.Submit(number, new MapJob<TResult>(calls.Length, chunk, result, callback, errorCallback), tasks);
        return result;
    }

    /// <summary>Takes a call for each item, and hands the results out one by one.</summary>
    public ResultIterator<TResult> Stream<T, TResult>(
        Func<T, TResult> function,
        IEnumerable<T> items,
        int chunkSize,
        bool isOrdered
    )
    {
        PoolFunction known = Accept(function);
        ArgumentNullException.ThrowIfNull(items);
        RefuseChunk(chunkSize, nameof(chunkSize));
        int number = crew.NextJob();
        Arrivals<TResult> arrivals = crew.NewArrivals<TResult>();
        var job = new StreamJob<TResult>(arrivals, isOrdered);
        var feed = new StreamFeed<T>(
            items.GetEnumerator(),
            chunkSize,
            Math.Max(Ahead, ChunksPerWorker * workers),
            (part, calls) =>
            {
                PoolTask task = Encode(number, part, known, calls, OneArgument<T>.Only);
                job.Announce(part, calls.Length);
                return crew.PutAll([task]);
            },
            (ended, parts, isWaitedFor) =>
            {
                if (job.End(parts))
                {
                    _ = crew.Forget(number);
                }
                if (isWaitedFor)
                {
                    arrivals.Wake();
                }
                Leave(ended);
            }
        );
        crew.Register(number, job);
        lock (_gate)
        {
            _ = _feeds.Add(feed);
        }
        feed.Feed(0);
        return new ResultIterator<TResult>(feed, arrivals);
    }

    private static void RefuseChunk(int size, string parameter)
    {
        if (size < 1)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                size,
                $"A chunk has at least one item (chunksize must be 1+, not {size})."
            );
        }
    }

    private static IEnumerable<PoolTask> Cut<T>(
        int job,
        PoolFunction function,
        T[] calls,
        int chunk,
        ArgumentList<T> arguments
    )
    {
        for (int from = 0, part = 0; from < calls.Length; from += chunk, part++)
        {
            var some = new ReadOnlySpan<T>(calls, from, Math.Min(chunk, calls.Length - from));
            yield return Encode(job, part, function, some, arguments);
        }
    }

    private static PoolTask Encode<T>(
        int job,
        int part,
        PoolFunction function,
        ReadOnlySpan<T> calls,
        ArgumentList<T> arguments
    )
    {
        PoolTask task = PoolMessages.Task(job, part, function, calls, arguments);
        return Seam.Controller is not { } controller || task.Message.Length <= controller.PayloadLimit
            ? task
            : throw PoolRules.TaskTooLarge(function.Method, calls.Length, task.Message.Length, controller.PayloadLimit);
    }

    private PoolFunction Accept(Delegate function)
    {
        if (State is not PoolState.Running and var state)
        {
            throw PoolRules.NotRunning(crew.Name, state == PoolState.Closed ? "closed" : "terminated");
        }
        if (crew.Refusal() is { } refusal)
        {
            throw refusal;
        }
        ArgumentNullException.ThrowIfNull(function);
        // A method that was in order is in order; a delegate may add something to it.
        bool addsNothing = function.HasSingleTarget && (function.Target is null || !function.Method.IsStatic);
        return addsNothing && _functions.TryGetValue(function.Method, out PoolFunction? known)
            ? known
            : _functions.GetOrAdd(
                PoolRules.Check(function),
                static method => new PoolFunction(method, tellsPlaces: Seam.Controller is null)
            );
    }

    private void Leave(IStreamFeed feed)
    {
        lock (_gate)
        {
            _ = _feeds.Remove(feed);
        }
        CloseCrew();
    }

    // When nothing more can come: it is closed, and all inputs have been read.
    private void CloseCrew()
    {
        lock (_gate)
        {
            if (_state != PoolState.Closed || _feeds.Count > 0 || _isCrewClosed)
            {
                return;
            }
            _isCrewClosed = true;
        }
        crew.Close();
    }
}
