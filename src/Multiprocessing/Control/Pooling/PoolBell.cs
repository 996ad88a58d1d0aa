using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Calls the thread that keeps a pool when there is something for it to see: through a pipe, so that it can wait for the end
/// of workers at the same time, and only while it sleeps.
/// </summary>
internal sealed unsafe class PoolBell : IDisposable
{
    private readonly int* _asleep;
    private readonly DescriptorPipe? _pipe;

    private PoolBell(int* asleep, DescriptorPipe? pipe, int writeEnd)
    {
        _asleep = asleep;
        (_pipe, WriteEnd) = (pipe, writeEnd);
    }

    /// <summary>The end that workers inherit.</summary>
    public int WriteEnd { get; }

    /// <summary>Makes one.</summary>
    /// <param name="asleep">A shared word: whether the keeper sleeps.</param>
    public static PoolBell Create(int* asleep)
    {
        var pipe = DescriptorPipe.Create();
        return new PoolBell(asleep, pipe, pipe.WriteEnd);
    }

    /// <summary>In a worker: the same bell.</summary>
    public static PoolBell At(int* asleep, int writeEnd) => new(asleep, null, writeEnd);

    /// <summary>Calls the keeper, if it sleeps. What it is to see has been written before.</summary>
    public void Ring()
    {
        Interlocked.MemoryBarrier(); // Either we see that it sleeps, or it sees what was written.
        if (Volatile.Read(ref *_asleep) != 0 && Interlocked.Exchange(ref *_asleep, 0) != 0)
        {
            DescriptorPipe.Send(WriteEnd, [1]);
        }
    }

    /// <summary>In the keeper: sleeps until somebody rings or a worker ends.</summary>
    /// <param name="workers">Descriptors that become readable when a worker ends.</param>
    /// <param name="isNews">Looks once more whether there is something to see.</param>
    /// <returns>For each worker, whether it has ended.</returns>
    public bool[] Sleep(ReadOnlySpan<int> workers, Func<bool> isNews)
    {
        Interlocked.Exchange(ref *_asleep, 1);
        bool[] ready = Readiness.Wait([_pipe!.ReadEnd, .. workers], isNews() ? 0 : -1);
        // Who has begun to ring, and was killed before it did, wakes us by its end.
        Volatile.Write(ref *_asleep, 0);
        if (ready[0])
        {
            byte* bytes = stackalloc byte[64];
            _ = OperatingSystemPlatform.Current.Pipes.Read(_pipe!.ReadEnd, bytes, 64);
        }
        return ready[1..];
    }

    public void Dispose() => _pipe?.Dispose();
}
