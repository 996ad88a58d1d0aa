using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Something that processes wait for, in shared memory: a number that changes with each news, and a count of sleepers
/// behind it. Who waits counts itself in before it looks at what it waits for under a lock; who has news, under the same
/// lock, then either is seen or sees.
/// </summary>
internal readonly unsafe struct SharedSignal(byte* place)
{
    private int* Word => (int*)place;

    private ref int Sleepers => ref *(int*)(place + sizeof(int));

    /// <summary>The number now.</summary>
    public int Number => Volatile.Read(ref *Word);

    /// <summary>Counts the caller in.</summary>
    public void Begin() => Interlocked.Increment(ref Sleepers);

    /// <summary>Counts it out.</summary>
    public void End() => Interlocked.Decrement(ref Sleepers);

    /// <summary>Sleeps until the number differs from what was seen, or a slice of the time is over.</summary>
    /// <returns><see langword="false"/> when all of the time is over.</returns>
    public bool Sleep(int seen, in WaitLimit limit)
    {
        long slice = limit.NextSlice();
        if (slice == 0)
        {
            return false;
        }
        using CancellationTokenRegistration wake = limit.Cancellation.CanBeCanceled
            ? limit.Cancellation.UnsafeRegister(static signal => ((SharedSignal)signal!).Raise(int.MaxValue), this)
            : default;
        _ = Futex.WaitWhile(Word, seen, slice);
        return true;
    }

    /// <summary>Tells at most so many of those who wait.</summary>
    public void Raise(int count)
    {
        if (Volatile.Read(ref Sleepers) > 0)
        {
            _ = Interlocked.Increment(ref *Word);
            Futex.Wake(Word, count);
        }
    }
}
