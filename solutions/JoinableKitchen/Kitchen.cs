namespace ConcurrencyKatas.JoinableKitchen;

/// <summary>A kitchen: waiters hang orders on the rail, cooks take them from it.</summary>
public static class Kitchen
{
    /// <summary>Opens for an evening and returns when every dish that was ordered is eaten. Runs in the main process.</summary>
    /// <param name="waiters">How many waiters there are; they are numbered from 1.</param>
    /// <param name="dishes">How many dishes each of them has ordered; they are numbered from 1.</param>
    /// <param name="cooks">How many cooks there are; they are numbered from 1.</param>
    public static void Open(int waiters, int dishes, int cooks)
    {
        var rail = new JoinableQueue<Order>(name: "rail");
        for (var cook = 1; cook <= cooks; cook++)
        {
            new Process(Cook, cook, rail) { Name = $"cook-{cook}", IsDaemon = true }.Start();
        }
        var waiting = new List<Process>();
        for (var waiter = 1; waiter <= waiters; waiter++)
        {
            var process = new Process(Wait, waiter, dishes, rail) { Name = $"waiter-{waiter}" };
            process.Start();
            waiting.Add(process);
        }
        foreach (var waiter in waiting)
        {
            waiter.Join();
        }
        rail.Join();
    }

    /// <summary>One waiter's evening. Runs in the waiter's own process, which sees its arguments only.</summary>
    private static void Wait(int waiter, int dishes, JoinableQueue<Order> rail)
    {
        for (var number = 1; number <= dishes; number++)
        {
            rail.Put(Guests.Choose(waiter, number));
        }
    }

    /// <summary>
    /// One cook's evening: takes an order from the rail, cooks it with Stove.Cook, has it eaten with Guests.Eat, and so on.
    /// Runs in the cook's own process.
    /// </summary>
    private static void Cook(int cook, JoinableQueue<Order> rail)
    {
        while (true)
        {
            var order = rail.Get();
            Stove.Cook(cook, order);
            Guests.Eat(order);
            rail.TaskDone();
        }
    }
}
