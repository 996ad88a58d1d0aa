namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>CPython's <c>_TestQueue</c> and <c>TestSimpleQueue</c>, where a test names its case, and what Python leaves open.</summary>
public sealed class QueueTests
{
    [Fact] // _TestQueue.test_put
    public void A_full_queue_refuses_at_once_and_after_a_time_and_takes_again_when_there_is_room()
    {
        var queue = new Queue<int>(maxSize: 2);
        Assert.True(queue.IsEmpty);
        queue.Put(1);
        Assert.True(queue.TryPut(2));
        Assert.True(queue.IsFull);
        Assert.False(queue.TryPut(3));
        Assert.False(queue.TryPut(3, TimeSpan.FromTicks(1)));
        Assert.False(queue.TryPut(3, TimeSpan.FromSeconds(-1)));
        Assert.Equal(1, queue.Get());
        Assert.False(queue.IsFull);
        Assert.True(queue.TryPut(3, Timeout.InfiniteTimeSpan));
        Assert.Equal([2, 3], [queue.Get(), queue.Get()]);
    }

    [Fact] // _TestQueue.test_get, test_timeout
    public void An_empty_queue_brings_nothing_at_once_and_after_a_time()
    {
        var queue = new Queue<string>();
        Assert.False(queue.TryGet(out string? item));
        Assert.Null(item);
        Assert.False(queue.TryGet(TimeSpan.FromTicks(1), out _));
        Assert.False(queue.TryGet(TimeSpan.FromSeconds(-1), out _));
        queue.Put("one");
        Assert.True(queue.TryGet(TimeSpan.Zero, out item));
        Assert.Equal("one", item);
    }

    [Fact] // _TestQueue.test_fork
    public void What_a_child_put_is_all_there_after_its_end()
    {
        var queue = new Queue<int>();
        Assert.Equal(0, new Process(QueueChildren.PutMany, queue, 0, 1000).RunToEnd());
        Assert.Equal(1000, queue.Count);
        Assert.Equal(Enumerable.Range(0, 1000), Drain(queue));
    }

