using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Those who wait for a condition, first come first, in shared memory: one slot for each, linked. The line is changed only
/// by who holds the condition's lock, and each change takes effect with one store, so that a process that is killed in
/// between leaves a line that can be read.
/// </summary>
/// <remarks>
/// Who is notified stays in the line until it has the lock again. So a notification that went to a process that was
/// killed before it could act on it is found, and goes to somebody else who waited at that time.
/// </remarks>
/// <param name="session">Where the line is.</param>
/// <param name="slot">The condition's slot.</param>
internal sealed unsafe class ConditionLine(Session session, byte* slot)
{
    // In the condition's slot: where the line begins, where the places that are not used do, and how many ever joined.
    private const int First = SlotLayout.Word;
    private const int Unused = SlotLayout.Owner;
    private const int Joined = SlotLayout.OwnerThread;

    // In the slot of a place. What the word says is Waiting, or how many had joined when the place was notified.
    private const int Word = SlotLayout.Word;
    private const int Owner = SlotLayout.Owner;
    private const int Number = SlotLayout.OwnerThread;
    private const int Next = SlotLayout.Depth;

    private const int Waiting = 0;
    private const int LookAtMost = 100_000;

    /// <summary>How many wait, at this moment. For anybody.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            for (int place = Int(slot, First); place != 0 && count < LookAtMost; place = Int(At(place), Next))
            {
                count += Volatile.Read(ref Int(At(place), Word)) == Waiting ? 1 : 0;
            }
            return count;
        }
    }

    /// <summary>Joins at the end.</summary>
    /// <returns>The place.</returns>
    public int Join()
    {
        int place = Int(slot, Unused);
        if (place != 0)
        {
            Volatile.Write(ref Int(slot, Unused), Int(At(place), Next));
        }
        else
        {
            place = session.AllocateSlot();
            Int(At(place), SlotLayout.Kind) = (int)SlotKind.ConditionPlace;
        }
        byte* mine = At(place);
        Int(mine, Word) = Waiting;
        Int(mine, Owner) = session.Processes.OwnerWord(session.Self);
        Int(mine, Number) = ++Int(slot, Joined);
        Int(mine, Next) = 0;
        ref int last = ref Int(slot, First);
        while (last != 0)
        {
            last = ref Int(At(last), Next);
        }
        Volatile.Write(ref last, place);
        return place;
    }

    /// <summary>Leaves the line.</summary>
    /// <returns>Whether the place was notified.</returns>
    public bool Leave(int place)
    {
        ref int link = ref Int(slot, First);
        while (link != 0 && link != place)
        {
            link = ref Int(At(link), Next);
        }
        bool notified = IsNotified(place);
        if (link == place)
        {
            Remove(ref link);
        }
        return notified;
    }

    /// <summary>Notifies those who have waited longest. Places of processes that have ended are passed over.</summary>
    /// <returns>How many were notified.</returns>
    public int Notify(int count) => Notify(count, Int(slot, Joined));

    /// <summary>Whether somebody who was notified has ended without making use of it. For anybody, and only a hint.</summary>
    public bool HasLostOne()
    {
        int place = Volatile.Read(ref Int(slot, First));
        for (int looked = 0; place != 0 && looked < LookAtMost; looked++)
        {
            if (IsNotified(place) && HasEnded(place))
            {
                return true;
            }
            place = Volatile.Read(ref Int(At(place), Next));
        }
        return false;
    }

    /// <summary>Takes the places of processes that have ended away, and hands on what they were notified of.</summary>
    public void Mend()
    {
        ref int link = ref Int(slot, First);
        while (link != 0)
        {
            int place = link;
            if (!HasEnded(place))
            {
                link = ref Int(At(place), Next);
                continue;
            }
            int joined = Int(At(place), Word);
            Remove(ref link);
            if (joined != Waiting)
            {
                _ = Notify(1, joined);
                link = ref Int(slot, First);
            }
        }
    }

    /// <summary>Whether a place was notified.</summary>
    public bool IsNotified(int place) => Volatile.Read(ref Int(At(place), Word)) != Waiting;

    /// <summary>Sleeps until a place is notified, or the time has passed. May return early.</summary>
    /// <returns>Whether somebody woke it.</returns>
    public bool Sleep(int place, long nanoseconds) => Futex.WaitWhile((int*)(At(place) + Word), Waiting, nanoseconds);

    /// <summary>Makes who sleeps at a place look again.</summary>
    public void Wake(int place) => Futex.Wake((int*)(At(place) + Word), 1);

    private int Notify(int count, int joined)
    {
        int notified = 0;
        ref int link = ref Int(slot, First);
        while (link != 0 && notified < count)
        {
            int place = link;
            if (!IsNotified(place) && Int(At(place), Number) - joined <= 0)
            {
                if (HasEnded(place))
                {
                    Remove(ref link);
                    continue;
                }
                Volatile.Write(ref Int(At(place), Word), joined);
                Wake(place);
                notified++;
            }
            link = ref Int(At(place), Next);
        }
        return notified;
    }

    private void Remove(ref int link)
    {
        int place = link;
        Volatile.Write(ref link, Int(At(place), Next));
        Int(At(place), Next) = Int(slot, Unused);
        Volatile.Write(ref Int(slot, Unused), place);
    }

    private bool HasEnded(int place)
    {
        int owner = Int(At(place), Owner);
        return owner != session.Processes.OwnerWord(session.Self) && session.Processes.HasEnded(owner);
    }

    private byte* At(int place) => session.Slot(place);

    private static ref int Int(byte* place, int offset) => ref *(int*)(place + offset);
}
