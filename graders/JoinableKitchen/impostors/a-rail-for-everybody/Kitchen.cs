// fails: When_the_kitchen_closes_every_dish_is_cooked_and_eaten: each process makes a rail of its own, so no cook ever sees an order, and main joins an empty one.
namespace ConcurrencyKatas.JoinableKitchen;

public static class Kitchen
{
    public static void Open(int waiters, int dishes, int cooks)
    {
        var rail = new JoinableQueue<Order>(name: "rail");
        for (var cook = 1; cook <= cooks; cook++)
        {
            new Process(Cook, cook) { Name = $"cook-{cook}", IsDaemon = true }.Start();
        }
        var waiting = new List<Process>();
        for (var waiter = 1; waiter <= waiters; waiter++)
        {
            var process = new Process(Wait, waiter, dishes) { Name = $"waiter-{waiter}" };
            process.Start();
            waiting.Add(process);
        }
        foreach (var waiter in waiting)
        {
            waiter.Join();
        }
        rail.Join();
    }

    private static void Wait(int waiter, int dishes)
    {
        var rail = new JoinableQueue<Order>(name: "rail");
        for (var number = 1; number <= dishes; number++)
        {
            rail.Put(Guests.Choose(waiter, number));
        }
    }

    private static void Cook(int cook)
    {
        var rail = new JoinableQueue<Order>(name: "rail");
        while (true)
        {
            var order = rail.Get();
            Stove.Cook(cook, order);
            Guests.Eat(order);
            rail.TaskDone();
        }
    }
}
