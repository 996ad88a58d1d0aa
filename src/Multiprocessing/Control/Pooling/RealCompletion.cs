using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>A completion between the threads of this process.</summary>
/// <param name="crew">Whose results thread sets it.</param>
internal sealed class RealCompletion(RealCrew crew) : Completion
{
    private readonly object _gate = new();
    private bool _isSet;
    private int _waiting;

    public override void Set()
    {
        lock (_gate)
        {
            Volatile.Write(ref _isSet, true); // Who looks without the lock sees the result as well.
            if (_waiting > 0)
            {
                Monitor.PulseAll(_gate);
            }
        }
    }

    public override bool Wait(long timeout)
    {
        if (Volatile.Read(ref _isSet))
        {
            return true;
        }
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _waiting++;
            try
            {
                while (!_isSet)
                {
                    PoolRules.RefuseInCallback(timeout < 0 && crew.IsResultsThread, crew.Name);
                    if (!WaitOnce(_gate, start, timeout))
                    {
                        return false;
                    }
                }
                return true;
            }
            finally
            {
                _waiting--;
            }
        }
    }

    /// <summary>Waits until somebody pulses the gate, or the time is over.</summary>
    /// <param name="gate">Held by the caller.</param>
    /// <param name="start">Since when the time runs, as <see cref="Stopwatch.GetTimestamp"/> says it.</param>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    /// <returns><see langword="false"/> when the time is over.</returns>
    public static bool WaitOnce(object gate, long start, long timeout)
    {
        long left = timeout < 0 ? -1 : timeout - Stopwatch.GetElapsedTime(start).Ticks;
        if (timeout >= 0 && left <= 0)
        {
            return false;
        }
        _ = Monitor.Wait(gate, Milliseconds(left));
        return true;
    }

    // Rounded up, so that a wait never spins through its last millisecond; a very long one is waited for in parts.
    private static int Milliseconds(long ticks) =>
        ticks < 0
            ? -1
            : (int)Math.Min(int.MaxValue, (ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
}
