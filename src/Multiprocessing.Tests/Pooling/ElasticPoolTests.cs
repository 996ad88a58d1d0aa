using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A pool that has as many workers as its work needs. Time passes only where a test says so.</summary>
public sealed class ElasticPoolTests
{
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(10);

    private readonly ManualClock _clock = new();
    private readonly Semaphore _running = new(0);
    private readonly Semaphore _mayGo = new(0);

    [SlowFact]
    public void It_begins_with_its_minimum_and_one_worker_is_enough_for_calls_one_after_the_other()
    {
        using var pool = new ElasticPool(1, 3, s_idle, clock: _clock);
        Assert.Equal((1, 1, 3), (pool.Size, pool.Minimum, pool.Maximum));
        int[] workers = [.. Enumerable.Range(0, 20).Select(n => pool.Apply(PoolWork.Who, n).Process)];
        Assert.Single(workers.Distinct());
        Assert.Equal(1, pool.Size);
    }

    [SlowFact]
    public void While_tasks_wait_it_grows_to_its_maximum_and_not_beyond()
    {
        using var pool = new ElasticPool(1, 3, s_idle, clock: _clock);
        AsyncResult<int>[] results = Busy(pool, 5);
        Assert.Equal(3, pool.Size);
        Assert.False(_running.TryAcquire()); // Two of the five wait for a worker.
        Finish(results);
    }

    [SlowFact]
    public void A_minimum_of_none_starts_workers_when_work_comes()
    {
        using var pool = new ElasticPool(0, 2, s_idle, clock: _clock);
        Assert.Equal(0, pool.Size);
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3));
        Assert.Equal(1, pool.Size);
    }

    [SlowFact]
    public void Who_has_been_idle_for_long_is_let_go_down_to_the_minimum()
    {
        using var pool = new ElasticPool(1, 3, s_idle, clock: _clock);
        Finish(Busy(pool, 3));
        int[] watched = [.. pool.Workers.Select(static worker => Watchdog.Watch(worker.Id!.Value))];
        Assert.Equal(3, watched.Length);
        _clock.Advance(s_idle - TimeSpan.FromTicks(1));
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3)); // After it the pool has looked at the time.
        Assert.Equal(3, pool.Size);
        _clock.Advance(TimeSpan.FromTicks(1));
        AwaitEnds(watched, 2);
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3));
        Assert.Equal(1, pool.Size);
    }

    [SlowFact]
    public void After_it_has_shrunk_it_grows_again()
    {
        using var pool = new ElasticPool(0, 2, s_idle, clock: _clock);
        for (int round = 0; round < 2; round++)
        {
            Finish(Busy(pool, 2));
            int[] watched = [.. pool.Workers.Select(static worker => Watchdog.Watch(worker.Id!.Value))];
            _clock.Advance(s_idle);
            AwaitEnds(watched, 2);
        }
    }

    [SlowFact]
    public void A_busy_worker_is_never_let_go()
    {
        using var pool = new ElasticPool(0, 2, s_idle, clock: _clock);
        AsyncResult<int>[] results = Busy(pool, 2);
        _clock.Advance(s_idle * 3);
        Finish(results);
        Assert.All(results, static result => Assert.True(result.Successful));
    }

    [SlowFact]
    public void A_killed_worker_costs_its_task_only_and_is_replaced_when_work_needs_it()
    {
        using var pool = new ElasticPool(0, 2, s_idle, clock: _clock);
        AsyncResult<int> lost = pool.ApplyAsync(PoolWork.RunUntilKilled, _running);
        _running.AcquireWatched();
        Assert.Single(pool.Workers).Kill();
        Assert.Throws<WorkerLostException>(() => lost.Get(Watchdog.Limit));
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3));
    }

    [SlowFact]
    public void It_does_what_a_pool_does()
    {
        using var pool = new ElasticPool(1, 2, s_idle, "crowd", PoolWork.SetOwn, [7], _clock);
        Assert.Equal([7, 7, 7], pool.Map(PoolWork.GetOwn, [1, 2, 3], 1));
        Assert.Equal([1, 4], pool.IMap(PoolWork.Square, [1, 2]));
        Assert.Equal([3], pool.StarMap(PoolWork.Add, [(1, 2)]));
        Assert.StartsWith("ElasticPool(name: crowd, workers: ", pool.ToString());
        pool.Close();
        pool.Join();
        Assert.Empty(pool.Workers);
    }

    [SlowFact]
    public void Numbers_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticPool(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticPool(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticPool(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElasticPool(1, 2, TimeSpan.FromSeconds(-1)));
    }

    [SlowFact]
    public void In_a_controlled_run_it_has_its_maximum_from_the_beginning()
    {
        int actor = 0;
        using var controller = new FakeController(o => new Decision(
            Outcome.Go,
            o.Kind == OperationKind.Start ? ++actor : 0
        ));
        var pool = new ElasticPool(1, 3);
        Assert.Equal(3, pool.Size);
        Assert.Equal(4, controller.Arrived.Count(static operation => operation.Kind == OperationKind.Start));
        CurrentProcess.BeginMain();
    }

    private AsyncResult<int>[] Busy(ElasticPool pool, int calls)
    {
        AsyncResult<int>[] results =
        [
            .. Enumerable.Range(0, calls).Select(_ => pool.ApplyAsync(PoolWork.Wait, _running, _mayGo)),
        ];
        for (int call = 0; call < Math.Min(calls, pool.Maximum); call++)
        {
            _running.AcquireWatched();
        }
        return results;
    }

    private void Finish(AsyncResult<int>[] results)
    {
        foreach (AsyncResult<int> _ in results)
        {
            _mayGo.Release();
        }
        Assert.All(results, static result => Assert.True(result.Wait(Watchdog.Limit)));
        while (_running.TryAcquire()) { }
    }

    private static void AwaitEnds(int[] watched, int count)
    {
        List<int> left = [.. watched];
        for (int ended = 0; ended < count; ended++)
        {
            bool[] ready = Readiness.Wait([.. left], Watchdog.Limit.Ticks);
            Assert.Contains(true, ready);
            left.RemoveAt(Array.IndexOf(ready, true));
        }
        Array.ForEach(watched, Platform.ProcessLife.Close);
    }
}
