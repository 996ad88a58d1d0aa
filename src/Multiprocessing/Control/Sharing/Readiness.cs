using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Waits until something can be read from one of several descriptors, or has come to its end.</summary>
internal static class Readiness
{
    /// <summary>Waits.</summary>
    /// <param name="descriptors">What to wait for: ends of pipes, and what <see cref="ProcessLife.Watch"/> gave.</param>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    /// <returns>For each, whether it is ready; none is when the time is over.</returns>
    public static bool[] Wait(ReadOnlySpan<int> descriptors, long timeout) =>
        OperatingSystemPlatform.Current.Pipes.WaitAny(descriptors, timeout);
}
