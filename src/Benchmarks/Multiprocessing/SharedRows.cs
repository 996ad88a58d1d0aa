using System.Diagnostics;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>Managers and shared values.</summary>
internal static class SharedRows
{
    private const int WarmUp = 10;

    public static double ManagerSet(double scale)
    {
        using var manager = new Manager();
        DictionaryProxy<int, int> shared = manager.Dictionary<int, int>();
        int count = Clock.Times(40_000, scale);
        shared[0] = 0;
        double seconds = Clock.Seconds(() =>
        {
            for (int number = 0; number < count; number++)
            {
                shared[number & 63] = number;
            }
        });
        return count / seconds;
    }

    public static double ManagerIncrement(double scale)
    {
        using var manager = new Manager();
        DictionaryProxy<string, int> shared = manager.Dictionary<string, int>();
        LockProxy gate = manager.Lock();
        int count = Clock.Times(12_000, scale);
        shared["n"] = 0;
        long start = 0;
        for (int turn = 0; turn < count + WarmUp; turn++)
        {
            start = turn == WarmUp ? Stopwatch.GetTimestamp() : start;
            using (gate.Enter())
            {
                shared["n"] += 1;
            }
        }
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public static double ValueIncrement(double scale)
    {
        var value = new Value<int>();
        int count = Clock.Times(1_000_000, scale);
        double seconds = Clock.Seconds(() =>
        {
            for (int turn = 0; turn < count; turn++)
            {
                using (value.Enter())
                {
                    value.Value++;
                }
            }
        });
        return count / seconds;
    }
}
