namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="JoinableQueueContract"/>.</summary>
public static class JoinableQueuePrograms
{
    public static void JoinAll(string objects)
    {
        using var kit = new Kit(objects);
        (JoinableQueue<int> orders, var done) = (kit.JoinableQueue<int>(), new Value<int>());
        for (int number = 0; number < 4; number++)
        {
            orders.Put(number);
        }
        Kit.That(!orders.Join(TimeSpan.Zero), "nothing has been dealt with");
        Process[] cooks = [Kit.Start(DealWithTwo, orders, done), Kit.Start(DealWithTwo, orders, done)];
        orders.Join();
        Kit.That(done.Value == 4, "everything has been dealt with");
        Kit.End(cooks);
    }

    public static void RefuseTaskDone(string objects)
    {
        using var kit = new Kit(objects);
        JoinableQueue<int> orders = kit.JoinableQueue<int>();
        Kit.Refused<MultiprocessingUsageException>(orders.TaskDone);
        orders.Put(1);
        orders.TaskDone();
        Kit.Refused<MultiprocessingUsageException>(orders.TaskDone);
        orders.Join();
    }

    public static void TakingIsNotDealingWith(string objects)
    {
        using var kit = new Kit(objects);
        JoinableQueue<int> orders = kit.JoinableQueue<int>();
        orders.Put(1);
        _ = orders.Get();
        Kit.That(orders.IsEmpty && !orders.Join(TimeSpan.Zero), "it was taken and not dealt with");
        Kit.That(!orders.Join(TimeSpan.FromTicks(5)), "after some time neither");
        orders.TaskDone();
        Kit.That(orders.Join(TimeSpan.Zero), "now it was");
    }

    public static void JoinUnused(string objects)
    {
        using var kit = new Kit(objects);
        JoinableQueue<int> orders = kit.JoinableQueue<int>();
        orders.Join();
        Kit.That(orders.Join(TimeSpan.Zero), "there is nothing to deal with");
    }

    public static void LetAllThrough(string objects)
    {
        using var kit = new Kit(objects);
        JoinableQueue<int> orders = kit.JoinableQueue<int>();
        orders.Put(1);
        Process[] waiters = [Kit.Start(JoinOnce, orders), Kit.Start(JoinOnce, orders)];
        _ = orders.Get();
        orders.TaskDone();
        Kit.End(waiters);
    }

    public static void DealElsewhere(string objects)
    {
        using var kit = new Kit(objects);
        JoinableQueue<int> orders = kit.JoinableQueue<int>();
        orders.Put(1);
        orders.Put(2);
        Kit.End(Kit.Start(DealWithTwo, orders, new Value<int>()));
        Kit.That(orders.IsEmpty && orders.Join(TimeSpan.Zero), "the child has dealt with all");
    }

    private static void DealWithTwo(JoinableQueue<int> orders, Value<int> done)
    {
        for (int time = 0; time < 2; time++)
        {
            _ = orders.Get();
            _ = done.Add(1);
            orders.TaskDone();
        }
    }

    private static void JoinOnce(JoinableQueue<int> orders) => orders.Join();
}
