using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What the processes of <see cref="AbandonedLockTests"/> do, and how they are killed.</summary>
internal static class AbandonedCast
{
    /// <summary>What a process is called that holds a lock and is killed.</summary>
    public const string Holder = "holder";

    public static Acquirable Make(AbandonedLockTests.Gate kind) =>
        kind switch
        {
            AbandonedLockTests.Gate.Lock => new Lock(),
            AbandonedLockTests.Gate.RLock => new RLock(),
            AbandonedLockTests.Gate.ConditionOverLock => new Condition(new Lock()),
            _ => new Condition(),
        };

    public static void Abandon(Acquirable gate)
    {
        using Process holder = Hold(gate);
        Kill(holder);
    }

    public static Process Hold(Acquirable gate)
    {
        var held = new Semaphore(0);
        var holder = new Process(HoldAndStay, gate, held) { Name = Holder };
        holder.Start();
        held.AcquireWatched();
        return holder;
    }

    public static void Kill(Process process)
    {
        process.Kill();
        process.JoinWatched();
        Assert.Equal(-Signals.Kill, process.ExitCode);
    }

    public static void AwaitSleeper(Acquirable gate, int count = 1) =>
        (gate is Condition condition ? condition.Gate : gate).AwaitSleepers(count);

    public static bool IsFreeElsewhere(Acquirable gate)
    {
        var taken = new Semaphore(0);
        Assert.Equal(0, new Process(TryAndRelease, gate, taken).RunToEnd());
        return taken.TryAcquire();
    }

    public static void TryAndRelease(Acquirable gate, Semaphore taken)
    {
        if (gate.TryAcquire())
        {
            taken.Release();
            gate.Release();
        }
    }

    public static void HoldAndStay(Acquirable gate, Semaphore held)
    {
        gate.Acquire();
        Children.Stay(held);
    }

    public static void TellOfWaiting(Acquirable gate, Semaphore told)
    {
        try
        {
            gate.Acquire();
        }
        catch (AbandonedLockException)
        {
            told.Release();
        }
        gate.Release();
    }

    // Ends while it holds it.
    public static void TellOfTrying(Acquirable gate, Semaphore told)
    {
        try
        {
            _ = gate.TryAcquire();
        }
        catch (AbandonedLockException)
        {
            told.Release();
        }
    }

    public static void TakeForEver(RLock gate, Semaphore running)
    {
        running.Release();
        while (true)
        {
            gate.Acquire();
            gate.Acquire();
            gate.Release();
            gate.Release();
        }
    }

    public static void NotifyAndStay(Condition ready, Semaphore notified)
    {
        ready.Acquire();
        ready.NotifyAll();
        Children.Stay(notified);
    }

    public static void WaitOnce(Condition ready, Semaphore sleeping, Semaphore woken)
    {
        using (ready.Enter())
        {
            sleeping.Release();
            ready.Wait();
            woken.Release();
        }
    }

    public static void Spin(int times)
    {
        for (int time = 0; time < times; time++)
        {
            Thread.SpinWait(1);
        }
    }
}
