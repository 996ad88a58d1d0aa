using System.Reflection;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Where work comes into a pool: refuses what comes too late, what cannot travel and what is too large, and cuts the rest
/// into tasks.
/// </summary>
internal sealed class PoolIntake(PoolCrew crew, int workers)
{
    private readonly System.Threading.Lock _gate = new();
    private PoolState _state = PoolState.Running;

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
    public AsyncResult<T> Call<T>(
        Delegate function,
        object?[] arguments,
        Action<T>? callback,
        Action<Exception>? errorCallback
    )
    {
        ThrowUnlessRunning();
        MethodInfo method = PoolRules.Check(function);
        int number = crew.NextJob();
        PoolTask task = Encode(number, 0, method, [arguments]);
        var result = new AsyncResult<T>(crew.NewCompletion());
        crew.Submit(number, new ApplyJob<T>(result, callback, errorCallback), [task]);
        return result;
    }

    /// <summary>Takes a call for each item.</summary>
    public AsyncResult<TResult[]> Map<T, TResult>(
        Func<T, TResult> function,
        IEnumerable<T> items,
        Action<TResult[]>? callback,
        Action<Exception>? errorCallback,
        int? chunkSize
    )
    {
        ThrowUnlessRunning();
        MethodInfo method = PoolRules.Check(function);
        ArgumentNullException.ThrowIfNull(items);
        object?[][] calls = [.. items.Select(static item => new object?[] { item })];
        int chunk = chunkSize ?? Math.Max(1, (calls.Length + (4 * workers) - 1) / (4 * workers));
        ArgumentOutOfRangeException.ThrowIfLessThan(chunk, 1, nameof(chunkSize));
        int number = crew.NextJob();
        List<PoolTask> tasks = [];
        for (int from = 0; from < calls.Length; from += chunk)
        {
            tasks.Add(Encode(number, tasks.Count, method, calls.AsSpan(from, Math.Min(chunk, calls.Length - from))));
        }
        var result = new AsyncResult<TResult[]>(crew.NewCompletion());
        if (calls.Length == 0)
        {
            result.Succeed([]); // No worker has to be asked, and no callback is called, as in Python.
            return result;
        }
        crew.Submit(number, new MapJob<TResult>(calls.Length, chunk, result, callback, errorCallback), tasks);
        return result;
    }

    private static PoolTask Encode(int job, int part, MethodInfo method, ReadOnlySpan<object?[]> calls)
    {
        WireWriter writer = PoolMessages.Task(job, part, method, calls);
        byte[] message = writer.ToArray();
        if (Seam.Controller is not { } controller)
        {
            return new PoolTask(job, part, message, ChildRequest.PathsOf(writer.Assemblies));
        }
        return message.Length <= controller.PayloadLimit
            ? new PoolTask(job, part, message, [])
            : throw PoolRules.TaskTooLarge(method, calls.Length, message.Length, controller.PayloadLimit);
    }

    private void ThrowUnlessRunning()
    {
        if (State is not PoolState.Running and var state)
        {
            throw PoolRules.NotRunning(crew.Name, state == PoolState.Closed ? "closed" : "terminated");
        }
    }
}
