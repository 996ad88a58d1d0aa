namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="PoolContract"/>.</summary>
public static class PoolPrograms
{
    public static void Apply()
    {
        using var pool = new Pool(2);
        Kit.That(pool.Apply(PoolWork.Answer) == 42, "a function may have no parameter");
        Kit.That(pool.Apply(PoolWork.Square, -3) == 9, "or one");
        Kit.That(pool.Apply(PoolWork.Add, 3, 4) == 7, "or two");
        Kit.That(pool.Apply(PoolWork.Join, "a", 1, true) == "a1True", "or three");
        Kit.That(pool.Apply(PoolWork.Echo, (string?)null) is null, "it may return nothing");
        Kit.That(pool.Apply(static (int number) => number + 1, 1) == 2, "it may be a lambda");
        (int id, bool isDaemon) = pool.Apply(Who);
        Kit.That(id != Process.Current.Id && isDaemon, "it is called in a daemon");
    }

    public static void ApplyLater()
    {
        using var pool = new Pool(2);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        AsyncResult<int> slow = pool.ApplyAsync(Wait, running, mayGo, 1);
        AsyncResult<int> quick = pool.ApplyAsync(PoolWork.Square, 2);
        Kit.That(quick.Get() == 4, "it need not wait for the other one");
        Kit.Take(running);
        Kit.That(!slow.Ready, "which has not ended");
        Kit.Refused<MultiprocessingUsageException>(() => _ = slow.Successful);
        mayGo.Release();
        slow.Wait();
        Kit.That(slow.Ready && slow.Successful && slow.Get() == 1 && slow.Get() == 1, "it stays ready");
    }

    public static void AskAgain()
    {
        using var pool = new Pool(1);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        AsyncResult<int> result = pool.ApplyAsync(Wait, running, mayGo, 1);
        Kit.Refused<TimeoutException>(() => result.Get(TimeSpan.FromTicks(5)));
        Kit.That(!result.Wait(TimeSpan.Zero) && !result.Wait(TimeSpan.FromSeconds(-1)), "there is none");
        mayGo.Release();
        Kit.That(result.Get() == 1, "it came");
    }

    public static void Throw()
    {
        using var pool = new Pool(1);
        AsyncResult<int> bad = pool.ApplyAsync(PoolWork.Throw, "on purpose");
        bad.Wait();
        Kit.That(bad.Ready && !bad.Successful, "it has thrown");
        RemoteException thrown = Caught<RemoteException>(() => bad.Get());
        Kit.That(thrown.TypeName == typeof(InvalidOperationException).FullName, "the type is told");
        Kit.That(thrown.Message == "on purpose" && thrown.RemoteTrace.Contains("PoolWork.Throw"), "and why, and where");
        Kit.That(pool.Apply(PoolWork.Square, 3) == 9, "the worker goes on");
    }

    public static void RefuseWhatCannotTravel()
    {
        using var pool = new Pool(1);
        Kit.Refused<MultiprocessingUsageException>(() => pool.Apply(PoolWork.TypeOf, Thread.CurrentThread));
        object[] items = [1, Thread.CurrentThread];
        Kit.Refused<MultiprocessingUsageException>(() => pool.Map(PoolWork.TypeOf, items));
        Kit.Refused<RemoteException>(() => pool.Apply(PoolWork.Unreturnable, 1));
        Kit.Refused<RemoteException>(() => pool.Map(PoolWork.Unreturnable, [1, 2]));
        Kit.That(pool.Apply(PoolWork.Square, 3) == 9, "the worker goes on");
    }

    public static void Map()
    {
        using var pool = new Pool(2);
        Kit.That(pool.Map(PoolWork.Square, [1, 2, 3]).SequenceEqual([1, 4, 9]), "the first comes first");
        Kit.That(pool.Map(PoolWork.Square, [1, 2, 3], 1).SequenceEqual([1, 4, 9]), "with one item a chunk");
        Kit.That(pool.Map(PoolWork.Square, [1, 2, 3], 2).SequenceEqual([1, 4, 9]), "with a chunk that is not full");
        Kit.That(pool.MapAsync(PoolWork.Square, [4], chunkSize: 9).Get().SequenceEqual([16]), "and with a large one");
        Kit.Refused<ArgumentOutOfRangeException>(() => pool.Map(PoolWork.Square, [1], 0));
    }

