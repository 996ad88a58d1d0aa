using System.Diagnostics;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>Queues and pipes.</summary>
internal static class QueueRows
{
    public static double Small(double scale) => Through(7, Clock.Times(200_000, scale), Put);

    public static double Kilobyte(double scale) => Through(new byte[1024], Clock.Times(150_000, scale), Put);

    public static double PipeBytes(double scale)
    {
        byte[] message = new byte[1024];
        return ThereAndBack(
            EchoBytes,
            Clock.Times(50_000, scale),
            mine =>
            {
                mine.SendBytes(message);
                _ = mine.ReceiveBytes();
            }
        );
    }

    public static double PipeObjects(double scale) =>
        ThereAndBack(
            Echo,
            Clock.Times(50_000, scale),
            static mine =>
            {
                mine.Send(1);
                _ = mine.Receive<int>();
            }
        );

    private static double Through<T>(T item, int count, Action<Queue<T>, T, int, Semaphore> put)
    {
        var (queue, ready) = (new Queue<T>(), new Semaphore(0));
        using var child = new Process(put, queue, item, count, ready) { IsDaemon = true };
        child.Start();
        ready.Acquire();
        double seconds = Clock.Seconds(() =>
        {
            for (int turn = 0; turn < count; turn++)
            {
                _ = queue.Get();
            }
        });
        child.Join();
        return count / seconds;
    }

    private static double ThereAndBack(Action<Connection, int> echo, int count, Action<Connection> turn)
    {
        var (mine, theirs) = Pipe.Create();
        using var child = new Process(echo, theirs, count) { IsDaemon = true };
        child.Start();
        theirs.Close();
        turn(mine);
        long start = Stopwatch.GetTimestamp();
        for (int times = 1; times < count; times++)
        {
            turn(mine);
        }
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        child.Join();
        mine.Close();
        return seconds / (count - 1) * 1e6;
    }

    private static void Put(Queue<int> queue, int item, int count, Semaphore ready)
    {
        ready.Release();
        for (int turn = 0; turn < count; turn++)
        {
            queue.Put(item);
        }
    }

    private static void Put(Queue<byte[]> queue, byte[] item, int count, Semaphore ready)
    {
        ready.Release();
        for (int turn = 0; turn < count; turn++)
        {
            queue.Put(item);
        }
    }

    private static void EchoBytes(Connection end, int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            end.SendBytes(end.ReceiveBytes());
        }
    }

    private static void Echo(Connection end, int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            end.Send(end.Receive<int>());
        }
    }
}
