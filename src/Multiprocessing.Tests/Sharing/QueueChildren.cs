using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What the children of the tests of queues and shared values run.</summary>
internal static class QueueChildren
{
    /// <summary>The producer's number in the upper digits, a running number in the lower ones.</summary>
    public const int PerProducer = 1_000_000;

    public static void PutMany(QueueBase<int> queue, int producer, int count)
    {
        for (int number = 0; number < count; number++)
        {
            queue.Put((producer * PerProducer) + number);
        }
    }

    public static void PutForEver(Queue<int[]> queue, Semaphore running)
    {
        for (int number = 0; ; number++)
        {
            _ = queue.TryPut([.. Enumerable.Repeat(number, number % 100)]);
            if (number == 100)
            {
                running.Release();
            }
        }
    }

    public static void PutAndKillItself(Queue<string> queue, int count)
    {
        for (int number = 0; number < count; number++)
        {
            queue.Put($"item {number}");
        }
        _ = Platform.ProcessLife.Kill(Environment.ProcessId);
    }

    /// <summary>Adds what it takes to a sum until it takes a zero, and puts a copy of each into another queue.</summary>
    public static void TakeUntilZero(Queue<int> queue, Queue<int> taken)
    {
        while (queue.Get() is var item and not 0)
        {
            taken.Put(item);
        }
    }

    public static void Work(JoinableQueue<int> tasks, Value<int> sum)
    {
        while (true)
        {
            _ = sum.Add(tasks.Get());
            tasks.TaskDone();
        }
    }

    public static void Take(Queue<int> queue) => _ = queue.Get();

    /// <summary>Stands in the middle of a Put or a Get for ever: it holds the lock and has written where nothing is valid.</summary>
    public static unsafe void HoldTheLock(Queue<int> queue, Semaphore held)
    {
        byte* control = Rings.Control(queue);
        new RobustLock(control).Enter();
        new Span<byte>(control + BulkMemory.PageSize + 4096, 4096).Fill(0xEE);
        held.Release();
        new Semaphore(0).Acquire();
    }

    public static void CountUp(Value<int> value, int times, bool byLock)
    {
        for (int time = 0; time < times; time++)
        {
            if (!byLock)
            {
                _ = value.Add(1);
                continue;
            }
            using (value.Enter())
            {
                value.Value += 1;
            }
        }
    }

    public static void CountByComparing(SharedArray<long> array, int times)
    {
        for (int time = 0; time < times; time++)
        {
            long seen;
            do
            {
                seen = array[1];
            } while (array.CompareExchange(1, seen + 1, seen) != seen);
        }
    }

    public static void Double(SharedArray<double> array)
    {
        for (int index = 0; index < array.Length; index++)
        {
            array[index] *= 2;
        }
    }

    public static void Change(Value<Spot> spot, Value<char> letter, Value<bool> flag, Value<DateTime> day)
    {
        spot.Value = spot.Value with { Y = 7 };
        letter.Value = 'é';
        flag.Value = true;
        day.Value = day.Value.AddDays(1);
    }

    public static void MirrorForEver(Value<Spot> spot, Semaphore running)
    {
        running.Release();
        for (long number = 0; ; number++)
        {
            spot.Value = new Spot(number, number, number);
        }
    }
}