    public static void StarMap()
    {
        using var pool = new Pool(2);
        Kit.That(pool.StarMap(PoolWork.Add, [(1, 2), (3, 4)]).SequenceEqual([3, 7]), "two are added");
        (string, int, bool)[] three = [("a", 1, true), ("b", 2, false)];
        Kit.That(
            pool.StarMapAsync(PoolWork.Join, three).Get().SequenceEqual(["a1True", "b2False"]),
            "three are joined"
        );
    }

    public static void ThrowInMap()
    {
        using var pool = new Pool(2);
        var done = new Value<int>();
        (Value<int>, int)[] calls = [.. Enumerable.Range(5, 4).Select(number => (done, number))];
        AsyncResult<int[]> result = pool.StarMapAsync(CountOrThrow, calls, chunkSize: 1);
        RemoteException thrown = Caught<RemoteException>(() => result.Get());
        Kit.That(thrown.Message == "not seven" && done.Value == 3, "all the others were done");
    }

    public static void ThrowInInput()
    {
        using var pool = new Pool(1);
        Kit.Refused<IOException>(() => pool.Map(PoolWork.Square, Failing(1)));
        Kit.That(pool.Apply(PoolWork.Square, 3) == 9, "the pool goes on");
    }

    public static void MapNothing()
    {
        using var pool = new Pool(1);
        Kit.That(pool.Map(PoolWork.Square, Array.Empty<int>()).Length == 0, "there is no result");
        Kit.That(pool.MapAsync(PoolWork.Square, Array.Empty<int>(), chunkSize: 1).Ready, "and nothing to wait for");
        Kit.That(!pool.IMap(PoolWork.Square, Array.Empty<int>()).Any(), "nor in a stream");
    }

    public static void Stream()
    {
        using var pool = new Pool(2);
        Kit.That(pool.IMap(PoolWork.Square, [1, 2, 3]).SequenceEqual([1, 4, 9]), "the first comes first");
        ResultIterator<int> results = pool.IMap(PoolWork.Square, [1, 2, 3], 2);
        Kit.That(
            results.Next() == 1 && results.Next() == 4 && results.MoveNext() && results.Current == 9,
            "by twos too"
        );
        Kit.That(!results.MoveNext(), "there are no more");
        Kit.Refused<InvalidOperationException>(() => results.Next());
    }

    public static void StreamUnordered()
    {
        using var pool = new Pool(2);
        var (running, mayGo) = (new Semaphore(0), new Semaphore(0));
        (Semaphore, Semaphore, bool)[] calls = [(running, mayGo, true), (running, mayGo, false)];
        using ResultIterator<bool> results = pool.IMapUnordered(PoolWork.WaitIf, calls);
        Kit.That(!results.Next(), "the quick one comes first");
        mayGo.Release();
        Kit.That(results.Next() && !results.MoveNext(), "then the slow one, and no more");
        int[] squares = [.. pool.IMapUnordered(PoolWork.Square, [1, 2, 3])];
        Kit.That(squares.Order().SequenceEqual([1, 4, 9]), "each comes once");
    }

    public static void ThrowInStream()
    {
        using var pool = new Pool(2);
        ResultIterator<int> results = pool.IMap(PoolWork.ThrowForSeven, [6, 7, 8]);
        Kit.That(results.Next() == 6, "what comes before is there");
        Kit.That(Caught<RemoteException>(() => results.Next()).Message == "not seven", "then what was thrown");
        Kit.That(results.Next() == 8 && !results.MoveNext(), "and what comes after");
        results = pool.IMap(PoolWork.Square, Failing(2));
        Kit.That(results.Next() == 0 && results.Next() == 1, "so it is with what was read");
        Kit.Refused<IOException>(() => results.Next());
        Kit.That(!results.MoveNext(), "nothing comes after that");
    }

    private static T Caught<T>(Action what)
        where T : Exception
    {
        try
        {
            what();
        }
        catch (T thrown)
        {
            return thrown;
        }
        throw new InvalidOperationException($"It does not hold that a {typeof(T).Name} was thrown.");
    }

    private static IEnumerable<int> Failing(int after)
    {
        for (int number = 0; number < after; number++)
        {
            yield return number;
        }
        throw new IOException("no more");
    }

    private static (int Id, bool IsDaemon) Who() => (Process.Current.Id ?? 0, Process.Current.IsDaemon);

    private static int Wait(Semaphore running, Semaphore mayGo, int result)
    {
        running.Release();
        mayGo.Acquire();
        return result;
    }

    private static int CountOrThrow(Value<int> done, int number)
    {
        _ = PoolWork.ThrowForSeven(number);
        return done.Add(1);
    }
}
