namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="SimpleQueueContract"/>.</summary>
public static class SimpleQueuePrograms
{
    public static void FillElsewhere()
    {
        var (orders, goOn, done) = (new SimpleQueue<bool>(), new Semaphore(0), new Semaphore(0));
        Process child = Kit.Start(PutTwo, orders, goOn, done);
        Kit.That(orders.IsEmpty, "it is empty");
        goOn.Release();
        Kit.Take(done);
        Kit.That(!orders.IsEmpty, "it is not empty");
        Kit.That(orders.Get() && !orders.Get() && orders.IsEmpty, "it is empty again");
        Kit.End(child);
    }

    public static void Close()
    {
        var orders = new SimpleQueue<int>();
        orders.Put(1);
        Kit.End(Kit.Start(CloseAndAsk, orders));
        Kit.That(orders.Get() == 1, "for others nothing has changed");
        orders.Close();
        orders.Close();
        Kit.Refused<ObjectDisposedException>(() => orders.Put(2));
        Kit.Refused<ObjectDisposedException>(() => orders.Get());
        Kit.Refused<ObjectDisposedException>(() => _ = orders.IsEmpty);
    }

    public static void KeepOrder()
    {
        var orders = new SimpleQueue<(int Number, string? Dish)>();
        Process child = Kit.Start(TakeFive, orders);
        for (int number = 0; number < 5; number++)
        {
            orders.Put((number, number == 3 ? null : $"dish {number}"));
        }
        Kit.End(child);
        Kit.That(orders.IsEmpty, "the child has taken all");
    }

    public static void HandOver()
    {
        (SimpleQueue<int> orders, SimpleQueue<int> meals) = (new(), new());
        Process cook = Kit.Start(Cook, orders, meals);
        orders.Put(7);
        Kit.That(meals.Get() == 70, "the order came");
        Kit.End(cook);
    }

    public static void SurviveItsProducer()
    {
        var orders = new SimpleQueue<int>();
        Kit.End(Kit.Start(PutThree, orders, 1));
        Kit.That(orders.Get() == 1 && orders.Get() == 2 && orders.Get() == 3, "all of it is there");
    }

    public static void HandOutOnce()
    {
        var (orders, taken) = (new SimpleQueue<int>(), new SharedArray<int>(6));
        Process[] cooks = [Kit.Start(TakeThree, orders, taken), Kit.Start(TakeThree, orders, taken)];
        Process guest = Kit.Start(PutThree, orders, 3);
        PutThree(orders, 0);
        Kit.End([guest, .. cooks]);
        Kit.That(taken.ToArray().All(static times => times == 1), "each was taken once");
    }

    public static void RefuseWhatCannotTravel()
    {
        var orders = new SimpleQueue<object>();
        Process child = Kit.Start(TakeOneAndTwo, orders);
        orders.Put(1);
        Kit.Refused<MultiprocessingUsageException>(() => orders.Put(Thread.CurrentThread));
        orders.Put(2);
        Kit.End(child);
    }

    public static void Travel()
    {
        (SimpleQueue<SimpleQueue<int>> letters, SimpleQueue<int> answer) = (new(), new(name: "answer"));
        Process child = Kit.Start(Answer, letters);
        letters.Put(answer);
        Kit.That(answer.Get() == 42, "the child put it there");
        Kit.End(child);
    }

    private static void PutTwo(SimpleQueue<bool> orders, Semaphore goOn, Semaphore done)
    {
        goOn.Acquire();
        orders.Put(true);
        orders.Put(false);
        done.Release();
    }

    private static void PutThree(SimpleQueue<int> orders, int first)
    {
        for (int number = first; number < first + 3; number++)
        {
            orders.Put(number);
        }
    }

    private static void TakeFive(SimpleQueue<(int Number, string? Dish)> orders)
    {
        for (int number = 0; number < 5; number++)
        {
            Kit.That(orders.Get() == (number, number == 3 ? null : $"dish {number}"), "first in, first out");
        }
    }

    private static void Cook(SimpleQueue<int> orders, SimpleQueue<int> meals) => meals.Put(orders.Get() * 10);

    private static void CloseAndAsk(SimpleQueue<int> orders)
    {
        orders.Close();
        Kit.Refused<ObjectDisposedException>(() => orders.Get());
    }

    private static void TakeThree(SimpleQueue<int> orders, SharedArray<int> taken)
    {
        for (int time = 0; time < 3; time++)
        {
            _ = taken.Add(orders.Get(), 1);
        }
    }

    private static void TakeOneAndTwo(SimpleQueue<object> orders) =>
        Kit.That(orders.Get() is 1 && orders.Get() is 2, "it was not put");

    private static void Answer(SimpleQueue<SimpleQueue<int>> letters)
    {
        SimpleQueue<int> answer = letters.Get();
        Kit.That(answer.Name == "answer", "it has come with its name");
        answer.Put(42);
    }
}
