namespace ConcurrencyKatas.Strength.Tests;

/// <summary>A program in which every operator finds something to change.</summary>
internal static class Sample
{
    public const string File = "Bank.cs";

    public const string Text = """
        namespace ConcurrencyKatas.Bank;

        public static class Bank
        {
            public static int Open(int clerks)
            {
                using var manager = new Manager();
                var left = manager.Dictionary<string, int>();
                var desk = new RLock("desk");
                var till = new RLock("till");
                var chairs = new Semaphore(clerks, "chairs");
                var work = new JoinableQueue<int>();
                var all = new List<Process>();
                for (var clerk = 1; clerk <= clerks; clerk++)
                {
                    var one = new Process(Serve, clerk, desk, till, chairs, left) { Name = $"clerk-{clerk}" };
                    one.Start();
                    all.Add(one);
                }
                foreach (var one in all)
                {
                    one.Join();
                }
                work.Close();
                using (desk.Enter())
                {
                    return left["count"];
                }
            }

            private static void Serve(int clerk, RLock desk, RLock till, Semaphore chairs, DictionaryProxy<string, int> left)
            {
                Given.Greet(clerk);
                using (desk.Enter())
                using (till.Enter())
                {
                    Given.Count(clerk);
                    left["count"] -= 1;
                }
                Given.Rest(clerk);
                chairs.Acquire();
                try
                {
                    Given.Sit(clerk);
                }
                finally
                {
                    chairs.Release();
                }
            }

            private static void Sum(Value<int> total, RLock desk)
            {
                for (var i = 0; i < 3; i++)
                {
                    using (desk.Enter())
                    {
                        total.Value += i;
                    }
                }
            }

            private static void Wait(Condition full, JoinableQueue<int> work, Pool pool)
            {
                using var held = full.Enter();
                while (work.Count == 0)
                {
                    full.Wait();
                }
                full.NotifyAll();
                work.TaskDone();
                pool.ApplyAsync(Given.Fetch, 1, page => Given.File(page), error => Given.Miss(error));
            }
        }
        """;
}
