using System.Runtime.CompilerServices;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// The items of a queue, one after the other in a ring of shared memory, each with its length in front. One lock guards it,
/// which is taken over from a holder that was killed; every change becomes valid by one store. So whoever is killed in the
/// middle of a Put has put nothing, and whoever is killed in the middle of a Get has taken nothing or one item.
/// </summary>
internal sealed unsafe class SharedRing
{
    /// <summary>Bytes of the ring: of all items that wait in one queue, each with <see cref="ItemOverhead"/>.</summary>
    public const int Capacity = 64 * 1024 * 1024;

    /// <summary>Bytes that an item takes besides its own.</summary>
    public const int ItemOverhead = sizeof(int);

    private const int None = -1;

    // A ring that has run empty gives back what is behind its first bytes.
    private const int Kept = 1024 * 1024;

    // What is written by different parties stands in different cache lines; what is written under the lock in as few as
    // possible: each of them has to come from the other processor.
    private const int Gate = 0;
    private const int InForce = 16;
    private const int Items = 64;
    private const int Space = 128;
    private const int Done = 192;
    private const int States = 256;
    private const int StateDistance = 32;
    private const long Length = (long)BulkMemory.PageSize + Capacity;

    private readonly byte* _control;
    private readonly byte* _ring;
    private readonly int _maximum;

    private SharedRing(byte* start, int maximum)
    {
        _control = start;
        _ring = start + BulkMemory.PageSize;
        _maximum = maximum;
    }

    /// <summary>How many items there are at this moment.</summary>
    public int Count => Locked(static ring => ring.State.Count);

    private ref RingState State => ref StateAt(InForceNow);

    private ref int InForceNow => ref *(int*)(_control + InForce);

    /// <summary>Reserves memory for a ring; only what is written to costs any.</summary>
    public static int Allocate() => SharedBlock.Allocate(Length);

    /// <summary>The ring in a block, which holds so many items at most.</summary>
    public static SharedRing At(int block, int maximum) => new(SharedBlock.At(block, Length), maximum);

    /// <summary>Puts an item at the end; waits while there is no room.</summary>
    /// <returns>Whether there was room in time.</returns>
    public bool Put(ReadOnlySpan<byte> item, in WaitLimit limit)
    {
        if (TryPut(item, out _))
        {
            return true;
        }
        if (limit.Ticks == 0)
        {
            return false;
        }
        var space = new SharedSignal(_control + Space);
        space.Begin();
        try
        {
            while (!TryPut(item, out int seen))
            {
                if (!space.Sleep(seen, limit))
                {
                    return false;
                }
            }
            return true;
        }
        finally
        {
            space.End();
        }
    }

    /// <summary>Takes the first item; waits while there is none.</summary>
    /// <param name="limit">How long.</param>
    /// <param name="place">Where to put it; a larger one takes its place when it is too small.</param>
    /// <returns>How many bytes it has; −1 when none came in time.</returns>
    public int Get(in WaitLimit limit, ref byte[] place)
    {
        int length = TryGet(ref place, out _);
        if (length != None || limit.Ticks == 0)
        {
            return length;
        }
        var items = new SharedSignal(_control + Items);
        items.Begin();
        try
        {
            while (true)
            {
                length = TryGet(ref place, out int seen);
                if (length != None || !items.Sleep(seen, limit))
                {
                    return length;
                }
            }
        }
        finally
        {
            items.End();
        }
    }

    /// <summary>Counts one item as dealt with.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TaskDone() =>
        Locked(static ring =>
        {
            RingState state = ring.State;
            if (state.Unfinished == 0)
            {
                return false;
            }
            state.Unfinished--;
            ring.Commit(state);
            if (state.Unfinished == 0)
            {
                new SharedSignal(ring._control + Done).Raise(int.MaxValue);
            }
            return true;
        });

    /// <summary>Waits until all items have been dealt with.</summary>
    /// <returns>Whether they were in time.</returns>
    public bool Join(in WaitLimit limit)
    {
        var done = new SharedSignal(_control + Done);
        done.Begin();
        try
        {
            while (true)
            {
                int seen = done.Number;
                if (Locked(static ring => ring.State.Unfinished == 0))
                {
                    return true;
                }
                if (!done.Sleep(seen, limit))
                {
                    return false;
                }
            }
        }
        finally
        {
            done.End();
        }
    }

