using System.Runtime.InteropServices;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Where those sleep who wait for words of one segment. A word belongs to a bucket by its place in the segment, which is the same
/// in every process. A bucket is a count of sleepers, in front of the segment's first byte, and a semaphore of the kernel,
/// which each process opens by a name that only who maps the segment can know.
/// </summary>
/// <remarks>
/// Who wakes takes the whole count, and lets that many through. So whoever is killed in its sleep leaves one permit too many in its
/// bucket: each sleeper there looks once more than it need, and nothing else is ever left of it.
/// </remarks>
internal sealed unsafe class WaitBuckets
{
    /// <summary>Bytes in front of a segment: its identity, then the counts.</summary>
    public const int Length = 64 * 1024;

    private const int Counts = 4096;
    private const int Distance = 64;
    private const int Bits = 9;
    private const int MostSleepers = 1 << 20;

    // Unless whoever counted us out was killed right then.
    private const uint PermitMilliseconds = 50;

    private readonly byte* _start;
    private readonly string? _name;
    private readonly nint[] _semaphores = new nint[1 << Bits];

    private WaitBuckets(byte* start, string? name)
    {
        _start = start;
        _name = name;
    }

    /// <summary>Those of words that are in no segment, for the threads of this process alone.</summary>
    public static WaitBuckets Own { get; } = new((byte*)NativeMemory.AllocZeroed(Length), null);

    /// <summary>Those in front of a segment.</summary>
    public static WaitBuckets Of(byte* front) => new(front, new Guid(new ReadOnlySpan<byte>(front, 16)).ToString("N"));

    /// <summary>The number of the bucket of a word that is so many bytes behind the segment's beginning.</summary>
    public static int BucketOf(long offset) => (int)((uint)(offset >> 2) * 0x9E37_79B1u >> (32 - Bits));

    /// <summary>Counts the caller in, before it looks at the word for the last time.</summary>
    public void Enter(int bucket) => Interlocked.Increment(ref Count(bucket));

    /// <summary>Sleeps so many milliseconds at most.</summary>
    /// <returns>Whether somebody woke the caller, and has counted it out.</returns>
    public bool Sleep(int bucket, uint milliseconds) =>
        Kernel32.Wait(SemaphoreOf(bucket), milliseconds) != Kernel32.WaitTimeout;

    /// <summary>Counts the caller out, whom nobody woke.</summary>
    public void Leave(int bucket)
    {
        // Somebody has just counted it out: then there is a permit, or soon will be, and it is ours. Left behind, it would wake
        // somebody else without need, whom nobody has counted out, and so on for ever. If one came and took it, that one is still
        // counted, and is counted out in its place.
        if (!TryCountOut(bucket) && !Sleep(bucket, PermitMilliseconds))
        {
            _ = TryCountOut(bucket);
        }
    }

    private bool TryCountOut(int bucket)
    {
        ref int count = ref Count(bucket);
        int seen;
        while ((seen = Volatile.Read(ref count)) > 0)
        {
            if (Interlocked.CompareExchange(ref count, seen - 1, seen) == seen)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Wakes everybody who sleeps in a bucket.</summary>
    public void Wake(int bucket)
    {
        Interlocked.MemoryBarrier(); // Either we see the sleeper, or it sees what was written.
        ref int count = ref Count(bucket);
        if (Volatile.Read(ref count) == 0)
        {
            return;
        }
        int sleepers = Interlocked.Exchange(ref count, 0);
        if (sleepers > 0)
        {
            _ = Kernel32.ReleaseSemaphore(SemaphoreOf(bucket), Math.Min(sleepers, MostSleepers), null);
        }
    }

    /// <summary>Closes the semaphores.</summary>
    public void Close()
    {
        foreach (ref nint semaphore in _semaphores.AsSpan())
        {
            if (Interlocked.Exchange(ref semaphore, 0) is var open and not 0)
            {
                _ = Kernel32.CloseHandle(open);
            }
        }
    }

    private ref int Count(int bucket) => ref *(int*)(_start + Counts + (bucket * Distance));

    private nint SemaphoreOf(int bucket)
    {
        ref nint place = ref _semaphores[bucket];
        nint open = Volatile.Read(ref place);
        return open != 0 ? open : Open(ref place, bucket);
    }

    private nint Open(ref nint place, int bucket)
    {
        nint made;
        fixed (char* name = _name is null ? null : $"Local\\concurrency-katas-{_name}-{bucket}")
        {
            made = Kernel32.CreateSemaphore(null, 0, int.MaxValue, name);
        }
        if (made == 0)
        {
            throw SystemFailure.Of("Cannot make a semaphore to wait with");
        }
        nint first = Interlocked.CompareExchange(ref place, made, 0);
        if (first == 0)
        {
            return made;
        }
        _ = Kernel32.CloseHandle(made);
        return first;
    }
}
