namespace ConcurrencyKatas.Control;

/// <summary>
/// The seats of a barrier, in shared memory: who comes takes the first one that is free, so a seat's number is how many came
/// before. Taking and leaving a seat is one store each, so that a process that is killed is in its seat or not.
/// </summary>
/// <remarks>
/// A seat says in which round it was last taken, and by whom; it is free for the next round once nobody sits in it. So a
/// late comer who has not noticed that a round is over cannot sit down in it.
/// </remarks>
/// <param name="session">Where the seats are.</param>
/// <param name="offset">The slot with which they begin.</param>
/// <param name="count">How many there are.</param>
internal sealed unsafe class BarrierSeats(Session session, int offset, int count)
{
    private const int FirstSeat = SlotLayout.Word;

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>Makes seats that are free.</summary>
    /// <returns>The slot with which they begin.</returns>
    public static int Create(int count)
    {
        Session session = Session.Current;
        int bytes = FirstSeat + (count * sizeof(long));
        int offset = session.AllocateSlots((bytes + SlotLayout.Size - 1) / SlotLayout.Size);
        new Span<byte>(session.Slot(offset), bytes).Clear();
        for (int seat = 0; seat < count; seat++)
        {
            At(session, offset, seat) = Free(-1);
        }
        Volatile.Write(ref *(int*)(session.Slot(offset) + SlotLayout.Kind), (int)SlotKind.BarrierSeats);
        return offset;
    }

    /// <summary>Takes the first free seat, for the caller's process.</summary>
    /// <returns>Its number, or −1 when all are taken.</returns>
    public int Take(int round)
    {
        int me = session.Processes.OwnerWord(session.Self);
        for (int seat = 0; seat < count; seat++)
        {
            long now = Volatile.Read(ref At(seat));
            if (OwnerOf(now) == 0 && RoundOf(now) != round)
            {
                if (Interlocked.CompareExchange(ref At(seat), Taken(round, me), now) == now)
                {
                    return seat;
                }
            }
        }
        return -1;
    }

    /// <summary>Leaves a seat that the caller has taken.</summary>
    public void Leave(int seat, int round) => Interlocked.Exchange(ref At(seat), Free(round));

    /// <summary>How many sit in this round.</summary>
    public int Occupied(int round)
    {
        int occupied = 0;
        for (int seat = 0; seat < count; seat++)
        {
            long now = Volatile.Read(ref At(seat));
            occupied += OwnerOf(now) != 0 && RoundOf(now) == round ? 1 : 0;
        }
        return occupied;
    }

    /// <summary>Whether nobody sits.</summary>
    public bool AreEmpty
    {
        get
        {
            for (int seat = 0; seat < count; seat++)
            {
                if (OwnerOf(Volatile.Read(ref At(seat))) != 0)
                {
                    return false;
                }
            }
            return true;
        }
    }

    /// <summary>Whether a process that sits in this round has ended.</summary>
    public bool HasDeadIn(int round)
    {
        for (int seat = 0; seat < count; seat++)
        {
            long now = Volatile.Read(ref At(seat));
            if (RoundOf(now) == round && IsDead(now))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Frees the seats of processes that have ended.</summary>
    /// <param name="but">Those that sit in this round stay; −1 for no such round.</param>
    public void FreeDead(int but)
    {
        for (int seat = 0; seat < count; seat++)
        {
            long now = Volatile.Read(ref At(seat));
            if (RoundOf(now) != but && IsDead(now))
            {
                _ = Interlocked.CompareExchange(ref At(seat), Free(RoundOf(now)), now);
            }
        }
    }

    private bool IsDead(long seat) =>
        OwnerOf(seat) is not 0 and var owner
        && owner != session.Processes.OwnerWord(session.Self)
        && session.Processes.HasEnded(owner);

    private static long Taken(int round, int owner) => ((long)round << 32) | (uint)owner;

    private static long Free(int round) => (long)round << 32;

    private static int OwnerOf(long seat) => (int)seat;

    private static int RoundOf(long seat) => (int)(seat >> 32);

    private ref long At(int seat) => ref At(session, offset, seat);

    // Not through Session.Slot for each: seats do not begin where slots do.
    private static ref long At(Session session, int offset, int seat) =>
        ref *(long*)(session.Slot(offset) + FirstSeat + (seat * sizeof(long)));
}
