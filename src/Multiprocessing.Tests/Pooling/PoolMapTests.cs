namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Calls for each of many items: with several arguments, and with results that are taken one by one.</summary>
public sealed class PoolMapTests
{
    [SlowFact] // _TestPool.test_starmap
    public void StarMap_spreads_each_tuple_over_the_parameters()
    {
        using var pool = new Pool(2);
        (int, int)[] pairs = [.. Enumerable.Range(0, 100).Select(static n => (n, n * 2))];
        Assert.Equal(pairs.Select(static pair => pair.Item1 + pair.Item2), pool.StarMap(PoolWork.Add, pairs));
        Assert.Equal(pairs.Select(static pair => (pair.Item2, pair.Item1)), pool.StarMap(PoolWork.Pair, pairs, 7));
        Assert.Equal(["a1True", "b2False"], pool.StarMap(PoolWork.Join, [("a", 1, true), ("b", 2, false)]));
    }

    [SlowFact] // _TestPool.test_starmap_async
    public void StarMapAsync_calls_back_once_with_all_results_in_order()
    {
        using var pool = new Pool(2);
        List<int[]> seen = [];
        AsyncResult<int[]> result = pool.StarMapAsync(PoolWork.Add, [(1, 2), (3, 4)], seen.Add, chunkSize: 1);
        Assert.Equal([3, 7], result.Get(Watchdog.Limit));
        Assert.Equal([3, 7], Assert.Single(seen));
    }

    [SlowFact] // _TestPool.test_map_chunksize
    public void A_map_over_nothing_with_a_chunk_size_does_not_stall()
    {
        using var pool = new Pool(1);
        Assert.Empty(pool.MapAsync(PoolWork.Square, Array.Empty<int>(), chunkSize: 1).Get(Watchdog.Limit));
        Assert.Empty(pool.StarMap(PoolWork.Add, Array.Empty<(int, int)>()));
        Assert.Empty(pool.IMap(PoolWork.Square, Array.Empty<int>()));
        Assert.Empty(pool.IMapUnordered(PoolWork.Square, Array.Empty<int>()));
    }

