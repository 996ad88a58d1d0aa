namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A condition, and processes and threads that wait at it.</summary>
public abstract class WaitingCast
{
    private protected Condition Ready { get; } = new();

    /// <summary>Given back by each that is about to wait.</summary>
    private protected Semaphore Sleeping { get; } = new(0);

    /// <summary>Given back by each that was notified.</summary>
    private protected Semaphore Woken { get; } = new(0);

    private protected int Waiting => WaitingAt(Ready);

    private protected static int WaitingAt(Condition condition)
    {
        string text = condition.ToString();
        return int.Parse(text[(text.LastIndexOf(' ') + 1)..^1]);
    }

    private protected static void AwaitWaiting(int count, Condition condition) =>
        Asleep.Await(() => WaitingAt(condition) == count);

    private protected void AwaitWaiting(int count) => AwaitWaiting(count, Ready);

    private protected void Notify(int count)
    {
        using (Ready.Enter())
        {
            Ready.Notify(count);
        }
    }

    private protected Process StartProcess()
    {
        var process = new Process(WaitOnce, Ready, Sleeping, Woken);
        process.Start();
        return process;
    }

    private protected Aside StartThread()
    {
        var thread = new Aside(() => WaitOnce(Ready, Sleeping, Woken));
        thread.Start();
        return thread;
    }

    private protected static void WaitOnce(Condition ready, Semaphore sleeping, Semaphore woken)
    {
        using (ready.Enter())
        {
            sleeping.Release();
            ready.Wait();
            woken.Release();
        }
    }
}
