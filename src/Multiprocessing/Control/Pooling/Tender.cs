using System.Collections.Concurrent;

namespace ConcurrencyKatas.Control;

/// <summary>The thread in the parent that looks after one worker of a pool, and replaces it when it has died.</summary>
internal sealed class Tender
{
    private readonly string _pool;
    private readonly TaskLine _line;
    private readonly BlockingCollection<PoolOutcome> _outcomes;
    private readonly Thread _thread;
    private readonly System.Threading.Lock _gate = new();
    private WorkerLink? _link;
    private bool _isStopped;

    /// <summary>Starts the worker; <see cref="Begin"/> gives it work.</summary>
    public Tender(string pool, TaskLine line, BlockingCollection<PoolOutcome> outcomes)
    {
        (_pool, _line, _outcomes) = (pool, line, outcomes);
        _link = WorkerLink.Start();
        _thread = new Thread(Tend) { IsBackground = true, Name = $"{pool}'s tender of {_link.Process.Name}" };
    }

    /// <summary>The worker, if there is one at this moment.</summary>
    public Process? Worker => _link?.Process;

    public void Begin() => _thread.Start();

    /// <summary>Ends the worker at once; its tender ends soon after.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            _isStopped = true;
            _link?.Process.Terminate();
        }
    }

    /// <summary>Waits until the worker has ended.</summary>
    public void Join()
    {
        if (_thread.ThreadState != ThreadState.Unstarted)
        {
            _thread.Join();
        }
    }

    /// <summary>Waits for the end of the worker, which comes with the end of its tasks.</summary>
    public void LetGo() => LetGo(static link => link.End());

    private void LetGo(Action<WorkerLink> end)
    {
        WorkerLink? link;
        lock (_gate)
        {
            link = _link;
        }
        if (link is not null)
        {
            end(link);
        }
        lock (_gate)
        {
            _link = null;
        }
    }

    private void Tend()
    {
        while (_line.Take() is { } task)
        {
            _outcomes.Add(Do(task));
        }
        LetGo();
    }

    private PoolOutcome Do(PoolTask task)
    {
        try
        {
            if (_link is { Process.IsAlive: false })
            {
                LetGo(); // It died while it had nothing to do; nothing is lost.
            }
            if (!Replace())
            {
                return Lost(task, $"{_pool} was terminated before a worker could begin with this task.");
            }
            if (_link!.Perform(task) is { } answer)
            {
                return Checked(PoolMessages.Read(answer), task);
            }
            Process worker = _link.Process;
            LetGo();
            return Lost(
                task,
                $"{worker.Name} (process {worker.Id}) ended with exit code {worker.ExitCode} in the middle of a task of {_pool}. "
                    + "The task has no result; other tasks are not affected, and another worker takes its place. Find out who "
                    + "killed it (−9: often the system, for want of memory), or submit the task again."
            );
        }
        catch (Exception exception)
        {
            // Nobody knows what the worker is about to say; the next task gets a new one.
            LetGo(static link => link.Break());
            return new PoolOutcome(task.Job, task.Part, null, exception);
        }
    }

    private static PoolOutcome Checked(PoolOutcome outcome, PoolTask task) =>
        (outcome.Job, outcome.Part) == (task.Job, task.Part)
            ? outcome
            : throw new WireFormatException(
                $"A worker of a pool was given part {task.Part} of job {task.Job} and answered part {outcome.Part} of job "
                    + $"{outcome.Job}: something else than the pool has written to its pipe."
            );

    private static PoolOutcome Lost(PoolTask task, string why) =>
        new(task.Job, task.Part, null, new WorkerLostException(why));

    private bool Replace()
    {
        lock (_gate)
        {
            if (!_isStopped)
            {
                _link ??= WorkerLink.Start();
            }
            return !_isStopped;
        }
    }
}
