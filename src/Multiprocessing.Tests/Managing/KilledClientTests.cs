using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a manager's server makes of clients that are killed, with SIGKILL, while they wait or at any moment.</summary>
public sealed class KilledClientTests : IDisposable
{
    private readonly Manager _manager = new();
    private readonly Semaphore _begun = new(0);
    private readonly Semaphore _told = new(0);

    public void Dispose() => _manager.Dispose();

    [SlowTheory]
    [InlineData(SlotKind.LockProxy)]
    [InlineData(SlotKind.RLockProxy)]
    [InlineData(SlotKind.SemaphoreProxy)]
    [InlineData(SlotKind.BoundedSemaphoreProxy)]
    public void A_client_that_is_killed_while_it_waits_for_a_lock_or_a_unit_takes_none(SlotKind kind)
    {
        Acquirable gate = kind switch
        {
            SlotKind.LockProxy => _manager.Lock(),
            SlotKind.RLockProxy => _manager.RLock(),
            SlotKind.SemaphoreProxy => _manager.Semaphore(),
            _ => _manager.BoundedSemaphore(),
        };
        gate.Acquire();
        using var waiter = new Process(TakeForEver, gate, _begun);
        waiter.Start();
        _begun.AcquireWatched();
        Kill(waiter);
        gate.Release();
        gate.AcquireWatched(); // And nobody is reported to have held it.
        gate.Release();
    }

    [SlowFact]
    public void A_client_that_is_killed_while_it_waits_for_an_event_keeps_nobody_else_from_going_on()
    {
        EventProxy opening = _manager.Event();
        using Process victim = Start(AwaitEvent, opening, _begun);
        using Process other = Start(AwaitEvent, opening, _begun);
        Kill(victim);
        opening.Set();
        other.JoinWatched();
        Assert.Equal(0, other.ExitCode);
    }

    [SlowFact]
    public void A_client_that_is_killed_while_it_waits_in_a_join_keeps_nobody_else_from_going_on()
    {
        JoinableQueueProxy<int> orders = _manager.JoinableQueue<int>();
        orders.Put(1);
        using Process victim = Start(JoinAll, orders, _begun);
        using Process other = Start(JoinAll, orders, _begun);
        Kill(victim);
        Assert.False(orders.Join(TimeSpan.Zero));
        orders.TaskDone();
        other.JoinWatched();
        Assert.Equal(0, other.ExitCode);
    }

    [SlowFact]
    public void A_client_that_is_killed_while_it_waits_for_an_item_takes_none()
    {
        QueueProxy<int> orders = _manager.Queue<int>();
        using var getter = new Process(TakeOne, orders, _begun);
        getter.Start();
        _begun.AcquireWatched();
        Kill(getter);
        orders.Put(1);
        Assert.True(orders.TryGet(Watchdog.Limit, out int item));
        Assert.Equal(1, item);
    }

    [SlowFact]
    public void A_client_that_is_killed_while_it_waits_for_room_puts_nothing()
    {
        QueueProxy<int> orders = _manager.Queue<int>(maxSize: 1);
        orders.Put(1);
        int clients = _manager.Clients();
        using var producer = new Process(PutOne, orders, _begun);
        producer.Start();
        _begun.AcquireWatched();
        Kill(producer);
        Assert.Equal(1, orders.Get());
        Asleep.Await(() => _manager.Clients() == clients); // The server is through with the producer.
        Assert.True(orders.IsEmpty);
    }

    [SlowFact]
    public void A_party_that_is_killed_while_it_waits_breaks_a_managers_barrier()
    {
        BarrierProxy square = _manager.Barrier(3);
        using var victim = new Process(TellOfBreaking, square, _told);
        victim.Start();
        Asleep.Await(() => square.NumberWaiting == 1);
        using var other = new Process(TellOfBreaking, square, _told);
        other.Start();
        Asleep.Await(() => square.NumberWaiting == 2);
        Kill(victim);
        other.JoinWatched();
        Assert.Equal((0, 1), (other.ExitCode, _told.Value));
        Assert.True(square.IsBroken);
        square.Reset();
        Assert.False(square.IsBroken);
    }

