using System.Diagnostics;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>Locks, semaphores and events.</summary>
internal static class LockRows
{
    public static double Uncontended(double scale) => AcquireAndRelease(new Lock(), Clock.Times(3_000_000, scale));

    public static double SemaphoreUncontended(double scale) =>
        AcquireAndRelease(new Semaphore(2), Clock.Times(3_000_000, scale));

    public static double Contended(double scale)
    {
        int count = Clock.Times(500_000, scale);
        var (gate, go, cell) = (new Lock(), new Barrier(3), new SharedArray<long>(1));
        Process[] children = [.. Enumerable.Range(0, 2).Select(_ => new Process(Contend, gate, count, go, cell))];
        Array.ForEach(children, static child => child.Start());
        go.Wait();
        double seconds = Clock.Seconds(() => Array.ForEach(children, static child => child.Join()));
        return 2 * count / seconds;
    }

    public static double EventWake(double scale)
    {
        int count = Clock.Times(20_000, scale);
        var (asked, answered) = (new Event(), new Event());
        using var child = new Process(AnswerEvents, asked, answered, count) { IsDaemon = true };
        child.Start();
        long start = 0;
        for (int turn = 0; turn < count; turn++)
        {
            start = turn == 1 ? Stopwatch.GetTimestamp() : start;
            asked.Set();
            answered.Wait();
            answered.Clear();
        }
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        child.Join();
        return seconds / (count - 1) / 2 * 1e6;
    }

    private static double AcquireAndRelease(Acquirable gate, int count)
    {
        double seconds = Clock.Seconds(() =>
        {
            for (int turn = 0; turn < count; turn++)
            {
                gate.Acquire();
                gate.Release();
            }
        });
        return count / seconds;
    }

    private static void Contend(Lock gate, int count, Barrier go, SharedArray<long> cell)
    {
        go.Wait();
        for (int turn = 0; turn < count; turn++)
        {
            gate.Acquire();
            cell[0]++;
            gate.Release();
        }
    }

    private static void AnswerEvents(Event asked, Event answered, int count)
    {
        for (int turn = 0; turn < count; turn++)
        {
            asked.Wait();
            asked.Clear();
            answered.Set();
        }
    }
}
