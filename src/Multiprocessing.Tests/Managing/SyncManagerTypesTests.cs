namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>
/// CPython's <c>TestSyncManagerTypes</c>: each type is changed by a child and seen by its parent. Those that are not here stand in the
/// contracts of the primitives.
/// </summary>
public sealed class SyncManagerTypesTests : IDisposable
{
    private readonly Manager _manager = new();

    public void Dispose() => _manager.Dispose();

    /// <summary>CPython: <c>TestSyncManagerTypes.test_bounded_semaphore</c>.</summary>
    [SlowFact]
    public void A_bounded_semaphore_knows_what_a_child_took()
    {
        BoundedSemaphoreProxy rooms = _manager.BoundedSemaphore(1);
        Assert.Equal("BoundedSemaphoreProxy(value: 1)", rooms.ToString());
        Assert.Equal(0, new Process(Children.AcquireOnce, rooms).RunToEnd());
        Assert.Equal("BoundedSemaphoreProxy(value: 0)", rooms.ToString());
        rooms.Release();
        Assert.Contains(
            "Semaphore released too many times",
            Assert.Throws<MultiprocessingUsageException>(rooms.Release).Message
        );
    }

    /// <summary>CPython: <c>TestSyncManagerTypes.test_barrier</c>.</summary>
    [SlowFact]
    public void A_barrier_that_a_child_has_reset_is_whole()
    {
        BarrierProxy square = _manager.Barrier(5);
        Assert.Equal((5, 0, false), (square.Parties, square.NumberWaiting, square.IsBroken));
        Assert.Equal("BarrierProxy(parties: 5, waiting: 0)", square.ToString());
        square.Abort();
        Assert.True(square.IsBroken);
        Assert.Equal("BarrierProxy(parties: 5, broken)", square.ToString());
        Assert.Equal(0, new Process(Reset, square).RunToEnd());
        Assert.False(square.IsBroken);
    }

    [SlowFact]
    public void An_event_says_whether_it_is_set_and_its_name_once_the_manager_has_ended()
    {
        var manager = new Manager();
        (EventProxy opening, BarrierProxy square) = (manager.Event("opening"), manager.Barrier(2));
        Assert.Equal("EventProxy(unset)", opening.ToString());
        opening.Set();
        Assert.Equal("EventProxy(set)", opening.ToString());
        manager.Dispose();
        Assert.Equal(("EventProxy(opening)", "BarrierProxy(parties: 2)"), ($"{opening}", $"{square}"));
    }

    /// <summary>CPython: <c>TestSyncManagerTypes.test_joinable_queue</c>.</summary>
    [SlowFact]
    public void A_joinable_queue_knows_what_a_child_has_dealt_with()
    {
        JoinableQueueProxy<int> orders = _manager.JoinableQueue<int>();
        orders.Put(1);
        orders.Put(2);
        Assert.Equal(0, new Process(DealWithAll, orders).RunToEnd());
        Assert.True(orders.Join(TimeSpan.Zero));
        Assert.True(orders.IsEmpty);
    }

    /// <summary>CPython: <c>TestSyncManagerTypes.test_list</c>.</summary>
    [SlowFact]
    public void A_list_has_what_a_child_added()
    {
        ListProxy<int> items = _manager.List<int>();
        Assert.Equal(0, new Process(AddNumbers, items).RunToEnd());
        Assert.Equal([0, 1, 2, 3], items.ToList());
    }

    /// <summary>CPython: <c>TestSyncManagerTypes.test_dict</c>.</summary>
    [SlowFact]
    public void A_dictionary_has_what_a_child_set()
    {
        DictionaryProxy<int, string> letters = _manager.Dictionary<int, string>();
        Assert.Equal(0, new Process(SetLetters, letters).RunToEnd());
        Assert.Equal(3, letters.Count);
        Assert.Equal("A", letters[65]);
        Assert.Equal([65, 66, 67], letters.Keys);
    }

    /// <summary>CPython: <c>TestSyncManagerTypes.test_value</c>.</summary>
    [SlowFact]
    public void A_value_is_what_a_child_made_it()
    {
        ValueProxy<int> number = _manager.Value(1);
        Assert.Equal(0, new Process(Double, number).RunToEnd());
        Assert.Equal(2, number.Value);
    }

    /// <summary>CPython: <c>_TestManagerRestart.test_rapid_restart</c>.</summary>
    [SlowFact]
    public void Managers_may_follow_each_other_at_once()
    {
        for (int time = 0; time < 3; time++)
        {
            using var manager = new Manager();
            QueueProxy<int> orders = manager.Queue<int>();
            orders.Put(time);
            Assert.Equal(time, orders.Get());
        }
    }

