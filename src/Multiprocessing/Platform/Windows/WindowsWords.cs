using System.Diagnostics;

namespace ConcurrencyKatas.Platform;

/// <summary>
/// Sleeping in <see cref="WaitBuckets"/>. A wake of one word wakes everybody in its bucket; they look again. Should somebody be
/// passed over all the same, because another took its permit, it looks again after a slice.
/// </summary>
internal sealed unsafe class WindowsWords : IWords
{
    private const long SliceMilliseconds = 50;
    private const long NanosecondsPerMillisecond = 1_000_000;

    /// <inheritdoc/>
    public bool WaitWhile(int* word, int expected, long nanoseconds)
    {
        if (Volatile.Read(ref *word) != expected)
        {
            return true;
        }
        (WaitBuckets buckets, int bucket) = MappedSegments.Find(word);
        long start = nanoseconds < 0 ? 0 : Stopwatch.GetTimestamp();
        while (true)
        {
            long left = nanoseconds < 0 ? long.MaxValue : nanoseconds - Elapsed(start);
            if (left <= 0)
            {
                return false;
            }
            long slice = Math.Min(SliceMilliseconds, ((left - 1) / NanosecondsPerMillisecond) + 1);
            buckets.Enter(bucket);
            if (Volatile.Read(ref *word) != expected)
            {
                buckets.Leave(bucket);
                return true;
            }
            if (buckets.Sleep(bucket, (uint)slice))
            {
                return true;
            }
            buckets.Leave(bucket);
        }
    }

    /// <inheritdoc/>
    public void Wake(int* word, int count)
    {
        (WaitBuckets buckets, int bucket) = MappedSegments.Find(word);
        buckets.Wake(bucket);
    }

    private static long Elapsed(long start) => (long)Stopwatch.GetElapsedTime(start).TotalNanoseconds;
}