    private bool TryPut(ReadOnlySpan<byte> item, out int seen)
    {
        var gate = new RobustLock(_control + Gate);
        gate.Enter();
        seen = new SharedSignal(_control + Space).Number;
        RingState state = State;
        int needed = ItemOverhead + item.Length;
        bool fits = state.Count < _maximum && needed <= Capacity - state.Used;
        if (fits)
        {
            int length = item.Length;
            Copy(new ReadOnlySpan<byte>(&length, ItemOverhead), state.Head);
            Copy(item, state.Head + ItemOverhead);
            state.Touched = Math.Min(Capacity, Math.Max(state.Touched, state.Head + needed));
            state.Head = (state.Head + needed) % Capacity;
            state.Used += needed;
            state.Count++;
            state.Unfinished++;
            Commit(state);
            new SharedSignal(_control + Items).Raise(1);
        }
        gate.Exit();
        return fits;
    }

    private int TryGet(ref byte[] place, out int seen)
    {
        var gate = new RobustLock(_control + Gate);
        gate.Enter();
        seen = new SharedSignal(_control + Items).Number;
        RingState state = State;
        int length = None;
        if (state.Count > 0)
        {
            long tail = (state.Head - state.Used + Capacity) % Capacity;
            Copy(tail, new Span<byte>(&length, ItemOverhead));
            try
            {
                ThrowUnlessWhole(length, state);
                place = length <= place.Length ? place : GC.AllocateUninitializedArray<byte>(length);
            }
            catch
            {
                gate.Exit(); // No memory, or no item: nothing was taken, and the others can go on.
                throw;
            }
            Copy(tail + ItemOverhead, place.AsSpan(0, length));
            Take(ref state, ItemOverhead + length);
            Commit(state);
            GiveFree(state);
            // All of them: what is room enough for one may not be for another.
            new SharedSignal(_control + Space).Raise(int.MaxValue);
        }
        gate.Exit();
        return length;
    }

    private static void Take(ref RingState state, int bytes)
    {
        state.Used -= bytes;
        state.Count--;
        if (state.Count == 0)
        {
            state.Head = 0; // Memory that is in use already is the best.
        }
    }

    private void GiveFree(RingState state)
    {
        if (state.Count == 0 && state.Touched > Kept)
        {
            SharedMemory.Discard(_ring + Kept, Capacity - Kept);
            state.Touched = 0;
            Commit(state);
        }
    }

    private static void ThrowUnlessWhole(int length, in RingState state)
    {
        if (length < 0 || length > state.Used - ItemOverhead)
        {
            throw new InvalidOperationException(
                $"The memory of a queue is damaged: an item of {length} bytes where {state.Used} are in use. Something has "
                    + "written into shared memory that it does not own."
            );
        }
    }

    private T Locked<T>(Func<SharedRing, T> read)
    {
        var gate = new RobustLock(_control + Gate);
        gate.Enter();
        T result = read(this);
        gate.Exit();
        return result;
    }

    private ref RingState StateAt(int number) => ref *(RingState*)(_control + States + ((number & 1) * StateDistance));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Commit(in RingState state)
    {
        int spare = (InForceNow & 1) ^ 1;
        StateAt(spare) = state;
        // From this store on it is so; until then nothing has happened.
        Volatile.Write(ref InForceNow, spare);
    }

    private void Copy(ReadOnlySpan<byte> from, long to)
    {
        to %= Capacity;
        int first = (int)Math.Min(from.Length, Capacity - to);
        from[..first].CopyTo(new Span<byte>(_ring + to, first));
        from[first..].CopyTo(new Span<byte>(_ring, from.Length - first));
    }

    private void Copy(long from, Span<byte> to)
    {
        from %= Capacity;
        int first = (int)Math.Min(to.Length, Capacity - from);
        new ReadOnlySpan<byte>(_ring + from, first).CopyTo(to);
        new ReadOnlySpan<byte>(_ring, to.Length - first).CopyTo(to[first..]);
    }
}
