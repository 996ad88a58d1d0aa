namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What becomes of workers: how they begin, when they are replaced, what it costs when they are killed.</summary>
public sealed class PoolWorkerTests
{
    [SlowFact] // TestInitializers.test_pool_initializer
    public void Each_worker_calls_the_initializer_before_its_first_task()
    {
        using var pool = new Pool(2, initializer: PoolWork.SetOwn, arguments: [42]);
        Assert.All(pool.Map(PoolWork.GetOwn, Enumerable.Range(0, 20), 1), static own => Assert.Equal(42, own));
    }

    [SlowFact]
    public void What_an_initializer_is_given_stays_shared()
    {
        var units = new Semaphore(2);
        using var pool = new Pool(2, initializer: PoolWork.TakeOne, arguments: [units]);
        pool.Close();
        pool.Join();
        Assert.False(units.TryAcquire());
    }

    [SlowFact] // Python's pool would start workers for ever
    public void An_initializer_that_throws_ends_the_pool_and_says_what_it_threw()
    {
        using var pool = new Pool(2, "fetchers", PoolWork.Refuse, ["no key"]);
        Exception? told = null;
        var thrown = Assert.Throws<BrokenPoolException>(() => Outcome(pool, e => told = e));
        Assert.Contains("fetchers has given up", thrown.Message);
        Assert.Contains("InvalidOperationException in PoolWorker-", thrown.Message);
        Assert.Contains("no key", thrown.Message);
        var cause = Assert.IsType<RemoteException>(thrown.InnerException);
        Assert.Contains($"{nameof(PoolWork)}.{nameof(PoolWork.Refuse)}", cause.RemoteTrace);
        Assert.True(told is null or BrokenPoolException);
        Assert.Throws<BrokenPoolException>(() => pool.Apply(PoolWork.Square, 1));
        pool.Close();
        pool.Join();
        Assert.Empty(pool.Workers);
    }

    [SlowFact]
    public void An_IMap_of_a_pool_whose_initializer_throws_ends_with_that()
    {
        var mayGo = new Semaphore(0);
        using var pool = new Pool(1, initializer: PoolWork.TakeAndRefuse, arguments: [mayGo]);
        ResultIterator<int> results = pool.IMap(PoolWork.Square, [1, 2, 3]);
        AsyncResult<int[]> map = pool.MapAsync(PoolWork.Square, [1, 2, 3]);
        mayGo.Release();
        Assert.Throws<BrokenPoolException>(() => results.Next(Watchdog.Limit));
        Assert.Throws<BrokenPoolException>(() => map.Get(Watchdog.Limit));
    }

    [SlowFact]
    public void Workers_that_die_before_they_begin_end_the_pool_and_are_not_replaced_for_ever()
    {
        using var pool = new Pool(1, initializer: PoolWork.KillAtOnce);
        var thrown = Assert.Throws<BrokenPoolException>(() => Outcome(pool, null));
        Assert.Contains("3 workers in a row", thrown.Message);
        Assert.Contains("exit code -9", thrown.Message);
    }

    [SlowFact] // TestInitializers: not callable
    public void An_initializer_that_cannot_run_in_a_worker_is_refused_where_the_pool_is_made()
    {
        int outside = 1;
        Assert.Throws<MultiprocessingUsageException>(() => new Pool(1, initializer: () => outside++));
        Assert.Throws<MultiprocessingUsageException>(() =>
            new Pool(1, initializer: PoolWork.SetOwn, arguments: ["text"])
        );
        var thrown = Assert.Throws<MultiprocessingUsageException>(() =>
            new Pool(1, initializer: PoolWork.TakeStream, arguments: [Stream.Null])
        );
        Assert.Contains("arguments[0]", thrown.Message);
        Assert.Throws<MultiprocessingUsageException>(() =>
            new ElasticPool(0, 1, initializer: PoolWork.TakeStream, arguments: [Stream.Null])
        );
    }

    [SlowFact]
    public void A_task_cannot_make_a_pool_because_workers_are_daemons()
    {
        using var pool = new Pool(1);
        var thrown = Assert.Throws<RemoteException>(() => pool.Apply(PoolWork.MakePool, 0));
        Assert.Contains("daemonic processes are not allowed to have children", thrown.Message);
    }

    [SlowFact] // _TestPoolWorkerLifetime.test_pool_worker_lifetime
    public void After_so_many_tasks_a_worker_ends_and_another_one_takes_its_place()
    {
        using var pool = new Pool(1, maxTasksPerChild: 2);
        int[] workers = [.. Enumerable.Range(0, 6).Select(n => pool.Apply(PoolWork.Who, n).Process)];
        Assert.Equal(3, workers.Distinct().Count());
        Assert.Equal([workers[0], workers[2], workers[4]], [workers[1], workers[3], workers[5]]);
    }

    [SlowFact] // _TestPoolWorkerLifetime.test_pool_worker_lifetime
    public void A_chunk_counts_as_one_task()
    {
        using var pool = new Pool(1, maxTasksPerChild: 1);
        var workers = pool.Map(PoolWork.Who, Enumerable.Range(0, 9), chunkSize: 3);
        Assert.Equal([3, 3, 3], workers.GroupBy(static who => who.Process).Select(static worker => worker.Count()));
    }

    [SlowFact] // _TestPoolWorkerLifetime.test_pool_worker_lifetime_early_close
    public void A_pool_that_is_closed_while_workers_are_replaced_comes_to_its_end()
    {
        using var pool = new Pool(3, maxTasksPerChild: 1);
        AsyncResult<int>[] results = [.. Enumerable.Range(0, 6).Select(n => pool.ApplyAsync(PoolWork.Square, n))];
        pool.Close();
        pool.Join();
        Assert.Equal(Enumerable.Range(0, 6).Select(PoolWork.Square), results.Select(static result => result.Get()));
    }

