using System.Diagnostics;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>Measures, and says how often.</summary>
internal static class Clock
{
    /// <summary>How often to do something that is done so often at full length.</summary>
    public static int Times(int count, double scale) => Math.Max(10, (int)(count * scale));

    /// <summary>How many seconds something takes.</summary>
    public static double Seconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
