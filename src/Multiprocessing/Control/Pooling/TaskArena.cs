using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>Where the tasks on a board lie: short ones in a ring of mapped memory, others where nothing is mapped.</summary>
/// <param name="memory">The memory of the pool.</param>
/// <param name="start">Where the ring begins in it.</param>
/// <param name="length">Bytes of the ring.</param>
internal sealed class TaskArena(SharedMemory memory, int start, int length)
{
    private const int LongestInRing = 16 * 1024;
    private const long MostElsewhere = 64 * 1024 * 1024;

    private long _head;
    private long _tail;
    private long _next = PoolRoom.LargeTasks.Start;
    private long _elsewhere;

    /// <summary>How far the ring has been given out: what <see cref="Free"/> is to be told when the task last placed is gone.</summary>
    public long Mark => _head;

    /// <summary>Finds a place for a task.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryPlace(long bytes, out long place)
    {
        if (bytes <= LongestInRing)
        {
            return TryPlaceInRing((int)bytes, out place);
        }
        place = _next;
        if (_elsewhere > 0 && _elsewhere + bytes > MostElsewhere)
        {
            return false; // It would only wait there.
        }
        if (place + bytes > PoolRoom.LargeTasks.End)
        {
            place = PoolRoom.LargeTasks.Start;
        }
        _next = (place + bytes + BulkMemory.PageSize) & -BulkMemory.PageSize;
        _elsewhere += bytes;
        return true;
    }

    /// <summary>Gives the memory of the oldest task free.</summary>
    /// <param name="place">Where it lay.</param>
    /// <param name="bytes">How many bytes it had.</param>
    /// <param name="mark"><see cref="Mark"/> after it was placed.</param>
    public void Free(long place, long bytes, long mark)
    {
        if (place >= PoolRoom.LargeTasks.Start)
        {
            memory.Discard(place, bytes);
            _elsewhere -= bytes;
        }
        _tail = mark;
    }

    // No task lies across the end of the ring.
    private bool TryPlaceInRing(int bytes, out long place)
    {
        long from = _head;
        long offset = from % length;
        if (offset + bytes > length)
        {
            from += length - offset;
            offset = 0;
        }
        place = start + offset;
        if (from + bytes - _tail > length)
        {
            return false;
        }
        _head = from + bytes;
        return true;
    }
}
