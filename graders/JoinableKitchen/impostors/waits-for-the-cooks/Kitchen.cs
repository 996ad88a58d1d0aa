// deadlock: main joins cooks who never go home by themselves.
namespace ConcurrencyKatas.JoinableKitchen;

public static class Kitchen
{
    public static void Open(int waiters, int dishes, int cooks)
    {
        var rail = new JoinableQueue<Order>(name: "rail");
        var cooking = new List<Process>();
        for (var cook = 1; cook <= cooks; cook++)
        {
            var process = new Process(Cook, cook, rail) { Name = $"cook-{cook}", IsDaemon = true };
            process.Start();
            cooking.Add(process);
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
        foreach (var cook in cooking)
        {
            cook.Join();
        }
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
            rail.TaskDone();
        }
    }
}
