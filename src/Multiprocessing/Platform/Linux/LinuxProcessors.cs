using System.Globalization;

namespace ConcurrencyKatas.Platform;

/// <summary>sched_setaffinity, and the clocks of processes.</summary>
internal sealed unsafe class LinuxProcessors : IProcessors
{
    private const int Words = Affinity.MostProcessors / 64;

    // The C library turns any number into a clock, also one that no process can have.
    private const int LargestPid = 1 << 22;

    /// <inheritdoc/>
    public bool Pin(int threadId, int processor)
    {
        ulong* mask = stackalloc ulong[Words];
        new Span<ulong>(mask, Words).Clear();
        mask[processor / 64] = 1UL << (processor % 64);
        return Libc.SetAffinity(threadId, Words * sizeof(ulong), mask) == 0;
    }

    /// <inheritdoc/>
    public ulong[]? PinCurrentThread(int processor)
    {
        ulong* before = stackalloc ulong[Words];
        new Span<ulong>(before, Words).Clear();
        bool known = Libc.GetAffinity(0, Words * sizeof(ulong), before) >= 0;
        Pin(0, processor);
        return known ? new ReadOnlySpan<ulong>(before, Words).ToArray() : null;
    }

    /// <inheritdoc/>
    public void Restore(ulong[] mask)
    {
        fixed (ulong* words = mask)
        {
            _ = Libc.SetAffinity(0, Words * sizeof(ulong), words);
        }
    }

    /// <inheritdoc/>
    public bool PinAllThreads(int pid, int processor)
    {
        var pinned = new HashSet<int>();
        string tasks = $"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/task";
        try
        {
            bool found;
            do
            {
                found = false;
                foreach (string task in Directory.EnumerateDirectories(tasks))
                {
                    int thread = int.Parse(Path.GetFileName(task.AsSpan()), CultureInfo.InvariantCulture);
                    found |= pinned.Add(thread) && Pin(thread, processor);
                }
            } while (found);
        }
        catch (DirectoryNotFoundException)
        {
            return false; // The process has ended.
        }
        return pinned.Count > 0;
    }

    /// <inheritdoc/>
    public long TimeOf(int pid)
    {
        int clock;
        Libc.Timespec time;
        return pid is > 0 and <= LargestPid && Libc.ProcessClock(pid, &clock) == 0 && Libc.ClockTime(clock, &time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : -1;
    }
}
