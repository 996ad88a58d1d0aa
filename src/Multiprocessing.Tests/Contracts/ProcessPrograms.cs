namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="ProcessContract"/>.</summary>
public static class ProcessPrograms
{
    private static int s_static;

    public static void LiveOnce()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        using var child = new Process(WaitFor, running, goOn) { Name = "errand" };
        Kit.That(!child.IsAlive && child.ExitCode is null && child.Id is null, "it has not started");
        Kit.That(!Process.ActiveChildren().Contains(child), "it is no child before its start");
        child.Start();
        Kit.Take(running);
        Kit.That(child.IsAlive && child.ExitCode is null && child.Id is not null, "it runs");
        Kit.That(Process.ActiveChildren().Contains(child), "it is a child");
        Kit.That(!child.Join(TimeSpan.Zero) && !child.Join(TimeSpan.FromSeconds(-1)), "it has not ended");
        Kit.That(!child.Join(TimeSpan.FromTicks(5)), "nor after some time");
        goOn.Release();
        Kit.Await(child);
        child.Join();
        Kit.That(!child.IsAlive && child.Id is not null, "it does not run any more");
        Kit.That(!Process.ActiveChildren().Contains(child), "it is no child any more");
    }

    public static void KnowItself()
    {
        var id = new Value<int>();
        Kit.That(Process.Current.IsAlive && Process.Current.ExitCode is null, "main runs");
        Kit.That(!Process.Current.IsDaemon, "main is no daemon");
        var child = new Process(TellId, id, "errand") { Name = "errand" };
        child.Start();
        Kit.Await(child);
        Kit.That(id.Value == child.Id && id.Value != Process.Current.Id, "the child has the id that is seen here");
        Kit.End(child, Kit.Start(TellNames));
    }

    public static void CopyArguments()
    {
        List<int> numbers = [1, 2];
        var seen = new Value<int>();
        Process child = Kit.Start(AddUp, numbers, (3, "four"), new[] { "five" }, seen);
        numbers.Add(100);
        Kit.End(child);
        Kit.That(seen.Value == 106, "what was passed is what it was at the start");
        Kit.That(numbers.SequenceEqual([1, 2, 100]), "what the child changes is its own");
    }

    public static void RunSubclass()
    {
        var sum = new Value<int>();
        var child = new Adder(sum, [1, 2, 3]);
        Kit.That(child.Name.StartsWith("Adder-", StringComparison.Ordinal), "it is named after its type");
        child.Start();
        Kit.End(child);
        Kit.That(sum.Value == 6, "it has added");
    }

    public static void ChangeStatic()
    {
        s_static = 1;
        var seen = new Value<int>();
        Kit.End(Kit.Start(SetStatic, seen));
        Kit.That(seen.Value == 2 && s_static == 1, "each has its own");
    }

    public static void Throw()
    {
        (Process bad, Process good) = (Kit.Start(Refuse), Kit.Start(Nothing));
        Kit.Await(bad, exitCode: 1);
        Kit.End(good);
        bad.Dispose();
    }

    public static void StartMany()
    {
        var count = new Value<int>();
        for (int round = 0; round < 2; round++)
        {
            Process[] children = [Kit.Start(CountUp, count), Kit.Start(CountUp, count), Kit.Start(CountUp, count)];
            Kit.That(children.Select(static child => child.Id).Distinct().Count() == 3, "they are three");
            Kit.That(children.Select(static child => child.Name).Distinct().Count() == 3, "with a name each");
            Kit.End(children);
        }
        Kit.That(count.Value == 6, "each has run");
    }

    public static void WaitForAny()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        (Process slow, Process quick) = (Kit.Start(WaitFor, running, goOn), Kit.Start(Nothing));
        Kit.That(Process.WaitAny([slow, quick]) is [var first] && first == quick, "only the one has ended");
        Kit.That(Process.WaitAny([slow], TimeSpan.Zero).Count == 0, "the other one has not");
        Kit.That(Process.WaitAny([slow], TimeSpan.FromTicks(5)).Count == 0, "nor after some time");
        goOn.Release();
        Kit.That(Process.WaitAny([slow]) is [var second] && second == slow, "now it has");
        Kit.That(Process.WaitAny([slow, quick]).SequenceEqual([slow, quick]), "both are told, in the order given");
        Kit.Refused<MultiprocessingUsageException>(() => Process.WaitAny([]));
        Kit.Refused<MultiprocessingUsageException>(() => Process.WaitAny([slow, new Process(Nothing)]));
        Kit.End(slow, quick);
    }

    public static void Close()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        Process child = Kit.Start(WaitFor, running, goOn);
        Kit.Refused<MultiprocessingUsageException>(child.Close);
        goOn.Release();
        Kit.Await(child);
        child.Close();
        child.Close();
        Kit.Refused<ObjectDisposedException>(child.Start);
        Kit.Refused<ObjectDisposedException>(child.Join);
        Kit.Refused<ObjectDisposedException>(child.Terminate);
        Kit.Refused<ObjectDisposedException>(() => _ = child.IsAlive);
        Kit.Refused<ObjectDisposedException>(() => _ = child.ExitCode);
        Kit.Refused<ObjectDisposedException>(() => _ = child.Id);
        Kit.Refused<ObjectDisposedException>(() => Process.WaitAny([child]));
        Kit.That(child.Name.StartsWith("Process-", StringComparison.Ordinal), "its name stays");
    }

    public static void RefuseNonsense()
    {
        using var child = new Process(Nothing);
        Kit.Refused<MultiprocessingUsageException>(child.Join);
        Kit.Refused<MultiprocessingUsageException>(child.Terminate);
        child.Start();
        Kit.Refused<MultiprocessingUsageException>(child.Start);
        Kit.Refused<MultiprocessingUsageException>(() => child.IsDaemon = true);
        Kit.Refused<MultiprocessingUsageException>(() => child.IsDetached = true);
        Kit.Refused<MultiprocessingUsageException>(() => Kit.Start(Take, child));
        Kit.Refused<MultiprocessingUsageException>(() => Kit.Start(Take, Thread.CurrentThread));
        Kit.Refused<MultiprocessingUsageException>(Process.Current.Join);
        Kit.Refused<MultiprocessingUsageException>(() =>
            _ = new Process(Nothing) { IsDaemon = true, IsDetached = true }
        );
        Kit.Await(child);
        Kit.Refused<MultiprocessingUsageException>(child.Start);
    }

    public static void TerminateAndKill()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        using Process first = Kit.Start(WaitFor, running, goOn);
        using Process second = Kit.Start(WaitFor, running, goOn);
        Kit.Take(running);
        Kit.Take(running);
        first.Terminate();
        second.Kill();
        Kit.Await(first, exitCode: -15);
        Kit.Await(second, exitCode: -9);
        first.Terminate();
        second.Kill();
        Kit.That(!first.IsAlive && !second.IsAlive, "they have ended");
    }

    public static void RefuseSignals()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        Process child = Kit.Start(WaitFor, running, goOn);
        Kit.Refused<NotSupportedException>(child.Terminate);
        Kit.Refused<NotSupportedException>(child.Kill);
        Kit.That(child.IsAlive, "it goes on");
        goOn.Release();
        Kit.End(child);
    }

    private static void Nothing() { }

    private static void Take(object thing) => Kit.That(thing is not null, "this is not run");

    private static void Refuse() => throw new InvalidOperationException("on purpose");

    private static void WaitFor(Semaphore running, Semaphore goOn)
    {
        running.Release();
        goOn.Acquire();
    }

    private static void TellId(Value<int> id, string name)
    {
        Kit.That(Process.Current.Name == name && Process.Current.IsAlive, "it knows itself");
        id.Value = Process.Current.Id ?? 0;
    }

    private static void TellNames()
    {
        string[] names = [new Process(Nothing).Name, new Process(Nothing).Name];
        string mine = Process.Current.Name;
        Kit.That(names.SequenceEqual([$"{mine}:1", $"{mine}:2"]), "names tell who is whose child");
    }

    private static void AddUp(List<int> numbers, (int Three, string Four) pair, string[] five, Value<int> seen)
    {
        seen.Value = numbers.Sum() + pair.Three + (five is ["five"] && pair.Four == "four" ? 100 : 0);
        numbers.Clear();
    }

    private static void SetStatic(Value<int> seen)
    {
        s_static = 2;
        seen.Value = s_static;
    }

    private static void CountUp(Value<int> count) => _ = count.Add(1);

    private sealed class Adder(Value<int> sum, int[] numbers) : Process
    {
        public override void Run() => sum.Value = numbers.Sum();
    }
}
