namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What comes back from a pool.</summary>
public sealed class PoolResultTests
{
    [SlowFact] // _TestPool.test_apply
    public void Apply_calls_a_function_of_no_one_two_or_three_arguments_in_a_worker()
    {
        using var pool = new Pool(2);
        Assert.Equal(42, pool.Apply(PoolWork.Answer));
        Assert.Equal(49, pool.Apply(PoolWork.Square, 7));
        Assert.Equal(5, pool.Apply(PoolWork.Add, 2, 3));
        Assert.Equal("a1True", pool.Apply(PoolWork.Join, "a", 1, true));
        Assert.NotEqual(Environment.ProcessId, pool.Apply(PoolWork.Who, 0).Process);
    }

    [SlowFact]
    public void A_lambda_that_captures_nothing_is_a_function_too()
    {
        using var pool = new Pool(1);
        Assert.Equal("HI", pool.Apply(static text => text.ToUpperInvariant(), "hi"));
    }

    [SlowFact] // _TestPool.test_async
    public void ApplyAsync_does_not_wait_and_its_result_can_be_had_later()
    {
        using var pool = new Pool(1);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        AsyncResult<int> result = pool.ApplyAsync(PoolWork.Wait, running, mayGo);
        running.AcquireWatched();
        Assert.False(result.Ready);
        Assert.Throws<MultiprocessingUsageException>(() => result.Successful);
        Assert.False(result.Wait(TimeSpan.Zero));
        mayGo.Release();
        result.Wait();
        Assert.True(result.Ready);
        Assert.True(result.Successful);
        Assert.Equal(result.Get(), result.Get());
    }

    [SlowFact] // _TestPool.test_async_timeout
    public void Get_gives_up_after_its_time_and_can_be_asked_again()
    {
        using var pool = new Pool(1);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        AsyncResult<int> result = pool.ApplyAsync(PoolWork.Wait, running, mayGo);
        Assert.Throws<TimeoutException>(() => result.Get(TimeSpan.FromMilliseconds(1)));
        mayGo.Release();
        Assert.NotEqual(0, result.Get(Watchdog.Limit));
    }

    [SlowTheory] // _TestPool.test_map, test_map_chunksize
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Map_returns_the_results_in_the_order_of_the_items(int? chunk)
    {
        using var pool = new Pool(3);
        Assert.Equal(
            Enumerable.Range(0, 100).Select(PoolWork.Square),
            pool.Map(PoolWork.Square, Enumerable.Range(0, 100), chunk)
        );
    }

    [SlowFact] // _TestPool.test_empty_iterable
    public void Map_over_nothing_is_nothing_and_ready_at_once()
    {
        using var pool = new Pool(1);
        Assert.True(pool.MapAsync(PoolWork.Square, Array.Empty<int>()).Ready);
        Assert.Empty(pool.Map(PoolWork.Square, Array.Empty<int>()));
    }

    [SlowFact]
    public void A_chunk_of_no_items_is_refused()
    {
        using var pool = new Pool(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Map(PoolWork.Square, [1], 0));
    }

    [SlowFact] // _TestPool.test_traceback, _TestPool.test_wrapped_exception
    public void What_a_function_throws_is_thrown_here_with_its_type_message_and_remote_trace()
    {
        using var pool = new Pool(1);
        RemoteException thrown = Assert.Throws<RemoteException>(() => pool.Apply(PoolWork.Throw, "no such page"));
        Assert.Equal("System.InvalidOperationException", thrown.TypeName);
        Assert.Equal("no such page", thrown.Message);
        Assert.Contains($"{nameof(PoolWork)}.{nameof(PoolWork.Throw)}", thrown.RemoteTrace);
        AsyncResult<int> again = pool.ApplyAsync(PoolWork.Throw, "again");
        again.Wait();
        Assert.False(again.Successful);
        Assert.Equal(4, pool.Apply(PoolWork.Square, 2));
    }

    [SlowFact] // _TestPool.test_map_no_failfast
    public void A_map_in_which_one_call_throws_does_all_the_others_and_then_throws()
    {
        using var pool = new Pool(2);
        AsyncResult<int[]> result = pool.MapAsync(PoolWork.ThrowForSeven, Enumerable.Range(0, 20), chunkSize: 1);
        Assert.Equal("not seven", Assert.Throws<RemoteException>(() => result.Get()).Message);
        Assert.False(result.Successful);
    }

    [SlowFact] // _TestPoolWorkerErrors.test_unpickleable_result
    public void A_result_that_cannot_travel_fails_that_call_and_no_worker_is_lost()
    {
        using var pool = new Pool(1);
        int worker = pool.Apply(PoolWork.Who, 0).Process;
        for (int time = 0; time < 20; time++)
        {
            RemoteException thrown = Assert.Throws<RemoteException>(() => pool.Apply(PoolWork.Unreturnable, 1));
            Assert.Equal(typeof(MultiprocessingUsageException).FullName, thrown.TypeName);
            Assert.Contains("result", thrown.Message);
        }
        Assert.Equal(worker, pool.Apply(PoolWork.Who, 0).Process);
    }

    [SlowFact]
    public void Null_and_values_of_a_megabyte_travel_both_ways()
    {
        using var pool = new Pool(1);
        Assert.Null(pool.Apply(PoolWork.Echo, (string?)null));
        string large = new('x', 1_000_000);
        Assert.Equal(large, pool.Apply(PoolWork.Echo, large));
    }
}