    [SlowFact]
    public void A_condition_needs_a_lock_of_the_same_manager()
    {
        using var other = new Manager();
        LockProxy strange = other.Lock("strange");
        Assert.Contains(
            "another manager keeps",
            Assert.Throws<MultiprocessingUsageException>(() => _manager.Condition(strange)).Message
        );
    }

    [SlowFact]
    public void Conditions_over_one_lock_have_waiters_of_their_own()
    {
        RLockProxy gate = _manager.RLock();
        (ConditionProxy full, ConditionProxy empty) = (_manager.Condition(gate), _manager.Condition(gate));
        using var waiter = new Process(WaitOnce, full);
        waiter.Start();
        Asleep.Await(() => full.ToString().EndsWith("waiting: 1)", StringComparison.Ordinal));
        using (gate.Enter())
        {
            empty.NotifyAll();
            Assert.EndsWith("waiting: 1)", full.ToString());
            full.NotifyAll();
        }
        waiter.JoinWatched();
        Assert.Equal(0, waiter.ExitCode);
    }

    [SlowTheory]
    [InlineData("wait")]
    [InlineData("get")]
    [InlineData("event")]
    [InlineData("barrier")]
    public void A_wait_that_is_cancelled_ends_and_takes_nothing(string what)
    {
        using var cancellation = new CancellationTokenSource();
        ConditionProxy ready = _manager.Condition();
        BarrierProxy square = _manager.Barrier(2);
        QueueProxy<int> orders = _manager.Queue<int>();
        EventProxy opening = _manager.Event();
        var canceller = new Aside(cancellation.Cancel);
        canceller.Start();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            switch (what)
            {
                case "wait":
                    using (ready.Enter())
                    {
                        ready.Wait(cancellation.Token);
                    }
                    break;
                case "get":
                    _ = orders.Get(cancellation.Token);
                    break;
                case "event":
                    opening.Wait(cancellation.Token);
                    break;
                default:
                    _ = square.Wait(cancellation.Token);
                    break;
            }
        });
        canceller.JoinWatched();
        Assert.EndsWith("(owner: none, count: 0), waiting: 0)", ready.ToString());
        orders.Put(3);
        Assert.Equal(3, orders.Get());
    }

    [SlowFact]
    public void An_item_that_is_too_large_for_a_manager_is_refused()
    {
        QueueProxy<byte[]> orders = _manager.Queue<byte[]>();
        Assert.Contains(
            "16,777,216 bytes together",
            Assert.Throws<MultiprocessingUsageException>(() => orders.Put(new byte[17 * 1024 * 1024])).Message
        );
        Assert.True(orders.IsEmpty);
    }

    [SlowFact]
    public void A_managers_queue_without_a_limit_has_room_for_so_much_and_then_waits()
    {
        QueueProxy<byte[]> orders = _manager.Queue<byte[]>();
        var large = new byte[9 * 1024 * 1024];
        orders.Put(large);
        Assert.False(orders.TryPut(large));
        orders.Put([1]);
        Assert.Equal(large.Length, orders.Get().Length);
        Assert.True(orders.TryPut(large));
        Assert.Equal(2, orders.Count);
    }

    [SlowFact]
    public void Arguments_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _manager.Barrier(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _manager.Semaphore(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _manager.Lock(abandoned: (Abandoned)7));
        Assert.Throws<ArgumentNullException>(() => _manager.Condition((OwnedLockProxy)null!));
        Assert.Throws<ArgumentNullException>(() => _manager.Array<int>(null!));
    }

    private static void Reset(BarrierProxy square) => square.Reset();

    private static void DealWithAll(JoinableQueueProxy<int> orders)
    {
        while (orders.TryGet(out _))
        {
            orders.TaskDone();
        }
    }

    private static void AddNumbers(ListProxy<int> items)
    {
        for (int number = 0; number < 4; number++)
        {
            items.Add(number);
        }
    }

    private static void SetLetters(DictionaryProxy<int, string> letters)
    {
        for (int letter = 65; letter < 68; letter++)
        {
            letters[letter] = ((char)letter).ToString();
        }
    }

    private static void Double(ValueProxy<int> number) => number.Value *= 2;

    private static void WaitOnce(ConditionProxy full)
    {
        using (full.Enter())
        {
            full.Wait();
        }
    }
}
