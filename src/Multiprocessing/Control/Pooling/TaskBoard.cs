using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// The next tasks of a pool, in shared memory. The pool posts them; whichever worker is free claims the next one by one
/// atomic step that also says who it is, copies it, and says that it has. So when a worker is killed, the pool knows which task
/// it had, and nothing is ever locked.
/// </summary>
/// <remarks>
/// The word of an entry: the task's number on the board, and below it who has it (<see cref="Open"/>: nobody; a worker's place,
/// with <see cref="TakenBit"/> once it has copied the task). Posting and taking back are the pool's, under its own lock.
/// </remarks>
internal sealed unsafe class TaskBoard(SharedMemory memory)
{
    /// <summary>Bytes of the board.</summary>
    public const int Length = Arena + ArenaLength;

    private const int Head = 0;
    private const int Next = 64;
    private const int Items = 128;
    private const int Closed = 192;
    private const int AsleepWord = 256;
    private const int More = 320;
    private const int Entries = 4096;
    private const int EntryLength = 32;
    private const int Capacity = 1024;
    private const int Arena = 64 * 1024;
    private const int ArenaLength = 1024 * 1024;

    private const int PartLength = sizeof(int);
    private const int OwnerBits = 16;
    private const long OwnerMask = (1L << OwnerBits) - 1;
    private const long Open = OwnerMask;
    private const long TakenBit = 1L << (OwnerBits - 1);

    // The pool's own, about what it has posted.
    private readonly long[] _ends = new long[Capacity];
    private readonly TaskArena _arena = new(memory, Arena, ArenaLength);
    private long _reclaimed;

    /// <summary>What tasks wait for that no worker has claimed.</summary>
    public int Waiting => (int)(Volatile.Read(ref Long(Head)) - Volatile.Read(ref Long(Next)));

    /// <summary>In the pool: whether it has more tasks, for which there was no room here.</summary>
    public bool HasMore
    {
        set => Volatile.Write(ref Int(More), value ? 1 : 0);
    }

    /// <summary>In the pool: whether the oldest task has been taken, so that there is room to gain.</summary>
    public bool CanReclaim =>
        _reclaimed < Long(Head)
        && Volatile.Read(ref Owner(_reclaimed)) is var owner
        && (owner & OwnerMask) != Open
        && (owner & TakenBit) != 0;

    /// <summary>In a worker that has just taken a task: whether nothing waits here although the pool has more.</summary>
    public bool IsStarving
    {
        get
        {
            Interlocked.MemoryBarrier(); // Either the pool sees that we took one, or we see that it has more.
            return Volatile.Read(ref Int(More)) != 0 && Waiting <= 0;
        }
    }

    private SharedSignal Signal => new(memory.Base + Items);

    /// <summary>The shared word that says whether the pool's keeper sleeps.</summary>
    public static int* Asleep(SharedMemory memory) => (int*)(memory.Base + AsleepWord);

    /// <summary>Posts a task.</summary>
    /// <returns>Whether there was room; then <paramref name="sequence"/> is its number on the board.</returns>
    public bool TryPost(PoolTask task, out long sequence)
    {
        sequence = Long(Head);
        long length = PartLength + (long)task.Places.Length + task.Message.Length;
        if (sequence - _reclaimed >= Capacity || !_arena.TryPlace(length, out long place))
        {
            return false;
        }
        int places = task.Places.Length;
        var header = new ReadOnlySpan<byte>(&places, PartLength);
        if (place < Length)
        {
            var here = new Span<byte>(memory.Base + place, (int)length);
            header.CopyTo(here);
            task.Places.CopyTo(here[PartLength..]);
            task.Message.CopyTo(here[(PartLength + places)..]);
        }
        else
        {
            memory.Write(place, header);
            memory.Write(place + PartLength, task.Places);
            memory.Write(place + PartLength + places, task.Message);
        }
        byte* entry = EntryOf(sequence);
        *(long*)(entry + 8) = place;
        *(long*)(entry + 16) = length;
        _ends[sequence % Capacity] = _arena.Mark;
        Volatile.Write(ref Owner(sequence), (sequence << OwnerBits) | Open);
        Volatile.Write(ref Long(Head), sequence + 1);
        return true;
    }

    /// <summary>Wakes workers that wait for tasks.</summary>
    public void Wake(int count)
    {
        Interlocked.MemoryBarrier(); // Either we see the sleeper, or it sees the task.
        Signal.Raise(count);
    }