    [SlowFact] // _TestPool.test_map_handle_iterable_exception
    public void What_an_input_throws_is_thrown_by_the_map_as_it_is()
    {
        using var pool = new Pool(1);
        Assert.Equal("no more", Assert.Throws<IOException>(() => pool.Map(PoolWork.Square, Failing(1))).Message);
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3));
    }

    [SlowTheory] // _TestPool.test_imap
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void IMap_hands_out_the_results_in_the_order_of_the_items(int chunk)
    {
        using var pool = new Pool(3);
        Assert.Equal(
            Enumerable.Range(0, 100).Select(PoolWork.Square),
            pool.IMap(PoolWork.Square, Enumerable.Range(0, 100), chunk)
        );
    }

    [SlowTheory] // _TestPool.test_imap_unordered
    [InlineData(1)]
    [InlineData(53)]
    public void IMapUnordered_hands_out_every_result_once(int chunk)
    {
        using var pool = new Pool(3);
        Assert.Equal(
            Enumerable.Range(0, 200).Select(PoolWork.Square),
            pool.IMapUnordered(PoolWork.Square, Enumerable.Range(0, 200), chunk).Order()
        );
    }

    [SlowFact]
    public void IMapUnordered_does_not_wait_for_a_slow_call_and_IMap_does()
    {
        using var pool = new Pool(2);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        (Semaphore, Semaphore, bool)[] calls = [(running, mayGo, true), (running, mayGo, false)];
        using ResultIterator<bool> unordered = pool.IMapUnordered(PoolWork.WaitIf, calls);
        Assert.False(unordered.Next(Watchdog.Limit));
        using ResultIterator<bool> ordered = pool.IMap(PoolWork.WaitIf, calls.Reverse());
        Assert.False(ordered.Next(Watchdog.Limit));
        mayGo.Release();
        mayGo.Release();
        Assert.True(unordered.Next(Watchdog.Limit));
        Assert.True(ordered.Next(Watchdog.Limit));
    }

    [SlowFact] // _TestPool.test_imap: next(timeout)
    public void A_result_that_does_not_come_in_time_is_not_lost()
    {
        using var pool = new Pool(1);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        using ResultIterator<bool> results = pool.IMap(PoolWork.WaitIf, [(running, mayGo, true)]);
        running.AcquireWatched();
        Assert.Throws<TimeoutException>(() => results.Next(TimeSpan.FromMilliseconds(1)));
        Assert.Throws<TimeoutException>(() => results.MoveNext(TimeSpan.Zero));
        mayGo.Release();
        Assert.True(results.Next(Watchdog.Limit));
        Assert.False(results.MoveNext());
        Assert.Contains("all 1 chunks", Assert.Throws<InvalidOperationException>(() => results.Next()).Message);
    }

    [SlowFact]
    public void What_a_call_of_an_IMap_throws_is_thrown_in_its_place_and_the_next_ones_follow()
    {
        using var pool = new Pool(2);
        ResultIterator<int> results = pool.IMap(PoolWork.ThrowForSeven, [6, 7, 8]);
        Assert.Equal(6, results.Next());
        Assert.Equal("not seven", Assert.Throws<RemoteException>(() => results.Next()).Message);
        Assert.Equal([8], results);
    }

    [SlowTheory] // _TestPool.test_imap_handle_iterable_exception, test_imap_unordered_handle_iterable_exception
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_input_of_an_IMap_throws_comes_after_the_results_of_what_was_read_before(bool ordered)
    {
        using var pool = new Pool(2);
        ResultIterator<int> results = ordered
            ? pool.IMap(PoolWork.Square, Failing(10))
            : pool.IMapUnordered(PoolWork.Square, Failing(10), 4);
        List<int> seen = [];
        var thrown = Assert.Throws<IOException>(() => seen.AddRange(Each(results)));
        Assert.Equal("no more", thrown.Message);
        Assert.Empty(seen);
        Assert.False(results.MoveNext());
    }

    [SlowFact]
    public void The_results_before_an_error_of_the_input_can_be_taken()
    {
        using var pool = new Pool(2);
        ResultIterator<int> results = pool.IMap(PoolWork.Square, Failing(3), 2);
        Assert.Equal([0, 1, 4], [results.Next(), results.Next(), results.Next()]);
        Assert.Throws<IOException>(() => results.Next());
    }

    [SlowFact]
    public void An_item_of_an_IMap_that_cannot_travel_is_an_error_in_its_place()
    {
        using var pool = new Pool(1);
        ResultIterator<string> results = pool.IMap(PoolWork.TypeOf, [1, (object)Stream.Null, 2]);
        Assert.Equal("Int32", results.Next());
        Assert.Throws<MultiprocessingUsageException>(() => results.Next());
        Assert.False(results.MoveNext());
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3));
    }

    [SlowFact]
    public void The_input_of_an_IMap_may_be_endless()
    {
        using var pool = new Pool(2);
        using ResultIterator<int> results = pool.IMap(PoolWork.Square, Endless());
        Assert.Equal(Enumerable.Range(0, 200).Select(PoolWork.Square), results.Take(200));
        results.Dispose();
        pool.Close();
        pool.Join();
    }

    [SlowFact]
    public void After_Close_and_Join_the_results_of_an_IMap_can_still_be_taken_all_of_them()
    {
        using var pool = new Pool(2);
        ResultIterator<int> results = pool.IMap(PoolWork.Square, Numbers(300));
        pool.Close();
        pool.Join();
        Assert.Equal(Enumerable.Range(0, 300).Select(PoolWork.Square), results);
    }

    [SlowFact]
    public void Terminate_tells_who_waits_for_a_result_of_an_IMap()
    {
        using var pool = new Pool(1);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        ResultIterator<bool> results = pool.IMap(PoolWork.WaitIf, [(running, mayGo, true)]);
        running.AcquireWatched();
        pool.Terminate();
        Assert.Throws<PoolTerminatedException>(() => results.Next(Watchdog.Limit));
    }

    [SlowTheory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_chunk_of_less_than_one_item_is_refused_with_Pythons_words(int chunk)
    {
        using var pool = new Pool(1);
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => pool.IMap(PoolWork.Square, [1], chunk));
        Assert.Contains($"chunksize must be 1+, not {chunk}", thrown.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.StarMap(PoolWork.Add, [(1, 2)], chunk));
    }

    [SlowFact]
    public void A_callback_that_would_wait_for_an_IMap_of_its_own_pool_is_told_why_not()
    {
        using var pool = new Pool(1);
        Exception? told = null;
        _ = pool.ApplyAsync(
                PoolWork.Square,
                2,
                r => told = Record.Exception(() => pool.IMap(PoolWork.Square, [r]).Next())
            )
            .Get(Watchdog.Limit);
        Assert.Contains("results thread", Assert.IsType<MultiprocessingUsageException>(told).Message);
    }

    private static IEnumerable<int> Numbers(int count)
    {
        for (int number = 0; number < count; number++)
        {
            yield return number;
        }
    }

    private static IEnumerable<int> Failing(int after)
    {
        for (int number = 0; number < after; number++)
        {
            yield return number;
        }
        throw new IOException("no more");
    }

    private static IEnumerable<int> Endless()
    {
        for (int number = 0; ; number++)
        {
            yield return number;
        }
    }

    private static int[] Each(ResultIterator<int> results) => [.. results];
}
