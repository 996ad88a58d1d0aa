using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>A completion between the threads of this process.</summary>
/// <param name="crew">Whose results thread sets it.</param>
internal sealed class RealCompletion(RealCrew crew) : Completion
{
    private readonly object _gate = new();
    private bool _isSet;

    public override void Set()
    {
        lock (_gate)
        {
            _isSet = true;
            Monitor.PulseAll(_gate);
        }
    }

    public override bool Wait(long timeout)
    {
        long start = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            while (!_isSet)
            {
                PoolRules.RefuseInCallback(timeout < 0 && crew.IsResultsThread, crew.Name);
                long left = timeout < 0 ? -1 : timeout - Stopwatch.GetElapsedTime(start).Ticks;
                if (timeout >= 0 && left <= 0)
                {
                    return false;
                }
                _ = Monitor.Wait(_gate, Milliseconds(left));
            }
            return true;
        }
    }

    // Rounded up, so that a wait never spins through its last millisecond; a very long one is waited for in parts.
    private static int Milliseconds(long ticks) =>
        ticks < 0
            ? -1
            : (int)Math.Min(int.MaxValue, (ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond);
}
