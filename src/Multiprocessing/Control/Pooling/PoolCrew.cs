namespace ConcurrencyKatas.Control;

/// <summary>
/// The workers of a pool and the thread that hands their results out. Two kinds: processes of the operating system, and
/// actors of a controlled run.
/// </summary>
/// <param name="name">The pool's name.</param>
internal abstract class PoolCrew(string name)
{
    private readonly System.Threading.Lock _gate = new();
    private readonly Dictionary<int, PoolJob> _jobs = [];
    private int _lastJob;
    private bool _isTerminated;
    private Exception? _failure;

    /// <summary>The pool's name.</summary>
    public string Name => name;

    /// <summary>What the results thread is called.</summary>
    public string ThreadName => $"{name}'s results thread";

    /// <summary>Why the pool has given up, if it has.</summary>
    public Exception? Failure => Volatile.Read(ref _failure);

    /// <summary>Whether the caller is the thread that runs the callbacks.</summary>
    public abstract bool IsResultsThread { get; }

    /// <summary>The processes that work at this moment.</summary>
    public abstract IReadOnlyList<Process> Workers { get; }

    /// <summary>Makes what the waiters of one result wait on.</summary>
    public abstract Completion NewCompletion();

    /// <summary>Makes what the parts of a stream of results go to.</summary>
    public abstract Arrivals<T> NewArrivals<T>();

    /// <summary>The next job's number.</summary>
    public int NextJob() => Interlocked.Increment(ref _lastJob);

    /// <summary>Takes a job whose tasks are about to be put.</summary>
    public void Register(int number, PoolJob job)
    {
        lock (_gate)
        {
            _jobs.Add(number, job);
        }
    }

    /// <summary>Gives the workers a job, whole.</summary>
    public void Submit(int number, PoolJob job, IEnumerable<PoolTask> tasks)
    {
        Register(number, job);
        if (!PutAll(tasks))
        {
            // Another thread has closed the pool since the caller looked, or it has failed since.
            _ = Forget(number);
            throw (Exception?)Refusal() ?? PoolRules.NotRunning(name, "closed");
        }
    }

    /// <summary>The refusal of work because the pool has given up; <see langword="null"/> when it has not.</summary>
    public BrokenPoolException? Refusal() =>
        Failure is { } failure ? new BrokenPoolException(failure.Message, failure.InnerException) : null;

    /// <summary>No more tasks will come: workers end when there are none left.</summary>
    public abstract void Close();

    /// <summary>Gives up every task. Results that have not come will not come.</summary>
    public void Terminate()
    {
        KeyValuePair<int, PoolJob>[] jobs;
        lock (_gate)
        {
            _isTerminated = true;
            jobs = [.. _jobs];
            _jobs.Clear();
        }
        GiveUp();
        foreach (KeyValuePair<int, PoolJob> job in jobs.OrderBy(static job => job.Key))
        {
            job.Value.Abandon(
                new PoolTerminatedException(
                    $"{name} was terminated before this work was done. Close() and Join() it if you need all results."
                )
            );
        }
    }

    /// <summary>Waits until all workers and the results thread have ended.</summary>
    public abstract void Join();

    /// <summary>Hands tasks to whichever workers are free first.</summary>
    /// <returns>Whether that is still possible; after Close it is not.</returns>
    public abstract bool PutAll(IEnumerable<PoolTask> tasks);

    /// <summary>A job is over that nobody is going to deliver to.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Forget(int number)
    {
        lock (_gate)
        {
            return _jobs.Remove(number);
        }
    }

    /// <summary>Drops the tasks that nobody has begun, and stops the workers.</summary>
    protected abstract void GiveUp();

    /// <summary>From now on work is refused.</summary>
    protected void Fail(Exception failure) => _ = Interlocked.CompareExchange(ref _failure, failure, null);

    /// <summary>
    /// What the results thread does with each outcome. Nothing of the student's can end the thread: values that cannot be made
    /// here and callbacks that throw are told, and later results come all the same.
    /// </summary>
    protected void Deliver(PoolOutcome outcome)
    {
        if (outcome.Job == PoolMessages.NoJob)
        {
            BreakAll();
        }
        else if (Find(outcome.Job) is { } job && IsComplete(job, outcome))
        {
            Complete(outcome.Job, job);
        }
    }

    private bool IsComplete(PoolJob job, PoolOutcome outcome)
    {
        try
        {
            // Not under the gate: to make the values may run the student's code, which may take its time and give us work.
            return job.Deliver(outcome) && Find(outcome.Job) is not null;
        }
        catch (Exception exception) when (exception is not ModelMismatchException)
        {
            if (Forget(outcome.Job))
            {
                job.Abandon(exception);
            }
            return false;
        }
    }

    private void Complete(int number, PoolJob job)
    {
        CallBack(job);
        if (Forget(number))
        {
            job.Finish();
        }
    }

    private void BreakAll()
    {
        KeyValuePair<int, PoolJob>[] jobs;
        lock (_gate)
        {
            jobs = _isTerminated ? [] : [.. _jobs.OrderBy(static job => job.Key)];
        }
        foreach ((int number, PoolJob job) in jobs)
        {
            job.Break(Failure!);
            Complete(number, job);
        }
    }

    private void CallBack(PoolJob job)
    {
        try
        {
            job.CallBack();
        }
        catch (Exception exception) when (exception is not ModelMismatchException)
        {
            UncaughtException.Print(
                $"Exception in thread {ThreadName}, from a callback; its result and the later ones are handed out all the same:",
                exception,
                job.CallbackCode
            );
        }
    }

    private PoolJob? Find(int number)
    {
        lock (_gate)
        {
            return _isTerminated ? null : _jobs.GetValueOrDefault(number);
        }
    }
}
