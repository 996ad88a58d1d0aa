namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="BoundedSemaphoreContract"/>.</summary>
public static class BoundedSemaphorePrograms
{
    public static void CountBack(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable rooms = kit.BoundedSemaphore(2);
        Kit.That(rooms.TryAcquire() && rooms.TryAcquire(), "there are two units");
        Kit.That(!rooms.TryAcquire() && !rooms.TryAcquire(TimeSpan.FromTicks(5)), "there is no third");
        rooms.Release();
        rooms.Release();
        Kit.That(rooms.TryAcquire() && rooms.TryAcquire() && !rooms.TryAcquire(), "there are two again");
    }

    public static void RefuseRelease(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable rooms = kit.BoundedSemaphore(1);
        Kit.Refused<MultiprocessingUsageException>(rooms.Release);
        rooms.Acquire();
        rooms.Release();
        Kit.Refused<MultiprocessingUsageException>(rooms.Release);
        Kit.That(rooms.TryAcquire() && !rooms.TryAcquire(), "there is one unit");
    }

    public static void RefuseOneOfTwo(string objects)
    {
        using var kit = new Kit(objects);
        (Acquirable rooms, var refused) = (kit.BoundedSemaphore(1), new Value<int>());
        rooms.Acquire();
        Kit.End(Kit.Start(TryToRelease, rooms, refused), Kit.Start(TryToRelease, rooms, refused));
        Kit.That(refused.Value == 1, "one was refused");
        Kit.That(rooms.TryAcquire() && !rooms.TryAcquire(), "there is one unit");
    }

    public static void ReleaseElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable rooms = kit.BoundedSemaphore(1);
        Kit.End(Kit.Start(Take, rooms));
        Kit.That(!rooms.TryAcquire(), "it stays taken when the child has ended");
        rooms.Release();
        Kit.Refused<MultiprocessingUsageException>(rooms.Release);
    }

    public static void Limit(string objects)
    {
        using var kit = new Kit(objects);
        (Acquirable rooms, var inside) = (kit.BoundedSemaphore(1), new Value<int>());
        Kit.End(Kit.Start(Visit, rooms, inside), Kit.Start(Visit, rooms, inside));
        Kit.That(inside.Value == 0, "all have left");
    }

    private static void Take(Acquirable rooms) => rooms.Acquire();

    private static void TryToRelease(Acquirable rooms, Value<int> refused)
    {
        try
        {
            rooms.Release();
        }
        catch (MultiprocessingUsageException)
        {
            _ = refused.Add(1);
        }
    }

    private static void Visit(Acquirable rooms, Value<int> inside)
    {
        using (rooms.Enter())
        {
            Kit.That(inside.Add(1) == 1, "only one is inside");
            _ = inside.Add(-1);
        }
    }
}
