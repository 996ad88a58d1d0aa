namespace ConcurrencyKatas.JoinableKitchen;

public static class Kitchen
{
    public static void Open(int waiters, int dishes, int cooks)
    {
        var rail = new JoinableQueue<Order>(name: "rail");
        var waiting = Enumerable.Range(1, waiters).Select(number => new Waiter(number, dishes, rail)).ToList();
        waiting.ForEach(static waiter => waiter.Start());
        foreach (var number in Enumerable.Range(1, cooks))
        {
            new CookAtWork(number, rail).Start();
        }
        waiting.ForEach(static waiter => waiter.Join());
        rail.Join();
    }

    private sealed class Waiter(int number, int dishes, JoinableQueue<Order> rail) : Process
    {
        public override void Run()
        {
            foreach (var dish in Enumerable.Range(1, dishes))
            {
                rail.Put(Guests.Choose(number, dish));
            }
        }
    }

    private sealed class CookAtWork : Process
    {
        private readonly int _number;
        private readonly JoinableQueue<Order> _rail;

        public CookAtWork(int number, JoinableQueue<Order> rail)
        {
            (_number, _rail) = (number, rail);
            IsDaemon = true;
        }

        public override void Run()
        {
            while (true)
            {
                var order = _rail.Get();
                Stove.Cook(_number, order);
                Guests.Eat(order);
                _rail.TaskDone();
            }
        }
    }
}
