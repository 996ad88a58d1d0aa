namespace ConcurrencyKatas.Platform;

/// <summary>What this process has mapped of segments, so that a word is known by its place in one.</summary>
internal static unsafe class MappedSegments
{
    private static readonly System.Threading.Lock s_gate = new();

    // Sorted by their first bytes; replaced as a whole, so that nobody waits who only reads.
    private static Part[] s_parts = [];

    /// <summary>Where those sleep who wait for a word.</summary>
    public static (WaitBuckets Buckets, int Bucket) Find(int* word)
    {
        Part[] parts = Volatile.Read(ref s_parts);
        int index = LastUpTo(parts, (nint)word);
        return index >= 0 && parts[index] is var part && (nint)word < part.End
            ? (part.Buckets, WaitBuckets.BucketOf(part.Offset + ((nint)word - part.Start)))
            : (WaitBuckets.Own, WaitBuckets.BucketOf((nint)word));
    }

    /// <summary>The buckets of a segment of which this process has mapped the beginning.</summary>
    public static WaitBuckets? BucketsOf(int descriptor) =>
        Array.Find(Volatile.Read(ref s_parts), part => part.Descriptor == descriptor && part.Offset == 0)?.Buckets;

    /// <summary>A part was mapped.</summary>
    public static void Add(int descriptor, byte* start, long length, long offset, WaitBuckets buckets)
    {
        lock (s_gate)
        {
            var part = new Part(descriptor, (nint)start, (nint)(start + length), offset, buckets);
            Volatile.Write(ref s_parts, [.. s_parts.Append(part).OrderBy(static one => one.Start)]);
        }
    }

    /// <summary>A part is not mapped any more.</summary>
    /// <returns>Where it began in its segment, and that one's buckets.</returns>
    public static (long Offset, WaitBuckets Buckets) Remove(byte* start)
    {
        lock (s_gate)
        {
            Part removed = Array.Find(s_parts, part => part.Start == (nint)start)!;
            Volatile.Write(ref s_parts, [.. s_parts.Where(part => part != removed)]);
            return (removed.Offset, removed.Buckets);
        }
    }

    private static int LastUpTo(Part[] parts, nint address)
    {
        int low = 0;
        int high = parts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (parts[middle].Start <= address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low - 1;
    }

    private sealed record Part(int Descriptor, nint Start, nint End, long Offset, WaitBuckets Buckets);
}
