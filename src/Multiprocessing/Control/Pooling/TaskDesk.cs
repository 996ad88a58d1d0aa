namespace ConcurrencyKatas.Control;

/// <summary>
/// The tasks of a real pool that have no outcome: those that wait in this process, and those that were posted on the board.
/// Used under the crew's lock.
/// </summary>
internal sealed class TaskDesk(TaskBoard board)
{
    private readonly System.Collections.Generic.Queue<PoolTask> _backlog = [];
    private readonly Dictionary<long, PoolTask> _posted = [];

    /// <summary>How many no worker has claimed.</summary>
    public int Waiting => board.Waiting + _backlog.Count;

    /// <summary>Whether all of them have been posted.</summary>
    public bool IsPosted => _backlog.Count == 0;

    /// <summary>Whether more can be posted than could be before. May be asked without the lock.</summary>
    public bool HasRoom => _backlog.Count > 0 && board.CanReclaim;

    /// <summary>Takes tasks in, and posts as many as there is room for.</summary>
    public void Add(ReadOnlySpan<PoolTask> tasks)
    {
        foreach (PoolTask task in tasks)
        {
            _backlog.Enqueue(task);
        }
        Post();
    }

    /// <summary>Posts as many tasks as there is room for.</summary>
    public void Post()
    {
        int posted = 0;
        while (_backlog.TryPeek(out PoolTask? task) && board.TryPost(task, out long sequence))
        {
            _posted.Add(sequence, _backlog.Dequeue());
            posted++;
        }
        board.HasMore = _backlog.Count > 0;
        if (posted > 0)
        {
            board.Wake(posted);
        }
    }

    /// <summary>Learns who has taken what, and makes room.</summary>
    public void Reclaim(IReadOnlyList<PoolSeat> seats)
    {
        while (board.TryReclaim(out long sequence, out int worker))
        {
            if (_posted.ContainsKey(sequence) && worker < seats.Count)
            {
                seats[worker].Sequence = sequence;
            }
        }
    }

    /// <summary>A worker has answered a task.</summary>
    /// <exception cref="WireFormatException">It is no answer to a task that somebody has.</exception>
    public void Finish(string worker, long sequence, PoolOutcome outcome)
    {
        if (!_posted.TryGetValue(sequence, out PoolTask? task) || (task.Job, task.Part) != (outcome.Job, outcome.Part))
        {
            throw new WireFormatException(
                $"{worker} answered part {outcome.Part} of job {outcome.Job}, which it was not given: something else than the "
                    + "pool's own code has written into the memory that they share."
            );
        }
        _ = _posted.Remove(sequence);
    }

    /// <summary>A worker has ended, and all that it told has been read.</summary>
    /// <returns>The task that it had begun, if there was one.</returns>
    public PoolTask? Bury(PoolSeat seat)
    {
        if (board.TakeBack(seat.Number) is >= 0 and var claimed && _posted.Remove(claimed, out PoolTask? untouched))
        {
            _backlog.Enqueue(untouched); // It died before it knew what it had: nothing was begun.
        }
        // Its task may not have been reclaimed yet, behind one that somebody is just taking.
        long last = Math.Max(seat.Sequence, board.LastTakenBy(seat.Number));
        return _posted.Remove(last, out PoolTask? task) ? task : null;
    }

    /// <summary>Drops everything that was not posted.</summary>
    public void Clear() => _backlog.Clear();
}
