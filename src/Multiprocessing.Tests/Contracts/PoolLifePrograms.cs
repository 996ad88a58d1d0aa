namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="PoolLifeContract"/>.</summary>
public static class PoolLifePrograms
{
    private const int Much = 300_000;

    public static void CallBack()
    {
        int main = Process.Current.Id ?? 0;
        List<string> calls = [];
        using var pool = new Pool(2);
        void Note(string what) => calls.Add(Process.Current.Id == main ? what : "elsewhere");
        _ = pool.ApplyAsync(PoolWork.Square, 3, r => Note($"{r}"), e => Note(e.Message));
        _ = pool.ApplyAsync(PoolWork.Throw, "bad", r => Note($"{r}"), e => Note(e.Message));
        _ = pool.MapAsync(PoolWork.Square, [1, 2], r => Note($"{r.Sum()}"), e => Note(e.Message));
        _ = pool.MapAsync(PoolWork.ThrowForSeven, [6, 7], r => Note($"{r.Sum()}"), e => Note(e.Message));
        pool.Close();
        pool.Join();
        Kit.That(calls.Order().SequenceEqual(["5", "9", "bad", "not seven"]), "each was called once, and here");
    }

    public static void BeReadyAfterCallback()
    {
        using var pool = new Pool(1);
        var mayGo = new Semaphore(0);
        AsyncResult<int>? result = null;
        bool? wasReady = null;
        result = pool.ApplyAsync(PoolWork.Take, mayGo, _ => wasReady = result!.Ready);
        mayGo.Release();
        Kit.That(result.Get() == 1 && wasReady == false, "it was not ready before");
    }

    public static void ThrowInCallback()
    {
        using var pool = new Pool(1);
        List<int> seen = [];
        AsyncResult<int> first = pool.ApplyAsync(PoolWork.Square, 1, static _ => throw new IOException("on purpose"));
        _ = pool.ApplyAsync(PoolWork.Square, 2, seen.Add);
        pool.Close();
        pool.Join();
        Kit.That(first.Get() == 1 && seen is [4], "nothing was lost");
    }

    public static void SubmitInCallback()
    {
        using var pool = new Pool(1);
        AsyncResult<int>? more = null;
        bool refused = false;
        _ = pool.ApplyAsync(
                PoolWork.Square,
                2,
                r =>
                {
                    more = pool.ApplyAsync(PoolWork.Square, r);
                    Kit.Refused<MultiprocessingUsageException>(() => more.Get());
                    refused = true;
                }
            )
            .Get();
        Kit.That(more!.Get() == 16 && refused, "it was done, and nobody waited on the thread that brings it");
    }

    public static void CloseAndJoin()
    {
        var done = new Semaphore(0);
        var pool = new Pool(2);
        AsyncResult<int>[] results = [.. Enumerable.Range(0, 3).Select(_ => pool.ApplyAsync(PoolWork.Give, done))];
        pool.Close();
        pool.Close();
        Kit.Refused<MultiprocessingUsageException>(() => pool.ApplyAsync(PoolWork.Square, 3));
        Kit.Refused<MultiprocessingUsageException>(() => pool.Map(PoolWork.Square, [3]));
        pool.Join();
        pool.Join();
        Kit.That(results.All(static result => result.Ready && result.Get() == 1), "all results are there");
        Kit.That(done.TryAcquire() && done.TryAcquire() && done.TryAcquire() && !done.TryAcquire(), "each came once");
        pool.Dispose();
    }

    public static void TakeAfterJoin()
    {
        var pool = new Pool(2);
        ResultIterator<int> results = pool.IMap(PoolWork.Square, [1, 2, 3]);
        pool.Close();
        pool.Join();
        Kit.That(results.SequenceEqual([1, 4, 9]), "all of them");
    }

    public static void JoinTooEarly()
    {
        using var pool = new Pool(1);
        Kit.Refused<MultiprocessingUsageException>(pool.Join);
        Kit.That(pool.Apply(PoolWork.Square, 3) == 9, "it goes on");
    }

