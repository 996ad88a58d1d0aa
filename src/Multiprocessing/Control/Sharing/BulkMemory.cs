using System.Collections.Concurrent;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// The part of a session's memory behind the segment, in pieces that each process maps when it first uses them. Only what
/// is written to costs memory; the rest is a number.
/// </summary>
internal sealed unsafe class BulkMemory(SharedMemory memory)
{
    /// <summary>Bytes of a page: a multiple of every system's own.</summary>
    public const int PageSize = 64 * 1024;

    // Far behind any event log.
    private const long Start = 1L << 32;
    private const long End = 1L << 40;
    private const int PageCount = (int)((End - Start) / PageSize);

    // Made when it is needed: few children need it, and its machine code is made in each.
    private ConcurrentDictionary<int, nint>? _mapped;

    /// <summary>Reserves zeroed memory that begins at a page.</summary>
    /// <param name="length">Bytes.</param>
    /// <returns>The number of its first page.</returns>
    /// <exception cref="InvalidOperationException">The session has no more.</exception>
    public int Allocate(long length)
    {
        int pages = Pages(length);
        ref int used = ref Used(memory);
        int first;
        do
        {
            first = Volatile.Read(ref used);
            if (pages > PageCount - first)
            {
                throw new InvalidOperationException(
                    $"This session has {first:N0} pages of shared memory in use and cannot give out {pages:N0} more; it has "
                        + $"{PageCount:N0}. Make queues and arrays once, outside loops, and pass them to the processes."
                );
            }
        } while (Interlocked.CompareExchange(ref used, first + pages, first) != first);
        // Everybody asks for the same length, so nobody can cut off what somebody else has.
        memory.SetLength(End);
        return first;
    }

    /// <summary>Where something that was allocated is in this process.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing is there that was given out.</exception>
    public byte* At(int page, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(page);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)page + Pages(length), Volatile.Read(ref Used(memory)));
        return (byte*)
            LazyInitializer
                .EnsureInitialized(ref _mapped, static () => new())
                .GetOrAdd(
                    page,
                    static (first, argument) =>
                        (nint)argument.Memory.MapPart(Start + ((long)first * PageSize), argument.Length),
                    (Memory: memory, Length: (long)Pages(length) * PageSize)
                );
    }

    /// <summary>Gives everything free. Nobody may use any of it meanwhile.</summary>
    public static void Clear(SharedMemory memory)
    {
        if (Used(memory) is var used and not 0)
        {
            Used(memory) = 0;
            memory.CutBack(Start, (long)used * PageSize);
        }
    }

    private static int Pages(long length) => checked((int)((length + PageSize - 1) / PageSize));

    private static ref int Used(SharedMemory memory) => ref *(int*)(memory.Base + SegmentHeader.BulkPages);
}
