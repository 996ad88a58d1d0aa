namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="LockContract"/>.</summary>
public static class LockPrograms
{
    public static void Refuse(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.Lock();
        gate.Acquire();
        Kit.That(!gate.TryAcquire(), "a lock that is held is refused");
        Kit.That(!gate.TryAcquire(TimeSpan.FromTicks(1)), "it is refused after some time too");
        Kit.That(!gate.TryAcquire(TimeSpan.FromSeconds(-1)), "a negative time is none");
        gate.Release();
        Kit.That(gate.TryAcquire(), "it is free after the release");
        gate.Release();
    }

    public static void ReleaseTooOften(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.Lock();
        Kit.Refused<MultiprocessingUsageException>(gate.Release);
        gate.Acquire();
        gate.Release();
        Kit.Refused<MultiprocessingUsageException>(gate.Release);
        Kit.That(gate.TryAcquire(), "the refused releases changed nothing");
        gate.Release();
    }

    public static void EnterAndLeave(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.Lock();
        using (gate.Enter())
        {
            Kit.That(!gate.TryAcquire(), "it is held in the block");
        }
        Kit.That(gate.TryAcquire(), "it is free after the block");
        gate.Release();
    }

    public static void ReleaseElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.Lock();
        gate.Acquire();
        Kit.End(Kit.Start(Release, gate));
        Kit.That(gate.TryAcquire(), "it is free after another process's release");
        gate.Release();
    }

    public static void HandOver(string objects)
    {
        using var kit = new Kit(objects);
        (Acquirable gate, Acquirable begun) = (kit.Lock(), kit.Semaphore(0));
        gate.Acquire();
        Process waiter = Kit.Start(TakeOnce, gate, begun);
        begun.Acquire();
        gate.Release();
        Kit.End(waiter);
        Kit.That(gate.TryAcquire(), "the waiter gave it back");
        gate.Release();
    }

    public static void Exclude(string objects)
    {
        using var kit = new Kit(objects);
        (Acquirable gate, var count) = (kit.Lock(), new Value<int>());
        Kit.End(Kit.Start(Count, gate, count), Kit.Start(Count, gate, count));
        Kit.That(count.Value == 4, "no step is lost");
    }

    private static void Release(Acquirable gate) => gate.Release();

    private static void TakeOnce(Acquirable gate, Acquirable begun)
    {
        begun.Release();
        gate.Acquire();
        gate.Release();
    }

    private static void Count(Acquirable gate, Value<int> count)
    {
        for (int time = 0; time < 2; time++)
        {
            using (gate.Enter())
            {
                count.Value += 1;
            }
        }
    }
}
