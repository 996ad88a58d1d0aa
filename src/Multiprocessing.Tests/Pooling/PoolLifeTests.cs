namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>The life of a pool and of its workers.</summary>
public sealed class PoolLifeTests
{
    [SlowFact]
    public void Work_is_done_by_as_many_daemons_as_were_asked_for_again_and_again()
    {
        using var pool = new Pool(2);
        var workers = pool.Map(PoolWork.Who, Enumerable.Range(0, 50), chunkSize: 1).Distinct().ToList();
        Assert.InRange(workers.Count, 1, 2);
        Assert.All(workers, worker => Assert.True(worker.IsDaemon));
        Assert.All(workers, worker => Assert.StartsWith("PoolWorker-", worker.Name));
        Assert.Equal(2, pool.Size);
        Assert.Equal(2, pool.Workers.Count);
    }

    [SlowTheory] // _TestPool.test_make_pool
    [InlineData(0)]
    [InlineData(-1)]
    public void A_pool_without_workers_is_refused(int processes)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new Pool(processes));
        Assert.Contains("at least 1", thrown.Message);
    }

    [SlowFact]
    public void After_Close_and_Join_all_work_is_done_and_no_worker_is_left()
    {
        using var pool = new Pool(2);
        AsyncResult<int>[] results = [.. Enumerable.Range(0, 10).Select(n => pool.ApplyAsync(PoolWork.Square, n))];
        int[] watched = [.. pool.Workers.Select(worker => Watchdog.Watch(worker.Id!.Value))];
        pool.Close();
        pool.Close();
        pool.Join();
        pool.Join();
        Assert.All(results, result => Assert.True(result.Ready));
        Assert.All(watched, worker => Assert.True(Watchdog.HasEnded(worker, TimeSpan.Zero)));
        Assert.Empty(pool.Workers);
    }

    [SlowFact]
    public void Work_after_Close_is_refused_with_Pythons_words_and_the_right_order()
    {
        using var pool = new Pool(1, "fetchers");
        pool.Close();
        var thrown = Assert.Throws<MultiprocessingUsageException>(() => pool.ApplyAsync(PoolWork.Square, 1));
        Assert.Contains("fetchers was given work after it was closed (pool not running)", thrown.Message);
        Assert.Throws<MultiprocessingUsageException>(() => pool.Map(PoolWork.Square, [1]));
        pool.Terminate();
        Assert.Throws<MultiprocessingUsageException>(() => pool.Apply(PoolWork.Square, 1));
    }

    [SlowFact]
    public void Join_before_Close_is_refused_because_it_would_never_return()
    {
        using var pool = new Pool(1);
        var thrown = Assert.Throws<MultiprocessingUsageException>(pool.Join);
        Assert.Contains("pool is still running", thrown.Message);
        Assert.Contains("Call Close() first", thrown.Message);
        Assert.Equal(4, pool.Apply(PoolWork.Square, 2));
    }

    [SlowFact] // _TestPool.test_terminate, test_context
    public void Terminate_ends_everything_at_once_and_tells_those_who_wait()
    {
        var pool = new Pool(2);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        bool called = false;
        AsyncResult<int>[] results =
        [
            .. Enumerable
                .Range(0, 1000)
                .Select(_ => pool.ApplyAsync(PoolWork.Wait, running, mayGo, _ => called = true)),
        ];
        running.AcquireWatched();
        int[] watched = [.. pool.Workers.Select(worker => Watchdog.Watch(worker.Id!.Value))];
        pool.Dispose();
        pool.Dispose();
        Assert.All(watched, worker => Assert.True(Watchdog.HasEnded(worker, TimeSpan.Zero)));
        Assert.All(results, result => Assert.Throws<PoolTerminatedException>(() => result.Get()));
        Assert.False(called);
    }

    [SlowTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_worker_that_ends_in_the_middle_of_a_task_costs_that_task_only(bool killed)
    {
        using var pool = new Pool(1);
        Exception? told = null;
        AsyncResult<int> lost = killed
            ? pool.ApplyAsync(PoolWork.Kill, 0, null, e => told = e)
            : pool.ApplyAsync(PoolWork.Exit, 3, null, e => told = e);
        AsyncResult<int> next = pool.ApplyAsync(PoolWork.Square, 3);
        var thrown = Assert.Throws<WorkerLostException>(() => lost.Get(Watchdog.Limit));
        Assert.Contains(killed ? "exit code -9" : "exit code 3", thrown.Message);
        Assert.Same(thrown, told);
        Assert.Equal(9, next.Get(Watchdog.Limit));
    }

    [SlowFact] // python/cpython#96062
    public void Workers_that_are_killed_while_they_have_nothing_to_do_cost_nothing()
    {
        using var pool = new Pool(2);
        _ = pool.Map(PoolWork.Square, [1, 2, 3]);
        foreach (Process worker in pool.Workers)
        {
            worker.Kill();
            worker.JoinWatched();
        }
        Assert.Equal([1, 4, 9, 16], pool.Map(PoolWork.Square, [1, 2, 3, 4], chunkSize: 1));
    }

    [SlowFact]
    public void A_function_that_captures_is_refused_with_the_variables_name()
    {
        using var pool = new Pool(1);
        int outside = 3;
        var thrown = Assert.Throws<MultiprocessingUsageException>(() => pool.Apply(n => n + outside, 1));
        Assert.Contains("`outside`", thrown.Message);
        Assert.Contains("pool.ApplyAsync(static", thrown.Message);
    }

    [SlowFact] // _TestPool.test_map_unplicklable
    public void An_argument_that_cannot_travel_is_refused_by_the_call_and_named()
    {
        using var pool = new Pool(1);
        var thrown = Assert.Throws<MultiprocessingUsageException>(() =>
            pool.ApplyAsync(static (Stream file) => file.Length, Stream.Null)
        );
        Assert.Contains("`file`", thrown.Message);
        Assert.Equal(4, pool.Apply(PoolWork.Square, 2));
    }

    [SlowFact]
    public void An_async_function_is_refused()
    {
        using var pool = new Pool(1);
        var thrown = Record.Exception(() => pool.ApplyAsync(static () => Task.FromResult(1)));
        Assert.Contains("returns a Task", Assert.IsType<MultiprocessingUsageException>(thrown).Message);
    }

    [SlowFact]
    public void A_pool_cannot_be_passed_to_another_process()
    {
        using var pool = new Pool(1);
        Assert.Throws<MultiprocessingUsageException>(() => pool.Apply(static other => other.Size, pool));
    }

    [SlowFact]
    public void A_pool_that_nobody_joined_does_not_outlive_its_process()
    {
        var running = new Semaphore(0);
        using var child = new Process(LeaveAPoolBehind, running);
        Assert.Equal(0, child.RunToEnd());
        running.AcquireWatched();
    }

    [SlowFact]
    public void No_descriptor_is_left_of_a_pool()
    {
        UsePools();
        string[] before = OpenDescriptors.Now();
        UsePools();
        UsePools();
        Assert.Equal(before, OpenDescriptors.Now());
    }

    [SlowFact]
    public void It_says_what_it_is_and_how_it_stands()
    {
        using var pool = new Pool(1, "fetchers");
        Assert.Equal("Pool(name: fetchers, workers: 1, state: running)", pool.ToString());
        pool.Close();
        Assert.Equal("Pool(name: fetchers, workers: 1, state: closed)", pool.ToString());
    }

    private static void UsePools()
    {
        using var terminated = new Pool(2);
        using var closed = new ElasticPool(0, 2);
        Assert.Throws<WorkerLostException>(() => terminated.Apply(PoolWork.Kill, 0));
        Assert.Equal([1, 4, 9], closed.Map(PoolWork.Square, [1, 2, 3], 1));
        closed.Close();
        closed.Join();
    }

    private static void LeaveAPoolBehind(Semaphore running)
    {
        var pool = new Pool(2);
        _ = pool.ApplyAsync(PoolWork.Wait, running, new Semaphore(0));
        running.AcquireWatched();
        running.Release();
    }
}
