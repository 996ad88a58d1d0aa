using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>One place for a worker in a pool, and who has it. Used by the pool's keeper alone, but for <see cref="Process"/>.</summary>
internal sealed class PoolSeat(int number)
{
    private const long None = -1;

    private int _watched = -1;

    /// <summary>Which place it is.</summary>
    public int Number => number;

    /// <summary>The worker, if there is one.</summary>
    public Process? Process { get; private set; }

    /// <summary>Becomes readable when the worker ends.</summary>
    public int Watched => _watched;

    /// <summary>The number on the board of the task that it took last.</summary>
    public long Sequence { get; set; } = None;

    /// <summary>Whether it has a task.</summary>
    public bool IsBusy => Sequence != None;

    /// <summary>Whether it has begun to work.</summary>
    public bool IsReady { get; set; }

    /// <summary>Whether it was told to end.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Why it is not believed any more; it is being killed then.</summary>
    public Exception? Distrust { get; set; }

    /// <summary>Since when it has nothing to do, by the pool's clock.</summary>
    public long IdleSince { get; set; }

    /// <summary>The worker has done what it had.</summary>
    public void Rest(long now)
    {
        Sequence = None;
        IdleSince = now;
    }

    /// <summary>Starts a worker here.</summary>
    public void Start(PoolRoom room, PoolSetup setup)
    {
        var worker = new PoolWorker(room, number, setup);
        room.RingOf(number).Reset();
        (Sequence, IsReady, IsRetired, Distrust) = (None, false, false, null);
        worker.Start();
        _watched = ProcessLife.Watch(worker.Id ?? 0, out bool isGone);
        if (_watched < 0 && !isGone)
        {
            var failure = SystemFailure.Of($"Cannot watch {worker.Name}");
            worker.Kill();
            worker.Join();
            throw failure;
        }
        Process = worker;
    }

    /// <summary>Waits for the end of the worker, and clears the place.</summary>
    /// <returns>The worker.</returns>
    public Process Leave()
    {
        Process left = Process!;
        left.Join();
        if (_watched >= 0)
        {
            ProcessLife.Close(_watched);
        }
        _watched = -1;
        Process = null;
        return left;
    }
}