    [SlowFact]
    public void What_a_killed_client_was_notified_of_goes_to_another_one_that_waited_at_that_time()
    {
        ConditionProxy ready = _manager.Condition();
        using Process victim = StartWaiter(ready, 1);
        using Process other = StartWaiter(ready, 2);
        using (ready.Enter())
        {
            ready.Notify();
            Kill(victim);
        }
        other.JoinWatched();
        Assert.Equal((0, 1), (other.ExitCode, _told.Value));
        Assert.EndsWith("waiting: 0)", ready.ToString());
    }

    [SlowFact]
    public void A_client_that_is_killed_while_it_waits_for_a_condition_takes_no_notification()
    {
        ConditionProxy ready = _manager.Condition(_manager.Lock());
        using Process victim = StartWaiter(ready, 1);
        using Process other = StartWaiter(ready, 2);
        Kill(victim);
        Asleep.Await(() => ready.ToString().EndsWith("waiting: 1)", StringComparison.Ordinal));
        using (ready.Enter())
        {
            ready.Notify();
        }
        other.JoinWatched();
        Assert.Equal((0, 1), (other.ExitCode, _told.Value));
    }

    [SlowFact]
    public void Clients_that_are_killed_at_any_moment_leave_a_server_that_serves()
    {
        (DictionaryProxy<int, int> left, QueueProxy<int> orders) = (
            _manager.Dictionary<int, int>(),
            _manager.Queue<int>()
        );
        OwnedLockProxy gate = _manager.RLock();
        for (int round = 0; round < 5; round++)
        {
            using var busy = new Process(UseForEver, left, orders, gate, _begun);
            busy.Start();
            _begun.AcquireWatched();
            Kill(busy);
            try
            {
                gate.AcquireWatched();
            }
            catch (AbandonedLockException)
            {
                Assert.Equal("RLockProxy(owner: MainProcess, count: 1)", gate.ToString());
            }
            left[0] = round;
            gate.Release();
            Assert.Equal(round, left[0]);
            while (orders.TryGet(out int item))
            {
                Assert.Equal(7, item);
            }
        }
    }

    private Process StartWaiter(ConditionProxy ready, int number)
    {
        var waiter = new Process(WaitOnce, ready, _told);
        waiter.Start();
        Asleep.Await(() => ready.ToString().EndsWith($"waiting: {number})", StringComparison.Ordinal));
        return waiter;
    }

    private Process Start(Delegate target, params object[] arguments)
    {
        var process = new Process(target, arguments);
        process.Start();
        _begun.AcquireWatched();
        return process;
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.JoinWatched();
        Assert.Equal(-Signals.Kill, process.ExitCode);
    }

    private static void TakeForEver(Acquirable gate, Semaphore begun)
    {
        begun.Release();
        gate.Acquire();
        new Semaphore(0).Acquire();
    }

    private static void AwaitEvent(EventProxy opening, Semaphore begun)
    {
        begun.Release();
        opening.Wait();
    }

    private static void JoinAll(JoinableQueueProxy<int> orders, Semaphore begun)
    {
        begun.Release();
        orders.Join();
    }

    private static void TakeOne(QueueProxy<int> orders, Semaphore begun)
    {
        begun.Release();
        _ = orders.Get();
    }

    private static void PutOne(QueueProxy<int> orders, Semaphore begun)
    {
        begun.Release();
        orders.Put(2);
    }

    private static void TellOfBreaking(BarrierProxy square, Semaphore told)
    {
        try
        {
            _ = square.Wait();
        }
        catch (BrokenBarrierException)
        {
            told.Release();
        }
    }

    private static void WaitOnce(ConditionProxy ready, Semaphore told)
    {
        using (ready.Enter())
        {
            ready.Wait();
            told.Release();
        }
    }

    private static void UseForEver(
        DictionaryProxy<int, int> left,
        QueueProxy<int> orders,
        OwnedLockProxy gate,
        Semaphore begun
    )
    {
        begun.Release();
        while (true)
        {
            gate.Acquire();
            left[1] = left.GetOrAdd(1, 0) + 1;
            gate.Release();
            orders.Put(7);
            _ = orders.TryGet(out _);
        }
    }
}
