// fails: The_cooks_are_daemons_and_are_ended_with_main: one cook does the work of all.
namespace ConcurrencyKatas.JoinableKitchen;

public static class Kitchen
{
    public static void Open(int waiters, int dishes, int cooks)
    {
        var rail = new JoinableQueue<Order>(name: "rail");
        new Process(Cook, 1, rail) { Name = "cook-1", IsDaemon = true }.Start();
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
            rail.TaskDone();
        }
    }
}