    public static void Terminate()
    {
        var pool = new Pool(1);
        using (pool)
        {
            Kit.That(pool.Apply(PoolWork.Square, 3) == 9, "it works");
        }
        Kit.Refused<MultiprocessingUsageException>(() => pool.Apply(PoolWork.Square, 3));
        pool.Dispose();
        AsyncResult<int> first;
        AsyncResult<int> second;
        using (var other = new Pool(1))
        {
            (first, second) = (other.ApplyAsync(PoolWork.Square, 2), other.ApplyAsync(PoolWork.Square, 3));
        }
        Kit.That(Outcome(first) is 4 or null && Outcome(second) is 9 or null, "each is done or dropped");
    }

    public static void Initialize()
    {
        var begun = new Semaphore(0);
        using var pool = new Pool(2, initializer: SetOwn, arguments: [7, begun]);
        Kit.That(pool.Map(PoolWork.GetOwn, [0, 0, 0], 1).SequenceEqual([7, 7, 7]), "each has been told");
        Kit.Take(begun);
    }

    public static void ThrowInInitializer()
    {
        using var pool = new Pool(2, initializer: PoolWork.Refuse, arguments: ["no key"]);
        try
        {
            _ = pool.Apply(PoolWork.Square, 3);
            Kit.That(false, "no work is done");
        }
        catch (BrokenPoolException broken)
        {
            Kit.That(broken.Message.Contains("no key", StringComparison.Ordinal), "it says why");
        }
        Kit.Refused<BrokenPoolException>(() => pool.ApplyAsync(PoolWork.Square, 3));
    }

    public static void RefuseNonsense()
    {
        Kit.Refused<ArgumentOutOfRangeException>(static () => _ = new Pool(0));
        Kit.Refused<ArgumentOutOfRangeException>(static () => _ = new Pool(-1));
        Kit.Refused<ArgumentOutOfRangeException>(static () => _ = new Pool(1, maxTasksPerChild: 0));
        Kit.Refused<MultiprocessingUsageException>(static () =>
            _ = new Pool(1, initializer: PoolWork.Refuse, arguments: [Thread.CurrentThread])
        );
        using var pool = new Pool(1);
        Kit.Refused<MultiprocessingUsageException>(() => Kit.Start(Take, pool));
        Kit.Refused<RemoteException>(() => pool.Apply(PoolWork.MakePool, 1));
    }

    public static void KeepApart()
    {
        using var one = new Pool(1);
        using var other = new Pool(1);
        AsyncResult<int> first = one.ApplyAsync(PoolWork.Square, 2);
        AsyncResult<int> second = other.ApplyAsync(PoolWork.Square, 3);
        Kit.That(second.Get() == 9 && first.Get() == 4, "each has its own");
        one.Dispose();
        Kit.That(other.Apply(PoolWork.Square, 4) == 16, "and goes on when the other one has ended");
    }

    public static void LimitTasks()
    {
        using var pool = new Pool(1, maxTasksPerChild: 1);
        Kit.That(pool.Apply(PoolWork.Who, 0).Process != pool.Apply(PoolWork.Who, 0).Process, "they are two");
    }

    public static void RefuseLimit()
    {
        Kit.Refused<NotSupportedException>(static () => _ = new Pool(1, maxTasksPerChild: 1));
        using var pool = new Pool(1);
        Kit.That(pool.Apply(PoolWork.Square, 3) == 9, "one without a limit works");
    }

    public static void PassMuch()
    {
        using var pool = new Pool(1);
        Kit.That(pool.Apply(PoolWork.Length, new byte[Much]) == Much, "it came there");
        Kit.That(pool.Apply(PoolWork.Bytes, Much).Length == Much, "and back");
    }

    public static void RefuseMuch()
    {
        using var pool = new Pool(1);
        Kit.Refused<MultiprocessingUsageException>(() => pool.Apply(PoolWork.Length, new byte[Much]));
        Kit.Refused<RemoteException>(() => pool.Apply(PoolWork.Bytes, Much));
        Kit.That(pool.Apply(PoolWork.Square, 3) == 9, "the pool goes on");
    }

    private static int? Outcome(AsyncResult<int> result)
    {
        try
        {
            return result.Get();
        }
        catch (PoolTerminatedException)
        {
            return null;
        }
    }

    private static void Take(object thing) => Kit.That(thing is not null, "this is not run");

    private static void SetOwn(int value, Semaphore begun)
    {
        PoolWork.Own = value;
        begun.Release();
    }
}
