namespace ConcurrencyKatas.Control;

/// <summary>The tasks of a real pool that no worker has yet, in the parent's memory: no killed worker can harm it.</summary>
internal sealed class TaskLine
{
    private readonly object _gate = new();
    private readonly System.Collections.Generic.Queue<PoolTask> _tasks = [];
    private bool _isClosed;

    /// <summary>Adds a task at the end.</summary>
    /// <returns>Whether that is still possible; after <see cref="Close"/> it is not.</returns>
    public bool Put(PoolTask task)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }
            _tasks.Enqueue(task);
            Monitor.Pulse(_gate);
            return true;
        }
    }

    /// <summary>The next task, or <see langword="null"/> when there will be none.</summary>
    public PoolTask? Take()
    {
        lock (_gate)
        {
            while (_tasks.Count == 0 && !_isClosed)
            {
                _ = Monitor.Wait(_gate);
            }
            return _tasks.TryDequeue(out PoolTask? task) ? task : null;
        }
    }

    /// <summary>Says that no more tasks will come.</summary>
    /// <param name="drop">Whether those that wait are dropped.</param>
    public void Close(bool drop)
    {
        lock (_gate)
        {
            _isClosed = true;
            if (drop)
            {
                _tasks.Clear();
            }
            Monitor.PulseAll(_gate);
        }
    }
}
