using System.Diagnostics;

namespace ConcurrencyKatas.Control;

/// <summary>How long a call may wait: since when, and how many ticks; −1 for ever, 0 not at all.</summary>
internal readonly record struct WaitLimit(long Start, long Ticks, CancellationToken Cancellation)
{
    // A sleeper looks again this often without being woken, because whoever was woken, or was to wake it, may have been
    // killed first.
    private const long SliceNanoseconds = 100_000_000;
    private const long NanosecondsPerTick = 100;

    /// <summary>Begins now.</summary>
    public static WaitLimit From(long ticks, CancellationToken cancellation) =>
        new(ticks > 0 ? Stopwatch.GetTimestamp() : 0, ticks, cancellation);

    /// <summary>How long to sleep before looking again; 0 when the time is over.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public long NextSlice()
    {
        Cancellation.ThrowIfCancellationRequested();
        if (Ticks < 0)
        {
            return SliceNanoseconds;
        }
        long left = Ticks == 0 ? 0 : Ticks - Stopwatch.GetElapsedTime(Start).Ticks;
        return left <= 0 ? 0 : Math.Min(SliceNanoseconds, left * NanosecondsPerTick);
    }
}
