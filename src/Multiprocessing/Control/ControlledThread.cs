namespace ConcurrencyKatas.Control;

/// <summary>Where the sleeps of student code go: to the scheduler in a controlled run, to the system otherwise.</summary>
public static class ControlledThread
{
    /// <summary>Sleeps; see <see cref="Thread.Sleep(int)"/>.</summary>
    /// <param name="millisecondsTimeout">Milliseconds; −1 sleeps for ever.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below −1.</exception>
    public static void Sleep(int millisecondsTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, Timeout.Infinite);
        Sleep(TimeSpan.FromMilliseconds(millisecondsTimeout));
    }

    /// <summary>Sleeps; see <see cref="Thread.Sleep(TimeSpan)"/>.</summary>
    /// <param name="timeout"><see cref="Timeout.InfiniteTimeSpan"/> sleeps for ever.</param>
    /// <exception cref="ArgumentOutOfRangeException">Negative and not −1 ms, or more than <see cref="int.MaxValue"/> ms.</exception>
    public static void Sleep(TimeSpan timeout)
    {
        if (Seam.Controller is not { } controller)
        {
            Thread.Sleep(timeout);
            return;
        }
        double milliseconds = timeout.TotalMilliseconds;
        if (milliseconds is < Timeout.Infinite or > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(timeout),
                timeout,
                $"Sleep takes from 0 to {int.MaxValue} milliseconds, or Timeout.InfiniteTimeSpan to sleep for ever."
            );
        }
        long ticks = timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(timeout.Ticks, 0);
        controller.Arrive(new Operation(OperationKind.Sleep, Timeout: ticks));
    }
}
