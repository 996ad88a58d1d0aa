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
                _ = Forget(number);
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

    /// <summary>
    /// What the results thread does with each outcome. Nothing of the student's can end the thread: values that cannot be made
    /// here and callbacks that throw are told, and later results come all the same.
    /// </summary>
    protected void Deliver(PoolOutcome outcome)
    {
        if (Find(outcome.Job) is not { } job)
        {
            return;
        }
        try
        {
            // Not under the gate: to make the values may run the student's code, which may take its time and give us work.
            if (!job.Deliver(outcome) || Find(outcome.Job) is null)
            {
                return;
            }
        }
        catch (Exception exception) when (exception is not ModelMismatchException)
        {
            if (Forget(outcome.Job))
            {
                job.Abandon(exception);
            }
            return;
        }
        CallBack(job);
        if (Forget(outcome.Job))
        {
            job.Finish();
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

    private bool Forget(int number)
    {
        lock (_gate)
        {
            return _jobs.Remove(number);
        }
    }
}
