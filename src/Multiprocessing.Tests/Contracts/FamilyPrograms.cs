namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="FamilyContract"/>.</summary>
public static class FamilyPrograms
{
    public static void Recurse()
    {
        var paths = new Queue<string>();
        Branch(paths, "");
        string[] seen = [.. Enumerable.Range(0, 7).Select(_ => paths.Get())];
        Kit.That(seen.SequenceEqual(["", "0", "00", "01", "1", "10", "11"]), "each had its children before it ended");
    }

    public static void LeaveWithoutJoin()
    {
        var (done, goOn) = (new Value<int>(), new Semaphore(0));
        Process parent = Kit.Start(StartOnly, done, goOn);
        Kit.That(!parent.Join(TimeSpan.FromTicks(5)), "it has a child that goes on");
        goOn.Release();
        Kit.End(parent);
        Kit.That(done.Value == 1, "its child had ended before");
    }

    public static void ThrowWithoutJoin()
    {
        var (done, goOn) = (new Value<int>(), new Semaphore(0));
        using Process parent = Kit.Start(StartAndThrow, done, goOn);
        Kit.That(!parent.Join(TimeSpan.FromTicks(5)), "it has a child that goes on");
        goOn.Release();
        Kit.Await(parent, exitCode: 1);
        Kit.That(done.Value == 1, "its child had ended before");
    }

    public static void LeaveDaemon()
    {
        var (done, running, goOn) = (new Value<int>(), new Semaphore(0), new Semaphore(0));
        Kit.End(Kit.Start(StartDaemon, done, running, goOn));
        goOn.Release();
        Kit.That(goOn.TryAcquire() && done.Value == 0, "nobody is there to go on");
    }

    public static void JoinDaemon()
    {
        var refused = new Value<int>();
        using var plain = new Process(Nothing);
        Kit.That(!plain.IsDaemon, "nobody is a daemon unless it is made one");
        var daemon = new Process(TryToHaveChildren, refused) { IsDaemon = true };
        daemon.Start();
        Kit.End(daemon);
        Kit.That(refused.Value == 2, "it has been refused children");
    }

    public static void LeaveDetached()
    {
        var (running, goOn, done) = (new Semaphore(0), new Semaphore(0), new Semaphore(0));
        Kit.End(Kit.Start(StartDetached, running, goOn, done));
        Kit.Take(running);
        Kit.That(!done.TryAcquire(), "it has not ended with its parent");
        goOn.Release();
        Kit.Take(done);
    }

    private static void Nothing() { }

    private static void Branch(Queue<string> paths, string path)
    {
        paths.Put(path);
        for (int branch = 0; branch < 2 && path.Length < 2; branch++)
        {
            Kit.End(Kit.Start(Branch, paths, $"{path}{branch}"));
        }
    }

    private static void CountWhenAllowed(Value<int> count, Semaphore goOn)
    {
        goOn.Acquire();
        _ = count.Add(1);
    }

    private static void StartOnly(Value<int> done, Semaphore goOn) => Kit.Start(CountWhenAllowed, done, goOn);

    private static void StartAndThrow(Value<int> done, Semaphore goOn)
    {
        _ = Kit.Start(CountWhenAllowed, done, goOn);
        throw new InvalidOperationException("on purpose");
    }

    private static void StartDaemon(Value<int> done, Semaphore running, Semaphore goOn)
    {
        new Process(RunAsDaemon, done, running, goOn) { IsDaemon = true }.Start();
        running.Acquire();
    }

    private static void RunAsDaemon(Value<int> done, Semaphore running, Semaphore goOn)
    {
        Kit.That(Process.Current.IsDaemon, "it knows that it is one");
        running.Release();
        CountWhenAllowed(done, goOn);
    }

    private static void TryToHaveChildren(Value<int> refused)
    {
        Kit.Refused<MultiprocessingUsageException>(() => Kit.Start(Nothing));
        _ = refused.Add(1);
        Kit.Refused<MultiprocessingUsageException>(static () => _ = new Manager());
        _ = refused.Add(1);
    }

    private static void StartDetached(Semaphore running, Semaphore goOn, Semaphore done) =>
        new Process(Outlive, running, goOn, done) { IsDetached = true }.Start();

    private static void Outlive(Semaphore running, Semaphore goOn, Semaphore done)
    {
        running.Release();
        goOn.Acquire();
        done.Release();
    }
}