    [SlowTheory] // _TestPoolWorkerLifetime.test_pool_maxtasksperchild_invalid
    [InlineData(0)]
    [InlineData(-1)]
    public void A_worker_that_may_do_no_task_is_refused(int limit)
    {
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => new Pool(1, maxTasksPerChild: limit));
        Assert.Contains("maxtasksperchild must be a positive int", thrown.Message);
    }

    [SlowFact]
    public void A_worker_that_is_killed_over_one_of_many_tasks_costs_that_one_only()
    {
        using var pool = new Pool(2);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        AsyncResult<int> lost = pool.ApplyAsync(PoolWork.RunUntilKilled, running);
        running.AcquireWatched();
        AsyncResult<int>[] others = [.. Enumerable.Range(0, 500).Select(n => pool.ApplyAsync(PoolWork.Square, n))];
        AsyncResult<int> slow = pool.ApplyAsync(PoolWork.Wait, running, mayGo);
        running.AcquireWatched();
        Process[] workers = [.. pool.Workers];
        Assert.Equal(2, workers.Length);
        mayGo.Release();
        int alive = slow.Get(Watchdog.Limit);
        workers.Single(worker => worker.Id != alive).Kill();
        Assert.Contains("exit code -9", Assert.Throws<WorkerLostException>(() => lost.Get(Watchdog.Limit)).Message);
        Assert.Equal(
            Enumerable.Range(0, 500).Select(PoolWork.Square),
            others.Select(static result => result.Get(Watchdog.Limit))
        );
        Assert.Equal([1, 4], pool.Map(PoolWork.Square, [1, 2], 1));
    }

    [SlowFact]
    public void However_often_workers_are_killed_each_kill_costs_one_task_at_most()
    {
        using var pool = new Pool(2);
        AsyncResult<int>[] results = [.. Enumerable.Range(0, 3000).Select(n => pool.ApplyAsync(PoolWork.Square, n))];
        int kills = 0;
        while (kills < 4 && !results[^1].Ready)
        {
            foreach (Process worker in pool.Workers.Take(1))
            {
                worker.Kill();
                worker.JoinWatched();
                kills++;
            }
        }
        Exception?[] thrown =
        [
            .. results.Select((result, n) => Record.Exception(() => Assert.Equal(n * n, result.Get(Watchdog.Limit)))),
        ];
        Assert.Null(thrown.FirstOrDefault(static one => one is not (null or WorkerLostException)));
        Assert.InRange(thrown.OfType<Exception>().Count(), 0, kills);
    }

    [SlowFact]
    public void A_killed_worker_costs_a_map_its_chunk_and_an_IMap_one_item()
    {
        using var pool = new Pool(1);
        Assert.Throws<WorkerLostException>(() => pool.Map(PoolWork.KillForSeven, [6, 7, 8], 1));
        ResultIterator<int> results = pool.IMap(PoolWork.KillForSeven, [6, 7, 8]);
        Assert.Equal(6, results.Next(Watchdog.Limit));
        Assert.Throws<WorkerLostException>(() => results.Next(Watchdog.Limit));
        Assert.Equal(8, results.Next(Watchdog.Limit));
    }

    [SlowFact]
    public void A_task_that_waits_for_a_later_one_gets_it_however_many_lie_between()
    {
        using var pool = new Pool(2);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        AsyncResult<int> first = pool.ApplyAsync(PoolWork.Wait, running, mayGo);
        AsyncResult<int[]> between = pool.MapAsync(
            PoolWork.Length,
            Enumerable.Repeat(new byte[10_000], 3000),
            chunkSize: 1
        );
        AsyncResult<int[]> large = pool.MapAsync(
            PoolWork.Length,
            Enumerable.Repeat(new byte[30_000_000], 4),
            chunkSize: 1
        );
        AsyncResult<int> last = pool.ApplyAsync(PoolWork.Give, mayGo);
        Assert.Equal(1, last.Get(Watchdog.Limit));
        Assert.NotEqual(0, first.Get(Watchdog.Limit));
        Assert.Equal(3000, between.Get().Length);
        Assert.All(large.Get(), static length => Assert.Equal(30_000_000, length));
    }

    [SlowFact] // _TestPool.test_release_task_refs
    public void A_pool_keeps_no_arguments_and_no_results()
    {
        using var pool = new Pool(1);
        WeakReference[] results = [.. Enumerable.Range(0, 5).Select(n => Weak(pool, n))];
        _ = pool.Apply(PoolWork.Square, 1);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(results.Count(static one => one.IsAlive), 0, 1); // The thread may have the last one in its hands.
    }

    [SlowFact] // TestPoolNotLeakOnFailure.test_release_unused_processes
    public void A_pool_that_could_not_be_made_leaves_no_worker_behind()
    {
        int before = OpenDescriptors.Now().Length;
        for (int time = 0; time < 3; time++)
        {
            Assert.Throws<MultiprocessingUsageException>(() =>
                new Pool(2, initializer: PoolWork.TakeStream, arguments: [Stream.Null])
            );
        }
        Assert.InRange(OpenDescriptors.Now().Length, 0, before + 3);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Weak(Pool pool, int length) => new(pool.Apply(PoolWork.Bytes, 100_000 + length));

    private static int Outcome(Pool pool, Action<Exception>? errorCallback) =>
        pool.ApplyAsync(PoolWork.Square, 1, null, errorCallback).Get(Watchdog.Limit);
}