    /// <summary>Learns who took the oldest task that it has not learned that of, and gives its memory free.</summary>
    /// <returns>Whether somebody has taken it.</returns>
    public bool TryReclaim(out long sequence, out int worker)
    {
        sequence = _reclaimed;
        worker = 0;
        if (!CanReclaim)
        {
            return false;
        }
        worker = (int)(Volatile.Read(ref Owner(sequence)) & OwnerMask & ~TakenBit);
        byte* entry = EntryOf(sequence);
        _arena.Free(*(long*)(entry + 8), *(long*)(entry + 16), _ends[sequence % Capacity]);
        _reclaimed++;
        return true;
    }

    /// <summary>Takes a task back that a worker, now dead, claimed and did not get to.</summary>
    /// <returns>Its number on the board, or −1 for none.</returns>
    public long TakeBack(int worker)
    {
        for (long sequence = _reclaimed; sequence < Long(Head); sequence++)
        {
            if (Volatile.Read(ref Owner(sequence)) == ((sequence << OwnerBits) | (long)worker))
            {
                Volatile.Write(ref Owner(sequence), (sequence << OwnerBits) | TakenBit | (long)worker);
                return sequence;
            }
        }
        return -1;
    }

    /// <summary>The last task that a worker took, of those that are not reclaimed; −1 for none.</summary>
    public long LastTakenBy(int worker)
    {
        long sequence = Long(Head) - 1;
        while (
            sequence >= _reclaimed
            && Volatile.Read(ref Owner(sequence)) != ((sequence << OwnerBits) | TakenBit | (long)worker)
        )
        {
            sequence--;
        }
        return sequence >= _reclaimed ? sequence : -1;
    }

    /// <summary>No more tasks will be posted: workers that find none end.</summary>
    public void Close()
    {
        Volatile.Write(ref Int(Closed), 1);
        Wake(int.MaxValue);
    }

    /// <summary>In a worker: waits for a task, and takes it.</summary>
    /// <param name="worker">The worker's place.</param>
    /// <param name="ring">The worker's ring, which says whether the worker is to end.</param>
    /// <returns><see langword="null"/> when there will be none.</returns>
    public (long Sequence, byte[] Task)? Take(int worker, AnswerRing ring)
    {
        if (!ring.IsRetired && TryTake(worker) is { } first)
        {
            return first;
        }
        var limit = WaitLimit.From(-1, default);
        Signal.Begin();
        try
        {
            while (true)
            {
                int seen = Signal.Number;
                // In this order: what was posted before the board was closed is still done.
                bool isClosed = Volatile.Read(ref Int(Closed)) != 0;
                if (ring.IsRetired)
                {
                    return null;
                }
                if (TryTake(worker) is { } found)
                {
                    return found;
                }
                if (isClosed)
                {
                    return null;
                }
                _ = Signal.Sleep(seen, limit);
            }
        }
        finally
        {
            Signal.End();
        }
    }

    private (long Sequence, byte[] Task)? TryTake(int worker)
    {
        while (true)
        {
            long next = Volatile.Read(ref Long(Next));
            if (next >= Volatile.Read(ref Long(Head)))
            {
                return null;
            }
            long open = (next << OwnerBits) | Open;
            bool isMine =
                Interlocked.CompareExchange(ref Owner(next), (next << OwnerBits) | (long)worker, open) == open;
            _ = Interlocked.CompareExchange(ref Long(Next), next + 1, next);
            if (!isMine)
            {
                continue; // Somebody else has it, or has had it for long.
            }
            byte[] task = Copy(EntryOf(next));
            Volatile.Write(ref Owner(next), (next << OwnerBits) | TakenBit | (long)worker);
            return (next, task);
        }
    }

    private byte[] Copy(byte* entry)
    {
        long place = *(long*)(entry + 8);
        byte[] task = GC.AllocateUninitializedArray<byte>(checked((int)*(long*)(entry + 16)));
        if (place < Length)
        {
            new ReadOnlySpan<byte>(memory.Base + place, task.Length).CopyTo(task);
        }
        else
        {
            memory.Read(place, task);
        }
        return task;
    }

    private byte* EntryOf(long sequence) => memory.Base + Entries + (sequence % Capacity * EntryLength);

    private ref long Owner(long sequence) => ref *(long*)EntryOf(sequence);

    private ref int Int(int offset) => ref *(int*)(memory.Base + offset);

    private ref long Long(int offset) => ref *(long*)(memory.Base + offset);
}
