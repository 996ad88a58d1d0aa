using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What the results thread of a pool survives: all that a student's code can do to it.</summary>
public sealed class PoolThreadTests : IDisposable
{
    public void Dispose() => FussyKey.OnHash = null;

    [SlowFact]
    public void A_result_that_cannot_be_made_here_fails_its_task_and_says_so()
    {
        using var pool = new Pool(1);
        FussyKey.OnHash = static () => throw new InvalidOperationException("no hash code, on purpose");
        Exception? told = null;
        AsyncResult<Dictionary<FussyKey, int>> result = pool.ApplyAsync(
            PoolWork.Dictionary,
            3,
            errorCallback: e => told = e
        );
        var thrown = Assert.Throws<WireFormatException>(() => result.Get(Watchdog.Limit));
        Assert.Same(thrown, told);
        Assert.Contains("Dictionary<FussyKey, int>", thrown.Message);
        Assert.Contains("InvalidOperationException: no hash code, on purpose", thrown.Message);
        Assert.Equal(9, pool.Apply(PoolWork.Square, 3));
    }

    [SlowFact]
    public void A_map_of_which_one_part_cannot_be_made_here_fails_whole()
    {
        using var pool = new Pool(1);
        FussyKey.OnHash = static () => throw new InvalidOperationException("no hash code, on purpose");
        AsyncResult<Dictionary<FussyKey, int>[]> result = pool.MapAsync(PoolWork.Dictionary, [0, 1, 0], chunkSize: 1);
        Assert.Throws<WireFormatException>(() => result.Get(Watchdog.Limit));
    }

    [SlowFact]
    public void While_a_result_is_made_the_pool_takes_more_work()
    {
        using var pool = new Pool(1);
        using var making = new ManualResetEventSlim();
        using var submitted = new ManualResetEventSlim();
        bool wasSubmitted = false;
        FussyKey.OnHash = () =>
        {
            making.Set();
            wasSubmitted = submitted.Wait(Watchdog.Limit);
        };
        AsyncResult<Dictionary<FussyKey, int>> first = pool.ApplyAsync(PoolWork.Dictionary, 1);
        Assert.True(making.Wait(Watchdog.Limit));
        AsyncResult<int> second = pool.ApplyAsync(PoolWork.Square, 3);
        submitted.Set();
        Assert.Equal(9, second.Get(Watchdog.Limit));
        Assert.True(wasSubmitted);
        Assert.Single(first.Get());
    }

    [SlowFact]
    public void What_is_made_when_the_pool_is_terminated_is_not_called_back_with()
    {
        using var pool = new Pool(1);
        using var making = new ManualResetEventSlim();
        using var terminated = new ManualResetEventSlim();
        FussyKey.OnHash = () =>
        {
            making.Set();
            _ = terminated.Wait(Watchdog.Limit);
        };
        bool called = false;
        AsyncResult<Dictionary<FussyKey, int>> result = pool.ApplyAsync(PoolWork.Dictionary, 1, _ => called = true);
        Assert.True(making.Wait(Watchdog.Limit));
        pool.Terminate();
        terminated.Set();
        pool.Join();
        Assert.Throws<PoolTerminatedException>(() => result.Get());
        Assert.False(called);
    }

    [SlowFact]
    public void A_callback_that_throws_is_printed_as_an_uncaught_exception_of_the_thread()
    {
        string printed = StandardError.During(static () =>
        {
            using var pool = new Pool(1, "fetchers");
            _ = pool.ApplyAsync(PoolWork.Square, 1, FailOnPurpose).Get(Watchdog.Limit);
        });
        Assert.StartsWith("Exception in thread fetchers's results thread", printed);
        Assert.Contains("InvalidOperationException: thrown by a callback, on purpose", printed);
        Assert.Contains($"at {nameof(PoolThreadTests)}.{nameof(FailOnPurpose)} in ", printed);
        Assert.DoesNotContain("PoolCrew", printed);
    }

    [SlowFact]
    public void Not_even_an_exception_that_cannot_be_printed_ends_the_thread()
    {
        string printed = StandardError.During(static () =>
        {
            using var pool = new Pool(1);
            AsyncResult<int> result = pool.ApplyAsync(PoolWork.Square, 1, _ => throw new UnreadableException());
            Assert.Equal(1, result.Get(Watchdog.Limit));
            Assert.Equal(4, pool.Apply(PoolWork.Square, 2));
        });
        Assert.Contains(nameof(UnreadableException), printed);
    }

    private static void FailOnPurpose(int result) =>
        throw new InvalidOperationException("thrown by a callback, on purpose");
}
