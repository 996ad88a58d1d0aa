namespace ConcurrencyKatas.Control;

/// <summary>
/// The workers of a pool and the thread that hands their results out. Two kinds: processes of the operating system, and
/// actors of a controlled run.
/// </summary>
/// <param name="name">The pool's name.</param>
internal abstract class PoolCrew(string name)
{
    private readonly System.Threading.Lock _gate = new();
    private readonly SortedDictionary<int, PoolJob> _jobs = [];
    private int _lastJob;
    private bool _isTerminated;

    /// <summary>The pool's name.</summary>
    public string Name => name;

    /// <summary>What the results thread is called.</summary>
    public string ThreadName => $"{name}'s results thread";

    /// <summary>Whether the caller is the thread that runs the callbacks.</summary>
    public abstract bool IsResultsThread { get; }

    /// <summary>The processes that work at this moment.</summary>
    public abstract IReadOnlyList<Process> Workers { get; }

    /// <summary>Makes what the waiters of one result wait on.</summary>
    public abstract Completion NewCompletion();

    /// <summary>The next job's number.</summary>
    public int NextJob() => Interlocked.Increment(ref _lastJob);

    /// <summary>Gives the workers a job, whole.</summary>
    public void Submit(int number, PoolJob job, IEnumerable<PoolTask> tasks)
    {
        lock (_gate)
        {
            _jobs.Add(number, job);
        }
        foreach (PoolTask task in tasks)
        {
            if (!Put(task))
            {
                // Another thread has closed the pool since the caller looked.
                lock (_gate)
                {
                    _ = _jobs.Remove(number);
                }
                throw PoolRules.NotRunning(name, "closed");
            }
        }
    }

    /// <summary>No more tasks will come: workers end when there are none left.</summary>
    public abstract void Close();

    /// <summary>Gives up every task. Results that have not come will not come.</summary>
    public void Terminate()
    {
        PoolJob[] jobs;
        lock (_gate)
        {
            _isTerminated = true;
            jobs = [.. _jobs.Values];
            _jobs.Clear();
        }
        GiveUp();
        foreach (PoolJob job in jobs)
        {
            job.Abandon(
                new PoolTerminatedException(
                    $"{name} was terminated before this work was done. Close() and Join() it if you need all results."
                )
            );
        }
    }

    /// <summary>Waits until all workers and the results thread have ended.</summary>
    public abstract void Join();

    /// <summary>Hands a task to whichever worker is free first.</summary>
    /// <returns>Whether that is still possible; after Close it is not.</returns>
    protected abstract bool Put(PoolTask task);

    /// <summary>Drops the tasks that nobody has begun, and stops the workers.</summary>
    protected abstract void GiveUp();

    /// <summary>What the results thread does with each outcome.</summary>
    protected void Deliver(PoolOutcome outcome)
    {
        PoolJob? job;
        lock (_gate)
        {
            if (_isTerminated || !_jobs.TryGetValue(outcome.Job, out job) || !job.Deliver(outcome))
            {
                return;
            }
        }
        try
        {
            job.CallBack();
        }
        catch (Exception exception) when (exception is not ModelMismatchException)
        {
            // One callback that fails must not keep all later results from their own.
            ControlledConsole
                .Error()
                .Write(
                    $"A callback of {name} threw; its result and the later ones are handed out all the same:"
                        + $"{Environment.NewLine}{exception}{Environment.NewLine}"
                );
        }
        bool isMine;
        lock (_gate)
        {
            isMine = _jobs.Remove(outcome.Job);
        }
        if (isMine)
        {
            job.Finish();
        }
    }
}
