namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="RLockContract"/>.</summary>
public static class RLockPrograms
{
    public static void CountDepth(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.RLock();
        for (int time = 0; time < 3; time++)
        {
            Kit.That(gate.TryAcquire(), "its owner may take it again");
        }
        for (int time = 0; time < 3; time++)
        {
            Kit.End(Kit.Start(ExpectHeld, gate));
            gate.Release();
        }
        Kit.End(Kit.Start(ExpectFree, gate));
    }

    public static void ReleaseTooOften(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.RLock();
        gate.Acquire();
        gate.Release();
        Kit.Refused<MultiprocessingUsageException>(gate.Release);
        Kit.End(Kit.Start(ExpectFree, gate));
    }

    public static void ReleaseElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.RLock();
        gate.Acquire();
        Kit.End(Kit.Start(ExpectRefusal, gate));
        Kit.End(Kit.Start(ExpectHeld, gate));
        gate.Release();
    }

    public static void HandOver(string objects)
    {
        using var kit = new Kit(objects);
        (Acquirable gate, Acquirable begun, var held) = (kit.RLock(), kit.Semaphore(0), new Value<int>(2));
        gate.Acquire();
        gate.Acquire();
        Process waiter = Kit.Start(TakeWhenFree, gate, begun, held);
        begun.Acquire();
        held.Value = 1;
        gate.Release();
        held.Value = 0;
        gate.Release();
        Kit.End(waiter);
    }

    public static void EnterTwice(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable gate = kit.RLock();
        using (gate.Enter())
        using (gate.Enter())
        {
            Kit.End(Kit.Start(ExpectHeld, gate));
        }
        Kit.End(Kit.Start(ExpectFree, gate));
    }

    private static void ExpectHeld(Acquirable gate) => Kit.That(!gate.TryAcquire(), "another process holds it");

    private static void ExpectFree(Acquirable gate)
    {
        Kit.That(gate.TryAcquire(), "nobody holds it");
        gate.Release();
    }

    private static void ExpectRefusal(Acquirable gate) => Kit.Refused<MultiprocessingUsageException>(gate.Release);

    private static void TakeWhenFree(Acquirable gate, Acquirable begun, Value<int> held)
    {
        begun.Release();
        gate.Acquire();
        Kit.That(held.Value == 0, "its owner had given it back as often as it took it");
        gate.Release();
    }
}
