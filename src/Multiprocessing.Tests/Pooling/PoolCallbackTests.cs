namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Where, when and how often callbacks run.</summary>
public sealed class PoolCallbackTests
{
    [SlowFact]
    public void Callbacks_run_in_this_process_all_on_one_thread_that_is_not_the_callers()
    {
        List<(int Thread, int Result)> seen = [];
        using (var pool = new Pool(3))
        {
            for (int number = 0; number < 20; number++)
            {
                _ = pool.ApplyAsync(
                    PoolWork.Square,
                    number,
                    result => seen.Add((Environment.CurrentManagedThreadId, result))
                );
            }
            pool.Close();
            pool.Join();
        }
        Assert.Equal(Enumerable.Range(0, 20).Select(PoolWork.Square), seen.Select(call => call.Result).Order());
        int thread = Assert.Single(seen.Select(call => call.Thread).Distinct());
        Assert.NotEqual(Environment.CurrentManagedThreadId, thread);
    }

    [SlowFact] // _TestPool.test_map_async_callbacks, _TestPoolWorkerErrors.test_async_error_callback, _TestPool.test_map_async
    public void Either_the_callback_or_the_error_callback_is_called_and_once()
    {
        List<string> calls = [];
        using var pool = new Pool(2);
        _ = pool.ApplyAsync(PoolWork.Square, 3, r => calls.Add($"{r}"), e => calls.Add(e.Message));
        _ = pool.ApplyAsync(PoolWork.Throw, "bad", r => calls.Add($"{r}"), e => calls.Add(e.Message));
        _ = pool.MapAsync(PoolWork.Square, [1, 2], r => calls.Add($"{r.Sum()}"), e => calls.Add(e.Message));
        _ = pool.MapAsync(PoolWork.ThrowForSeven, [6, 7], r => calls.Add($"{r.Sum()}"), e => calls.Add(e.Message));
        pool.Close();
        pool.Join();
        Assert.Equal(["5", "9", "bad", "not seven"], calls.Order());
    }

    [SlowFact]
    public void A_result_becomes_ready_only_after_its_callback()
    {
        using var pool = new Pool(1);
        AsyncResult<int>? result = null;
        bool? wasReady = null;
        using var isKnown = new ManualResetEventSlim();
        result = pool.ApplyAsync(
            PoolWork.Square,
            3,
            _ =>
            {
                isKnown.Wait();
                wasReady = result!.Ready;
            }
        );
        isKnown.Set();
        Assert.Equal(9, result.Get());
        Assert.False(wasReady);
    }

    [SlowFact]
    public void A_slow_task_does_not_hold_up_the_callback_of_a_quick_one()
    {
        using var pool = new Pool(2);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        AsyncResult<int> slow = pool.ApplyAsync(PoolWork.Wait, running, mayGo);
        running.AcquireWatched();
        using var called = new ManualResetEventSlim();
        _ = pool.ApplyAsync(PoolWork.Square, 2, _ => called.Set());
        Assert.True(called.Wait(Watchdog.Limit));
        Assert.False(slow.Ready);
        mayGo.Release();
        slow.Wait();
    }

    [SlowFact]
    public void A_callback_that_throws_takes_neither_its_result_nor_later_callbacks_away()
    {
        using var pool = new Pool(1);
        List<int> seen = [];
        AsyncResult<int> first = pool.ApplyAsync(
            PoolWork.Square,
            1,
            _ => throw new InvalidOperationException("callback of a test, thrown on purpose")
        );
        _ = pool.ApplyAsync(PoolWork.Square, 2, seen.Add);
        pool.Close();
        pool.Join();
        Assert.Equal(1, first.Get());
        Assert.Equal([4], seen);
    }

    [SlowFact]
    public void A_callback_may_give_the_pool_more_work()
    {
        using var pool = new Pool(1);
        using var called = new ManualResetEventSlim();
        _ = pool.ApplyAsync(PoolWork.Square, 2, r => pool.ApplyAsync(PoolWork.Square, r, _ => called.Set()));
        Assert.True(called.Wait(Watchdog.Limit));
    }

    [SlowFact]
    public void A_callback_that_would_wait_for_its_own_pool_is_told_why_not()
    {
        using var pool = new Pool(1);
        List<Exception?> thrown = [];
        _ = pool.ApplyAsync(
                PoolWork.Square,
                2,
                r =>
                {
                    thrown.Add(Record.Exception(() => pool.Apply(PoolWork.Square, r)));
                    pool.Close();
                    thrown.Add(Record.Exception(pool.Join));
                }
            )
            .Get();
        Assert.All(thrown, one => Assert.IsType<MultiprocessingUsageException>(one));
        Assert.All(thrown, one => Assert.Contains("results thread", one?.Message));
        Assert.Equal(2, thrown.Count);
    }
}
