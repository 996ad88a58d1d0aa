namespace ConcurrencyKatas.Platform;

/// <summary>Processor time that processes have used.</summary>
public static unsafe class ProcessorTime
{
    // The C library turns any number into a clock, also one that no process can have.
    private const int LargestPid = 1 << 22;

    /// <summary>Nanoseconds that all threads of a process have run since its start.</summary>
    /// <returns>−1 when there is no such process.</returns>
    public static long Of(int pid)
    {
        int clock;
        Libc.Timespec time;
        return pid is > 0 and <= LargestPid && Libc.ProcessClock(pid, &clock) == 0 && Libc.ClockTime(clock, &time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : -1;
    }
}
