namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>After CPython's <c>_TestCondition</c>, and what CPython does not promise.</summary>
public sealed class ConditionTests : WaitingCast
{
    /// <summary>CPython: <c>_TestCondition.test_notify</c>.</summary>
    [SlowFact]
    public void Each_notification_wakes_one_who_waits_in_whatever_process_or_thread()
    {
        using Process process = StartProcess();
        Aside thread = StartThread();
        AwaitWaiting(2);
        Assert.Equal(0, Woken.Value);
        Notify(1);
        Woken.AcquireWatched();
        Assert.Equal(1, Waiting);
        Assert.Equal(0, Woken.Value);
        Notify(1);
        Woken.AcquireWatched();
        process.JoinWatched();
        thread.JoinWatched();
        Assert.Equal(0, Waiting);
    }

    /// <summary>CPython: <c>_TestCondition.test_notify_all</c>.</summary>
    [SlowFact]
    public void A_notification_of_all_wakes_processes_and_threads()
    {
        Process[] processes = [StartProcess(), StartProcess(), StartProcess()];
        Aside[] threads = [StartThread(), StartThread(), StartThread()];
        AwaitWaiting(6);
        using (Ready.Enter())
        {
            Ready.NotifyAll();
        }
        Array.ForEach(processes, process => process.JoinWatched());
        Array.ForEach(threads, thread => thread.JoinWatched());
        Assert.Equal(6, Woken.Value);
    }

    /// <summary>CPython: <c>_TestCondition.test_notify_n</c>.</summary>
    [SlowFact]
    public void A_notification_of_several_wakes_so_many_and_what_is_too_much_is_lost()
    {
        Process[] processes = [StartProcess(), StartProcess(), StartProcess()];
        Aside[] threads = [StartThread(), StartThread()];
        AwaitWaiting(5);
        Notify(2);
        Woken.AcquireWatched();
        Woken.AcquireWatched();
        Assert.Equal(3, Waiting);
        Assert.Equal(0, Woken.Value);
        Notify(7);
        Array.ForEach(processes, process => process.JoinWatched());
        Array.ForEach(threads, thread => thread.JoinWatched());
        Assert.Equal(3, Woken.Value);
        Notify(3);
        using (Ready.Enter())
        {
            Assert.False(Ready.Wait(TimeSpan.Zero));
        }
    }

    [SlowFact]
    public void Who_waited_first_is_notified_first()
    {
        using Process first = StartProcess();
        AwaitWaiting(1);
        using Process second = StartProcess();
        AwaitWaiting(2);
        Notify(1);
        first.JoinWatched();
        Assert.True(second.IsAlive);
        Notify(1);
        second.JoinWatched();
    }

    /// <summary>CPython: <c>_TestCondition.test_timeout</c>.</summary>
    [SlowFact]
    public void A_time_that_passes_is_no_notification_and_the_lock_is_held_again()
    {
        using (Ready.Enter())
        {
            Assert.False(Ready.Wait(TimeSpan.FromMilliseconds(1)));
            Assert.False(Ready.Wait(TimeSpan.Zero));
            Assert.False(Ready.Wait(TimeSpan.FromSeconds(-3)));
            Assert.Equal(0, Waiting);
            Assert.Contains("owner: MainProcess, count: 1", Ready.ToString());
        }
    }

    /// <summary>CPython: <c>_TestCondition.test_waitfor</c>.</summary>
    [SlowFact]
    public void A_wait_for_something_goes_on_when_it_has_become_true()
    {
        SharedNumber state = SharedNumber.Create();
        using var child = new Process(CountToFour, Ready, state);
        using (Ready.Enter())
        {
            child.Start();
            Assert.True(Ready.WaitFor(() => state.Value == 4, Watchdog.Limit));
            Assert.Equal(4, state.Value);
        }
        child.JoinWatched();
        Assert.Equal(0, child.ExitCode);
    }

    /// <summary>CPython: <c>_TestCondition.test_waitfor_timeout</c>.</summary>
    [SlowFact]
    public void A_wait_for_something_says_at_the_end_of_its_time_what_it_saw_last()
    {
        int asked = 0;
        using (Ready.Enter())
        {
            Assert.False(Ready.WaitFor(() => ++asked > 9, TimeSpan.FromMilliseconds(1)));
            Assert.True(asked > 0);
            Assert.True(Ready.WaitFor(() => true, TimeSpan.Zero));
            Assert.False(Ready.WaitFor(() => false, TimeSpan.Zero));
        }
    }

    /// <summary>CPython: <c>_TestCondition.test_wait_result</c>.</summary>
    [SlowFact]
    public void A_wait_says_whether_it_was_notified()
    {
        using var child = new Process(NotifyOnce, Ready);
        using (Ready.Enter())
        {
            Assert.False(Ready.Wait(TimeSpan.Zero));
            child.Start();
            Assert.True(Ready.Wait(Watchdog.Limit));
        }
        child.JoinWatched();
    }

