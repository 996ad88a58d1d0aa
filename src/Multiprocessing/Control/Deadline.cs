using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>How long somebody still sleeps.</summary>
/// <param name="timeout">Ticks; −1 for ever.</param>
internal readonly struct Deadline(long timeout)
{
    // A sleeper looks again this often without being woken, because the process that was woken may have been killed
    // before it could take what was released.
    private const long SliceNanoseconds = 100_000_000;
    private const long NanosecondsPerTick = 100;

    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>The longest time between two looks.</summary>
    public static TimeSpan Slice => TimeSpan.FromTicks(SliceNanoseconds / NanosecondsPerTick);

    /// <summary>How long to sleep before the next look.</summary>
    /// <returns>Whether any time is left.</returns>
    public bool TryGetSlice(out long nanoseconds)
    {
        nanoseconds = SliceNanoseconds;
        if (timeout < 0)
        {
            return true;
        }
        long left = timeout - Stopwatch.GetElapsedTime(_start).Ticks;
        if (left <= SliceNanoseconds / NanosecondsPerTick)
        {
            nanoseconds = left * NanosecondsPerTick;
        }
        return left > 0;
    }
}
