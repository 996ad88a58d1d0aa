// deadlock: nobody ever says that a dish has been dealt with, so main waits for ever.
namespace ConcurrencyKatas.JoinableKitchen;

public static class Kitchen
{
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

    private static void Wait(int waiter, int dishes, JoinableQueue<Order> rail)
    {
        for (var number = 1; number <= dishes; number++)
        {
            rail.Put(Guests.Choose(waiter, number));
        }
    }

    private static void Cook(int cook, JoinableQueue<Order> rail)
    {
        while (true)
        {
            var order = rail.Get();
            Stove.Cook(cook, order);
            Guests.Eat(order);
        }
    }
}
