namespace ConcurrencyKatas.Multiprocessing.Tests.Contracts;

/// <summary>The programs of <see cref="EndOfManagerContract"/>.</summary>
public static class EndOfManagerPrograms
{
    public static void Lock(string objects) => Check(objects, static manager => Taken(manager.Lock()), Acquire);

    public static void RLock(string objects) => Check(objects, static manager => Taken(manager.RLock()), Acquire);

    public static void Semaphore(string objects) => Check(objects, static manager => manager.Semaphore(0), Acquire);

    public static void BoundedSemaphore(string objects) =>
        Check(objects, static manager => manager.BoundedSemaphore(0), Acquire);

    public static void Event(string objects) => Check(objects, static manager => manager.Event(), WaitForEvent);

    public static void Condition(string objects) =>
        Check(objects, static manager => manager.Condition(), WaitForCondition);

    public static void Barrier(string objects) => Check(objects, static manager => manager.Barrier(2), WaitAtBarrier);

    public static void Queue(string objects) => Check(objects, static manager => manager.Queue<int>(), Get);

    public static void FullQueue(string objects) => Check(objects, static manager => Full(manager.Queue<int>(1)), Put);

    public static void JoinableQueue(string objects) =>
        Check(objects, static manager => Full(manager.JoinableQueue<int>()), Join);

    private static void Check(string objects, Func<Manager, object> make, Delegate wait)
    {
        Kit.That(objects == Kit.Managed, "this is about managers");
        using var manager = new Manager();
        var begun = new Semaphore(0);
        Process waiter = Kit.Start(wait, make(manager), begun);
        begun.Acquire();
        manager.Dispose();
        Kit.End(waiter);
    }

    private static Acquirable Taken(Acquirable gate)
    {
        gate.Acquire();
        return gate;
    }

    private static Queue<int> Full(Queue<int> orders)
    {
        orders.Put(1);
        return orders;
    }

    private static void Acquire(Acquirable gate, Semaphore begun)
    {
        begun.Release();
        Kit.Refused<ManagerLostException>(gate.Acquire);
        Kit.Refused<ManagerLostException>(gate.Release);
    }

    private static void WaitForEvent(EventBase opening, Semaphore begun)
    {
        begun.Release();
        Kit.Refused<ManagerLostException>(opening.Wait);
        Kit.Refused<ManagerLostException>(opening.Set);
    }

    private static void WaitForCondition(ConditionBase ready, Semaphore begun)
    {
        ready.Acquire();
        begun.Release();
        Kit.Refused<ManagerLostException>(ready.Wait);
        Kit.Refused<ManagerLostException>(ready.NotifyAll);
    }

    private static void WaitAtBarrier(BarrierBase square, Semaphore begun)
    {
        begun.Release();
        Kit.Refused<ManagerLostException>(() => square.Wait());
        Kit.Refused<ManagerLostException>(() => _ = square.IsBroken);
    }

    private static void Get(Queue<int> orders, Semaphore begun)
    {
        begun.Release();
        Kit.Refused<ManagerLostException>(() => orders.Get());
        Kit.Refused<ManagerLostException>(() => _ = orders.Count);
    }

    private static void Put(Queue<int> orders, Semaphore begun)
    {
        begun.Release();
        Kit.Refused<ManagerLostException>(() => orders.Put(2));
    }

    private static void Join(JoinableQueue<int> orders, Semaphore begun)
    {
        begun.Release();
        Kit.Refused<ManagerLostException>(orders.Join);
        Kit.Refused<ManagerLostException>(orders.TaskDone);
    }
}
