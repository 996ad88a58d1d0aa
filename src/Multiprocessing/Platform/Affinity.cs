using System.Globalization;

namespace ConcurrencyKatas.Platform;

/// <summary>On which processor threads may run.</summary>
public static unsafe class Affinity
{
    private const int Words = 16;

    /// <summary>Confines one thread; threads that it starts later are confined as well.</summary>
    /// <param name="threadId">A thread's id in the system; a process id means its first thread, 0 the caller.</param>
    /// <param name="processor">The processor's number, from 0.</param>
    /// <returns>Whether it was done: not when the thread is gone or the processor is not there.</returns>
    public static bool Pin(int threadId, int processor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(processor);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(processor, Words * 64);
        ulong* mask = stackalloc ulong[Words];
        new Span<ulong>(mask, Words).Clear();
        mask[processor / 64] = 1UL << (processor % 64);
        return Libc.SetAffinity(threadId, Words * sizeof(ulong), mask) == 0;
    }

    /// <summary>Confines the calling thread until the result is disposed of, on the same thread.</summary>
    public static PinnedThread PinCurrentThread(int processor)
    {
        ulong* before = stackalloc ulong[Words];
        new Span<ulong>(before, Words).Clear();
        bool known = Libc.GetAffinity(0, Words * sizeof(ulong), before) >= 0;
        Pin(0, processor);
        return new PinnedThread(known ? new ReadOnlySpan<ulong>(before, Words).ToArray() : null);
    }

    /// <summary>Lets the calling thread run where it ran before.</summary>
    internal static void Restore(ulong[] mask)
    {
        fixed (ulong* words = mask)
        {
            _ = Libc.SetAffinity(0, Words * sizeof(ulong), words);
        }
    }

    /// <summary>Confines every thread of a process, those included that start meanwhile.</summary>
    /// <returns>Whether it was done.</returns>
    public static bool PinAllThreads(int pid, int processor)
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
}
