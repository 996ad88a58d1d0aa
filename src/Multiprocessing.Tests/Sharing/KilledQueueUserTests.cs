namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Processes that are killed over a queue: in CPython each of these stops everybody else.</summary>
public sealed class KilledQueueUserTests
{
    [SlowFact]
    public void A_getter_that_is_killed_while_it_waits_stops_nobody()
    {
        var queue = new Queue<int>();
        using var getter = new Process(QueueChildren.Take, queue);
        getter.Start();
        Rings.UntilSomebodyWaitsForAnItem(queue);
        Kill(getter);
        queue.Put(1);
        Assert.True(queue.TryGet(Watchdog.Limit, out int item));
        Assert.Equal(1, item);
    }

    [SlowFact]
    public void A_producer_that_is_killed_while_it_waits_for_room_puts_nothing_and_stops_nobody()
    {
        var queue = new Queue<int>(maxSize: 1);
        queue.Put(1);
        using var producer = new Process(QueueChildren.PutMany, queue, 7, 1);
        producer.Start();
        Rings.UntilSomebodyWaitsForRoom(queue);
        Kill(producer);
        Assert.Equal(1, queue.Get());
        Assert.True(queue.IsEmpty);
        Assert.True(queue.TryPut(2));
    }

    [SlowTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_is_killed_in_the_middle_of_a_call_leaves_the_queue_as_it_was_even_before_anybody_has_reaped_it(
        bool reaped
    )
    {
        var (queue, held) = (new Queue<int>(), new Semaphore(0));
        queue.Put(1);
        queue.Put(2);
        using var holder = new Process(QueueChildren.HoldTheLock, queue, held);
        holder.Start();
        held.AcquireWatched();
        if (reaped)
        {
            Kill(holder);
        }
        else
        {
            _ = Platform.ProcessLife.Kill(holder.Id!.Value);
        }
        Assert.Equal(2, queue.Count);
        Assert.True(queue.TryGet(Watchdog.Limit, out int item));
        Assert.Equal(1, item);
        queue.Put(3);
        Assert.Equal([2, 3], [queue.Get(), queue.Get()]);
        holder.JoinWatched();
    }

    [SlowFact]
    public void Producers_that_are_killed_at_any_moment_leave_only_whole_items()
    {
        var (queue, running) = (new Queue<int[]>(maxSize: 1000), new Semaphore(0));
        for (int round = 0; round < 6; round++)
        {
            using var producer = new Process(QueueChildren.PutForEver, queue, running);
            producer.Start();
            running.AcquireWatched();
            for (int taken = 0; taken < 1000 * (round + 1); taken++)
            {
                Check();
            }
            Kill(producer);
        }
        while (!queue.IsEmpty)
        {
            Check();
        }
        void Check()
        {
            Assert.True(queue.TryGet(Watchdog.Limit, out int[]? item), "No item came.");
            Assert.True(item.Length == 0 || Array.TrueForAll(item, number => number == item[0]));
            Assert.True(item.Length == 0 || item[0] % 100 == item.Length);
        }
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.JoinWatched();
        Assert.Equal(-9, process.ExitCode);
    }
}
