namespace ConcurrencyKatas.JoinableKitchen;

public static class Kitchen
{
    public static void Open(int waiters, int dishes, int cooks)
    {
        var rail = new Queue<Order>(name: "rail");
        var plates = new Semaphore(0, "empty plates");
        for (var cook = 1; cook <= cooks; cook++)
        {
            new Process(Cook, cook, rail, plates) { Name = $"cook-{cook}", IsDaemon = true }.Start();
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
        for (var plate = 0; plate < waiters * dishes; plate++)
        {
            plates.Acquire();
        }
    }

    private static void Wait(int waiter, int dishes, Queue<Order> rail)
    {
        for (var number = 1; number <= dishes; number++)
        {
            rail.Put(Guests.Choose(waiter, number));
        }
    }

    private static void Cook(int cook, Queue<Order> rail, Semaphore plates)
    {
        while (true)
        {
            var order = rail.Get();
            Stove.Cook(cook, order);
            Guests.Eat(order);
            plates.Release();
        }
    }
}
