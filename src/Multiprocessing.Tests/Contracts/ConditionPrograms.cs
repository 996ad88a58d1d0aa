namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="ConditionContract"/>.</summary>
public static class ConditionPrograms
{
    public static void NotifyOne(string objects)
    {
        using var kit = new Kit(objects);
        (ConditionBase ready, Acquirable sleeping, Acquirable woken) = Cast(kit);
        Process[] waiters = [Wait(ready, sleeping, woken), Wait(ready, sleeping, woken)];
        for (int waiter = 0; waiter < 2; waiter++)
        {
            Kit.That(!woken.TryAcquire(), "nobody wakes without a notification");
            Notify(ready, 1);
            Kit.Take(woken);
        }
        Kit.End(waiters);
    }

    public static void NotifyAll(string objects)
    {
        using var kit = new Kit(objects);
        (ConditionBase ready, Acquirable sleeping, Acquirable woken) = Cast(kit);
        Process[] waiters = [Wait(ready, sleeping, woken), Wait(ready, sleeping, woken)];
        using (ready.Enter())
        {
            ready.NotifyAll();
            Kit.That(!woken.TryAcquire(), "nobody goes on before the lock is free");
        }
        Kit.End(waiters);
        Kit.That(woken.TryAcquire() && woken.TryAcquire(), "both woke");
    }

    public static void AllTimeOut(string objects)
    {
        using var kit = new Kit(objects);
        ConditionBase ready = kit.Condition();
        Kit.End(Kit.Start(WaitInVain, ready), Kit.Start(WaitInVain, ready), Kit.Start(WaitInVain, ready));
        Kit.That(ready.TryAcquire(), "all have given the lock back");
        ready.Release();
    }

    public static void NotifySome(string objects)
    {
        using var kit = new Kit(objects);
        (ConditionBase ready, Acquirable sleeping, Acquirable woken) = Cast(kit);
        Process first = Wait(ready, sleeping, woken);
        Notify(ready, 3);
        Kit.End(first);
        Process second = Wait(ready, sleeping, woken);
        Kit.Take(woken);
        Kit.That(!woken.TryAcquire(), "what was too much is not kept");
        Notify(ready, 0);
        Kit.That(!woken.TryAcquire(), "none is none");
        Notify(ready, 1);
        Kit.End(second);
    }

    public static void TimeOut(string objects)
    {
        using var kit = new Kit(objects);
        ConditionBase ready = kit.Condition();
        ready.Acquire();
        Kit.That(!ready.Wait(TimeSpan.FromTicks(5)), "nobody notifies");
        Kit.That(!ready.Wait(TimeSpan.Zero), "no time is none");
        Kit.End(Kit.Start(ExpectHeld, ready));
        ready.Release();
    }

    public static void WaitFor(string objects)
    {
        using var kit = new Kit(objects);
        (ConditionBase ready, var state) = (kit.Condition(), new Value<int>());
        Process child = Kit.Start(Advance, ready, state);
        using (ready.Enter())
        {
            ready.WaitFor(() => state.Value == 2);
            Kit.That(state.Value == 2, "it is true, with the lock held");
        }
        Kit.End(child);
    }

    public static void WaitForInVain(string objects)
    {
        using var kit = new Kit(objects);
        ConditionBase ready = kit.Condition();
        using (ready.Enter())
        {
            Kit.That(!ready.WaitFor(() => false, TimeSpan.FromMilliseconds(1)), "it did not become true");
            Kit.That(ready.WaitFor(() => true, TimeSpan.Zero), "what is true already needs no wait");
        }
    }

    public static void SayResult(string objects)
    {
        using var kit = new Kit(objects);
        ConditionBase ready = kit.Condition();
        ready.Acquire();
        Process child = Kit.Start(NotifyOnce, ready);
        Kit.That(ready.Wait(TimeSpan.FromSeconds(60)), "it was notified");
        Kit.That(!ready.Wait(TimeSpan.FromTicks(1)), "a notification is used up");
        ready.Release();
        Kit.End(child);
    }

    public static void RefuseStrangers(string objects)
    {
        using var kit = new Kit(objects);
        ConditionBase ready = kit.Condition();
        Kit.Refused<MultiprocessingUsageException>(ready.Wait);
        Kit.Refused<MultiprocessingUsageException>(() => ready.Notify());
        Kit.Refused<MultiprocessingUsageException>(ready.NotifyAll);
        ready.Acquire();
        Kit.End(Kit.Start(ExpectRefusal, ready));
        ready.Release();
    }

    public static void KeepDepth(string objects)
    {
        using var kit = new Kit(objects);
        ConditionBase ready = kit.Condition();
        ready.Acquire();
        ready.Acquire();
        Process child = Kit.Start(NotifyOnce, ready);
        ready.Wait();
        Kit.End(child);
        ready.Release();
        Kit.End(Kit.Start(ExpectHeld, ready));
        ready.Release();
        Kit.Refused<MultiprocessingUsageException>(ready.Release);
    }

    public static void UsePlainLock(string objects)
    {
        using var kit = new Kit(objects);
        (ConditionBase ready, Acquirable sleeping, Acquirable woken) = (
            kit.PlainCondition(),
            kit.Semaphore(0),
            kit.Semaphore(0)
        );
        Process waiter = Wait(ready, sleeping, woken);
        Notify(ready, 1);
        Kit.End(waiter);
        Kit.That(woken.TryAcquire(), "it woke");
        Kit.That(ready.TryAcquire(), "and gave the lock back");
        ready.Release();
    }

    private static (ConditionBase Ready, Acquirable Sleeping, Acquirable Woken) Cast(Kit kit) =>
        (kit.Condition(), kit.Semaphore(0), kit.Semaphore(0));

    // Whoever has taken `sleeping` and then the lock knows that the child waits.
    private static Process Wait(ConditionBase ready, Acquirable sleeping, Acquirable woken)
    {
        Process child = Kit.Start(WaitOnce, ready, sleeping, woken);
        Kit.Take(sleeping);
        ready.Acquire();
        ready.Release();
        return child;
    }

    private static void Notify(ConditionBase ready, int count)
    {
        using (ready.Enter())
        {
            ready.Notify(count);
        }
    }

    private static void WaitOnce(ConditionBase ready, Acquirable sleeping, Acquirable woken)
    {
        using (ready.Enter())
        {
            sleeping.Release();
            ready.Wait();
            woken.Release();
        }
    }

    private static void WaitInVain(ConditionBase ready)
    {
        using (ready.Enter())
        {
            Kit.That(!ready.Wait(TimeSpan.FromMilliseconds(1)), "nobody notifies");
        }
    }

    private static void Advance(ConditionBase ready, Value<int> state)
    {
        for (int step = 1; step <= 2; step++)
        {
            using (ready.Enter())
            {
                state.Value = step;
                ready.Notify();
            }
        }
    }

    private static void NotifyOnce(ConditionBase ready) => Notify(ready, 1);

    private static void ExpectHeld(ConditionBase ready) => Kit.That(!ready.TryAcquire(), "another process holds it");

    private static void ExpectRefusal(ConditionBase ready) =>
        Kit.Refused<MultiprocessingUsageException>(() => ready.Notify());
}