    [Fact]
    public void What_a_child_put_is_all_there_even_if_it_is_killed_right_after_the_last_Put()
    {
        var queue = new Queue<string>();
        Assert.Equal(-9, new Process(QueueChildren.PutAndKillItself, queue, 500).RunToEnd());
        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"item {number}"), Drain(queue));
    }

    [Fact] // _TestQueue.test_qsize
    public void Count_says_how_many_items_wait()
    {
        var queue = new Queue<int>();
        Assert.Equal(0, queue.Count);
        queue.Put(1);
        queue.Put(5);
        Assert.Equal(2, queue.Count);
        _ = queue.Get();
        Assert.Equal(1, queue.Count);
        Assert.False(queue.IsFull);
    }

    [Fact] // _TestQueue.test_queue_feeder_donot_stop_onexc
    public void An_item_that_cannot_travel_is_refused_to_who_puts_it_and_harms_nothing()
    {
        var queue = new Queue<object>();
        string message = Assert.Throws<MultiprocessingUsageException>(() => queue.Put(new MemoryStream())).Message;
        Assert.Contains("MemoryStream", message);
        Assert.Equal(0, queue.Count);
        queue.Put(true);
        Assert.Equal(true, queue.Get());
    }

    [Fact] // _TestQueue.test_closed_queue_put_get_exceptions
    public void A_closed_queue_refuses_everything_in_this_process_and_nothing_in_others()
    {
        var queue = new Queue<int>();
        queue.Put(1);
        var other = (Queue<int>)Control.Wire.Decode(Control.Wire.Encode(queue))!;
        queue.Close();
        queue.Close();
        Assert.Throws<ObjectDisposedException>(() => queue.Put(1));
        Assert.Throws<ObjectDisposedException>(() => queue.Get());
        Assert.Throws<ObjectDisposedException>(() => queue.TryGet(out _));
        Assert.Throws<ObjectDisposedException>(() => queue.Count);
        Assert.Equal(1, other.Get());
    }

    [Fact]
    public void Items_are_copies_of_what_they_were_when_they_were_put()
    {
        var queue = new Queue<List<int>>();
        List<int> item = [1];
        queue.Put(item);
        item.Add(2);
        Assert.Equal([1], queue.Get());
    }

    [Fact]
    public void Several_producers_and_getters_lose_nothing_double_nothing_and_keep_each_producers_order()
    {
        var (queue, taken) = (new Queue<int>(maxSize: 10), new Queue<int>());
        Process[] getters =
        [
            .. Enumerable.Range(0, 2).Select(_ => new Process(QueueChildren.TakeUntilZero, queue, taken)),
        ];
        Process[] producers =
        [
            .. Enumerable.Range(1, 3).Select(number => new Process(QueueChildren.PutMany, queue, number, 2000)),
        ];
        Array.ForEach([.. getters, .. producers], process => process.Start());
        Array.ForEach(producers, process => process.JoinWatched());
        Array.ForEach(getters, _ => queue.Put(0));
        Array.ForEach(getters, process => process.JoinWatched());
        int[] all = [.. Drain(taken)];
        Assert.Equal(
            Enumerable.Range(1, 3).SelectMany(p => Enumerable.Range(p * QueueChildren.PerProducer, 2000)),
            all.Order()
        );
    }

    [Fact]
    public void The_items_of_one_producer_come_in_the_order_in_which_it_put_them()
    {
        var queue = new Queue<int>(maxSize: 5);
        Process[] producers =
        [
            .. Enumerable.Range(1, 2).Select(number => new Process(QueueChildren.PutMany, queue, number, 1000)),
        ];
        Array.ForEach(producers, process => process.Start());
        List<int> all = [];
        while (all.Count < 2000)
        {
            Assert.True(queue.TryGet(Watchdog.Limit, out int item), "No item came.");
            all.Add(item);
        }
        Array.ForEach(producers, process => process.JoinWatched());
        Assert.All([1, 2], producer => Assert.Equal(all.Where(Is(producer)).Order(), all.Where(Is(producer))));
        static Func<int, bool> Is(int producer) => item => item / QueueChildren.PerProducer == producer;
    }

    [SlowFact]
    public void A_large_item_arrives_whole_and_one_that_is_larger_than_a_queue_is_refused_with_both_sizes()
    {
        var queue = new Queue<byte[]>();
        byte[] large = new byte[40 * 1024 * 1024];
        new Random(3).NextBytes(large);
        queue.Put(large);
        Assert.False(queue.TryPut(large)); // Both together have no room.
        Assert.True(large.AsSpan().SequenceEqual(queue.Get()));
        queue.Put(large); // Goes around the end of the ring.
        Assert.True(large.AsSpan().SequenceEqual(queue.Get()));
        string message = Assert
            .Throws<MultiprocessingUsageException>(() => queue.Put(new byte[64 * 1024 * 1024]))
            .Message;
        Assert.Contains("67,108,864", message);
        Assert.True(queue.IsEmpty);
    }

    [SlowFact]
    public void Items_of_all_sizes_go_round_and_round_the_ring()
    {
        var queue = new Queue<byte[]>();
        var waiting = new System.Collections.Generic.Queue<int>();
        var random = new Random(5);
        for (int round = 0; round < 300; round++)
        {
            byte[] item = new byte[random.Next(2, 4 * 1024 * 1024)];
            (item[0], item[^1]) = ((byte)item.Length, (byte)(item.Length >> 8));
            while (!queue.TryPut(item))
            {
                CheckFirst();
            }
            waiting.Enqueue(item.Length);
        }
        while (waiting.Count > 0)
        {
            CheckFirst();
        }
        Assert.True(queue.IsEmpty);
        void CheckFirst()
        {
            byte[] item = queue.Get();
            int length = waiting.Dequeue();
            Assert.Equal((length, (byte)length, (byte)(length >> 8)), (item.Length, item[0], item[^1]));
        }
    }

    [Fact]
    public void A_Put_that_waits_for_room_goes_on_when_somebody_takes_an_item()
    {
        var queue = new Queue<int>(maxSize: 1);
        queue.Put(1);
        using var producer = new Process(QueueChildren.PutMany, queue, 0, 1);
        producer.Start();
        Rings.UntilSomebodyWaitsForRoom(queue);
        Assert.Equal(1, queue.Get());
        producer.JoinWatched();
        Assert.Equal(0, queue.Get());
    }

    [Fact]
    public void A_Get_that_is_cancelled_takes_nothing()
    {
        var queue = new Queue<int>();
        using var cancellation = new CancellationTokenSource();
        Exception? seen = null;
        var getter = new Aside(() => seen = Record.Exception(() => queue.Get(cancellation.Token)));
        getter.Start();
        Rings.UntilSomebodyWaitsForAnItem(queue);
        cancellation.Cancel();
        getter.JoinWatched();
        Assert.IsType<OperationCanceledException>(seen);
        queue.Put(1);
        Assert.Equal(1, queue.Count);
    }

    [Fact]
    public void Locks_queues_and_values_travel_through_a_queue_as_themselves()
    {
        var queue = new Queue<(Lock Gate, Queue<int> Inner, Value<int> Number)>();
        var sent = (new Lock(), new Queue<int>(), new Value<int>(1));
        queue.Put(sent);
        var arrived = queue.Get();
        arrived.Gate.Acquire();
        Assert.False(sent.Item1.TryAcquire());
        arrived.Inner.Put(4);
        Assert.Equal(4, sent.Item2.Get());
        arrived.Number.Value = 9;
        Assert.Equal(9, sent.Item3.Value);
    }

    [Fact]
    public void A_queue_says_its_kind_and_name() =>
        Assert.Equal("Queue(orders)", new Queue<int>(name: "orders").ToString());

    [Fact] // TestSimpleQueue.test_empty, test_close
    public void A_simple_queue_knows_whether_it_is_empty_and_can_be_closed_twice()
    {
        var queue = new SimpleQueue<int>();
        Assert.True(queue.IsEmpty);
        Assert.Equal(0, new Process(QueueChildren.PutMany, queue, 0, 2).RunToEnd());
        Assert.False(queue.IsEmpty);
        Assert.Equal([0, 1], [queue.Get(), queue.Get()]);
        queue.Close();
        queue.Dispose();
        Assert.Throws<ObjectDisposedException>(() => queue.Put(1));
    }

    private static IEnumerable<T> Drain<T>(Queue<T> queue)
    {
        while (queue.TryGet(out T? item))
        {
            yield return item;
        }
    }
}
