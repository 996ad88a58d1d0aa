using System.Diagnostics;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Waits until something can be read from one of several descriptors, or has come to its end.</summary>
internal static unsafe class Readiness
{
    private const short Readable = 1;

    /// <summary>Waits.</summary>
    /// <param name="descriptors">What to wait for.</param>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    /// <returns>For each, whether it is ready; none is when the time is over.</returns>
    public static bool[] Wait(ReadOnlySpan<int> descriptors, long timeout)
    {
        long start = Stopwatch.GetTimestamp();
        var wanted = new Libc.PollDescriptor[descriptors.Length];
        for (int index = 0; index < wanted.Length; index++)
        {
            wanted[index] = new() { Descriptor = descriptors[index], Events = Readable };
        }
        int ready;
        do
        {
            double left = (TimeSpan.FromTicks(timeout) - Stopwatch.GetElapsedTime(start)).TotalMilliseconds;
            int milliseconds = timeout < 0 ? -1 : (int)Math.Clamp(Math.Ceiling(left), 0, int.MaxValue);
            fixed (Libc.PollDescriptor* first = wanted)
            {
                ready = Libc.Poll(first, (nuint)wanted.Length, milliseconds);
            }
        } while (
            // Interrupted, or the time is longer than one call can wait.
            ready < 0
            || (ready == 0 && (timeout < 0 || TimeSpan.FromTicks(timeout) > Stopwatch.GetElapsedTime(start)))
        );
        return [.. wanted.Select(static one => one.Returned != 0)];
    }
}
