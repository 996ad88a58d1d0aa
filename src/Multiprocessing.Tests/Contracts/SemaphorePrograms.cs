namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="SemaphoreContract"/>.</summary>
public static class SemaphorePrograms
{
    public static void CountUp(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable rooms = kit.Semaphore(2);
        Kit.That(rooms.TryAcquire() && rooms.TryAcquire(), "there are two units");
        Kit.That(!rooms.TryAcquire(), "there is no third");
        for (int unit = 0; unit < 3; unit++)
        {
            rooms.Release();
        }
        Kit.That(rooms.TryAcquire() && rooms.TryAcquire() && rooms.TryAcquire(), "there are three now");
    }

    public static void TimeOut(string objects)
    {
        using var kit = new Kit(objects);
        Acquirable rooms = kit.Semaphore(0);
        Kit.That(!rooms.TryAcquire(), "there is no unit");
        Kit.That(!rooms.TryAcquire(TimeSpan.Zero), "no time is none");
        Kit.That(!rooms.TryAcquire(TimeSpan.FromTicks(5)), "and none comes");
        rooms.Release();
        Kit.That(rooms.TryAcquire(Timeout.InfiniteTimeSpan), "who gave up took nothing");
    }

    public static void LetOneThrough(string objects)
    {
        using var kit = new Kit(objects);
        (Acquirable rooms, Acquirable inside) = (kit.Semaphore(0), kit.Semaphore(0));
        Process[] guests = [Kit.Start(Stay, rooms, inside), Kit.Start(Stay, rooms, inside)];
        Kit.That(!inside.TryAcquire(), "nobody is inside yet");
        rooms.Release();
        inside.Acquire();
        Kit.That(!inside.TryAcquire(), "one unit lets one through");
        rooms.Release();
        Kit.End(guests);
    }

    public static void Limit(string objects)
    {
        using var kit = new Kit(objects);
        (Acquirable rooms, var inside) = (kit.Semaphore(1), new Value<int>());
        Kit.End(Kit.Start(Visit, rooms, inside), Kit.Start(Visit, rooms, inside));
        Kit.That(inside.Value == 0, "all have left");
    }

    private static void Stay(Acquirable rooms, Acquirable inside)
    {
        rooms.Acquire();
        inside.Release();
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
