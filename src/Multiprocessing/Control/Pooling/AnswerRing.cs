using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// What one worker tells its pool, in shared memory: one writes, one reads. A message counts from the store that publishes it,
/// so a worker that is killed leaves whole messages only.
/// </summary>
internal readonly unsafe struct AnswerRing(byte* start)
{
    /// <summary>Bytes of one ring with what belongs to it.</summary>
    public const int Length = Data + Capacity;

    /// <summary>The longest message that goes through.</summary>
    public const int LongestMessage = 16 * 1024;

    private const int Head = 0;
    private const int Tail = 64;
    private const int Room = 128;
    private const int Retired = 192;
    private const int Data = 4096;
    private const int Capacity = 64 * 1024;
    private const int HeaderLength = 24;

    /// <summary>Whether the pool wants the worker to end.</summary>
    public bool IsRetired
    {
        get => Volatile.Read(ref *(int*)(start + Retired)) != 0;
        set => Volatile.Write(ref *(int*)(start + Retired), value ? 1 : 0);
    }

    /// <summary>Whether everything has been read.</summary>
    public bool IsEmpty => Volatile.Read(ref Long(Head)) == Volatile.Read(ref Long(Tail));

    private SharedSignal Signal => new(start + Room);

    /// <summary>In the pool: begins anew, for another worker.</summary>
    public void Reset() => new Span<byte>(start, Data).Clear();

    /// <summary>In the worker: writes a message; waits while there is no room.</summary>
    public void Write(AnswerKind kind, long sequence, ReadOnlySpan<byte> message, int largeLength = 0)
    {
        int needed = HeaderLength + Padded(message.Length);
        WaitUntil(Capacity - needed);
        long head = Long(Head);
        byte* header = stackalloc byte[HeaderLength];
        *(int*)header = message.Length;
        *(int*)(header + 4) = (int)kind;
        *(long*)(header + 8) = sequence;
        *(long*)(header + 16) = largeLength;
        Put(head, new ReadOnlySpan<byte>(header, HeaderLength));
        Put(head + HeaderLength, message);
        Volatile.Write(ref Long(Head), head + needed);
    }

    /// <summary>In the worker: waits until at most so many bytes have not been read.</summary>
    public void WaitUntil(int unread)
    {
        if (Long(Head) - Volatile.Read(ref Long(Tail)) <= unread)
        {
            return;
        }
        var forEver = WaitLimit.From(-1, default);
        Signal.Begin();
        try
        {
            while (true)
            {
                int seen = Signal.Number;
                if (Long(Head) - Volatile.Read(ref Long(Tail)) <= unread)
                {
                    return;
                }
                _ = Signal.Sleep(seen, forEver);
            }
        }
        finally
        {
            Signal.End();
        }
    }

    /// <summary>In the pool: the next message, which stays until <see cref="Advance"/>.</summary>
    /// <exception cref="WireFormatException">It cannot be one.</exception>
    public bool TryPeek(out WorkerAnswer answer)
    {
        answer = default;
        long tail = Long(Tail);
        long unread = Volatile.Read(ref Long(Head)) - tail;
        if (unread == 0)
        {
            return false;
        }
        byte* header = stackalloc byte[HeaderLength];
        Get(tail, new Span<byte>(header, HeaderLength));
        int length = *(int*)header;
        long large = *(long*)(header + 16);
        if (
            length < 0
            || length > LongestMessage
            || HeaderLength + Padded(length) > unread
            || large is < 0 or > int.MaxValue
        )
        {
            throw new WireFormatException(
                $"A message from a worker says that it has {length} bytes: something else than the pool's own code has written "
                    + "into the memory that they share."
            );
        }
        byte[] message = new byte[length];
        Get(tail + HeaderLength, message);
        answer = new WorkerAnswer((AnswerKind)(*(int*)(header + 4)), *(long*)(header + 8), (int)large, message);
        return true;
    }

    /// <summary>In the pool: gives the memory of the message free that was read last.</summary>
    public void Advance(int length)
    {
        Volatile.Write(ref Long(Tail), Long(Tail) + HeaderLength + Padded(length));
        Interlocked.MemoryBarrier(); // Either we see the sleeper, or it sees the room.
        Signal.Raise(1);
    }

    private static int Padded(int length) => (length + 7) & ~7;

    private void Put(long position, ReadOnlySpan<byte> bytes)
    {
        int offset = (int)(position % Capacity);
        int first = Math.Min(bytes.Length, Capacity - offset);
        bytes[..first].CopyTo(new Span<byte>(start + Data + offset, first));
        bytes[first..].CopyTo(new Span<byte>(start + Data, bytes.Length - first));
    }

    private void Get(long position, Span<byte> bytes)
    {
        int offset = (int)(position % Capacity);
        int first = Math.Min(bytes.Length, Capacity - offset);
        new ReadOnlySpan<byte>(start + Data + offset, first).CopyTo(bytes);
        new ReadOnlySpan<byte>(start + Data, bytes.Length - first).CopyTo(bytes[first..]);
    }

    private ref long Long(int offset) => ref *(long*)(start + offset);
}
