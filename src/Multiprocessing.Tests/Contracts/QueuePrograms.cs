namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="QueueContract"/>.</summary>
public static class QueuePrograms
{
    public static void RefuseWhenFull(string objects)
    {
        using var kit = new Kit(objects);
        Queue<int> orders = kit.Queue<int>(2);
        Kit.That(orders.IsEmpty && !orders.IsFull, "it is empty");
        orders.Put(1);
        Kit.That(orders.TryPut(2, TimeSpan.FromTicks(5)), "there is room for two");
        Kit.That(orders.IsFull, "and no more");
        Kit.That(!orders.TryPut(3), "a full queue refuses");
        Kit.That(!orders.TryPut(3, TimeSpan.FromTicks(5)), "after some time too");
        Kit.That(orders.Get() == 1 && orders.Get() == 2 && orders.IsEmpty, "what was refused was not put");
    }

    public static void RefuseWhenEmpty(string objects)
    {
        using var kit = new Kit(objects);
        Queue<string> orders = kit.Queue<string>();
        Kit.That(!orders.TryGet(out _), "there is nothing");
        Kit.That(!orders.TryGet(TimeSpan.FromTicks(5), out _), "and nothing comes");
        Kit.That(!orders.TryGet(TimeSpan.FromSeconds(-1), out _), "a negative time is none");
        orders.Put("soup");
        Kit.That(orders.TryGet(out string? first) && first == "soup", "what was put is there");
    }

    public static void KeepOrder(string objects)
    {
        using var kit = new Kit(objects);
        Queue<(int Number, string Dish)> orders = kit.Queue<(int, string)>();
        for (int number = 0; number < 5; number++)
        {
            orders.Put((number, $"dish {number}"));
        }
        for (int number = 0; number < 5; number++)
        {
            Kit.That(orders.Get() == (number, $"dish {number}"), "first in, first out");
        }
    }

    public static void Count(string objects)
    {
        using var kit = new Kit(objects);
        Queue<int> orders = kit.Queue<int>();
        orders.Put(1);
        orders.Put(2);
        Kit.That(orders.Count == 2, "it holds two");
        _ = orders.Get();
        Kit.That(orders.Count == 1, "it holds one");
    }

    public static void SurviveItsProducer(string objects)
    {
        using var kit = new Kit(objects);
        Queue<int> orders = kit.Queue<int>();
        Kit.End(Kit.Start(PutThree, orders));
        Kit.That(orders.Get() == 1 && orders.Get() == 2 && orders.Get() == 3, "all of it is there");
    }

    public static void HandOver(string objects)
    {
        using var kit = new Kit(objects);
        (Queue<int> orders, Queue<int> meals) = (kit.Queue<int>(), kit.Queue<int>());
        Process cook = Kit.Start(Cook, orders, meals);
        orders.Put(7);
        Kit.That(meals.Get() == 70, "the order came");
        Kit.End(cook);
    }

    public static void WaitForRoom(string objects)
    {
        using var kit = new Kit(objects);
        Queue<int> orders = kit.Queue<int>(1);
        Process guest = Kit.Start(PutThree, orders);
        Kit.That(orders.Get() == 1 && orders.Get() == 2 && orders.Get() == 3, "each came when there was room");
        Kit.End(guest);
    }

    public static void Close(string objects)
    {
        using var kit = new Kit(objects);
        Queue<int> orders = kit.Queue<int>();
        orders.Put(1);
        Process child = Kit.Start(CloseAndAsk, orders);
        Kit.End(child);
        Kit.That(orders.Get() == 1, "for others nothing has changed");
        orders.Close();
        orders.Close();
        Kit.Refused<ObjectDisposedException>(() => orders.Put(2));
        Kit.Refused<ObjectDisposedException>(() => orders.Get());
        Kit.Refused<ObjectDisposedException>(() => _ = orders.IsEmpty);
    }

    public static void RefuseWhatCannotTravel(string objects)
    {
        using var kit = new Kit(objects);
        Queue<object> orders = kit.Queue<object>();
        orders.Put(1);
        Kit.Refused<MultiprocessingUsageException>(() => orders.Put(Thread.CurrentThread));
        orders.Put(2);
        Kit.That(orders.Get() is 1 && orders.Get() is 2 && orders.IsEmpty, "it was not put");
    }

    public static void HandOutOnce(string objects)
    {
        using var kit = new Kit(objects);
        (Queue<int> orders, var taken) = (kit.Queue<int>(), new SharedArray<int>(4));
        Process[] cooks = [Kit.Start(TakeTwo, orders, taken), Kit.Start(TakeTwo, orders, taken)];
        for (int number = 0; number < 4; number++)
        {
            orders.Put(number);
        }
        Kit.End(cooks);
        Kit.That(taken.ToArray().All(static times => times == 1), "each was taken once");
    }

    private static void PutThree(Queue<int> orders)
    {
        for (int number = 1; number <= 3; number++)
        {
            orders.Put(number);
        }
    }

    private static void Cook(Queue<int> orders, Queue<int> meals) => meals.Put(orders.Get() * 10);

    private static void CloseAndAsk(Queue<int> orders)
    {
        orders.Close();
        Kit.Refused<ObjectDisposedException>(() => orders.TryGet(out _));
    }

    private static void TakeTwo(Queue<int> orders, SharedArray<int> taken)
    {
        for (int time = 0; time < 2; time++)
        {
            _ = taken.Add(orders.Get(), 1);
        }
    }
}