    [SlowFact]
    public void Who_does_not_hold_the_lock_can_neither_wait_nor_notify()
    {
        var door = new Condition("door");
        string message = Assert.Throws<MultiprocessingUsageException>(door.Wait).Message;
        Assert.Contains("door", message);
        Assert.Contains("must acquire() condition before using wait()", message);
        Assert.Contains("lock is not owned", Assert.Throws<MultiprocessingUsageException>(() => door.Notify()).Message);
        Assert.Throws<MultiprocessingUsageException>(door.NotifyAll);
        Assert.Throws<ArgumentOutOfRangeException>(() => door.Notify(-1));
    }

    [SlowFact]
    public void Who_took_a_recursive_lock_three_times_waits_without_it_and_then_has_it_three_times()
    {
        var gate = new RLock();
        var ready = new Condition(gate);
        using var child = new Process(NotifyOnce, ready);
        gate.Acquire();
        using (ready.Enter())
        using (ready.Enter())
        {
            child.Start();
            Assert.True(ready.Wait(Watchdog.Limit));
            Assert.Equal("RLock(owner: MainProcess, count: 3)", gate.ToString());
        }
        gate.Release();
        child.JoinWatched();
        Assert.Equal("RLock(owner: none, count: 0)", gate.ToString());
    }

    [SlowFact]
    public void Two_conditions_over_one_plain_lock_wake_their_own_only()
    {
        var gate = new Lock();
        var (full, empty) = (new Condition(gate, "full"), new Condition(gate, "empty"));
        using var atFull = new Process(WaitOnce, full, Sleeping, Woken);
        using var atEmpty = new Process(WaitOnce, empty, Sleeping, Woken);
        atFull.Start();
        atEmpty.Start();
        AwaitWaiting(1, full);
        AwaitWaiting(1, empty);
        using (gate.Enter())
        {
            empty.NotifyAll();
        }
        atEmpty.JoinWatched();
        Assert.Equal(1, WaitingAt(full));
        using (full.Enter())
        {
            full.Notify();
        }
        atFull.JoinWatched();
        Assert.Equal("Condition(Lock(owner: none), waiting: 0)", full.ToString());
    }

    [SlowFact]
    public void A_wait_that_is_cancelled_holds_the_lock_again()
    {
        using var cancellation = new CancellationTokenSource();
        Exception? seen = null;
        bool held = false;
        var waiter = new Aside(() =>
        {
            using (Ready.Enter())
            {
                seen = Record.Exception(() => Ready.Wait(cancellation.Token));
                held = Record.Exception(() => Ready.Notify()) is null;
            }
        });
        waiter.Start();
        AwaitWaiting(1);
        cancellation.Cancel();
        waiter.JoinWatched();
        Assert.IsType<OperationCanceledException>(seen);
        Assert.True(held);
        Assert.Equal(0, Waiting);
        Assert.True(Ready.TryAcquire());
        Ready.Release();
    }

    [SlowFact]
    public void A_condition_and_its_own_lock_have_one_name()
    {
        Assert.StartsWith("Condition-", Ready.Name);
        Assert.Equal("Condition(RLock(owner: none, count: 0), waiting: 0)", Ready.ToString());
    }

    [SlowFact]
    public void Processes_that_hand_work_over_by_a_condition_lose_nothing()
    {
        SharedNumber items = SharedNumber.Create();
        Process[] takers = [.. Enumerable.Range(0, 2).Select(_ => new Process(Take, Ready, items, 100))];
        using var giver = new Process(Give, Ready, items, 200);
        Array.ForEach(takers, taker => taker.Start());
        giver.Start();
        giver.JoinWatched();
        Array.ForEach(takers, taker => taker.JoinWatched());
        Assert.Equal(0, items.Value);
    }

    private static void NotifyOnce(Condition ready)
    {
        using (ready.Enter())
        {
            ready.Notify();
        }
    }

    private static void CountToFour(Condition ready, SharedNumber state)
    {
        for (int time = 0; time < 4; time++)
        {
            using (ready.Enter())
            {
                state.Value++;
                ready.Notify();
            }
        }
    }

    private static void Give(Condition ready, SharedNumber items, int count)
    {
        for (int item = 0; item < count; item++)
        {
            using (ready.Enter())
            {
                items.Value++;
                ready.Notify();
            }
        }
    }

    private static void Take(Condition ready, SharedNumber items, int count)
    {
        for (int item = 0; item < count; item++)
        {
            using (ready.Enter())
            {
                ready.WaitFor(() => items.Value > 0);
                items.Value--;
            }
        }
    }
}
