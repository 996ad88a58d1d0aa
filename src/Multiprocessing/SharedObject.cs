using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// What queues, values and arrays share: a slot in the memory of the session, and a name. They can be passed to a
/// <see cref="Process"/> as arguments; they are then the same object in both processes.
/// </summary>
public abstract unsafe class SharedObject : ISlotObject
{
    private protected SharedObject(SlotKind kind, int initial, int maximum, int block, string? name)
    {
        Offset = NamedSlot.Create(kind, initial, maximum, block, name);
        Name = NamedSlot.NameAt(Offset);
    }

    /// <summary>Its name in messages and traces, at most 28 bytes of UTF-8.</summary>
    public string Name { get; private set; }

    int ISlotObject.Offset => Offset;

    internal int Offset { get; private set; }

    internal abstract SlotKind Kind { get; }

    bool ISlotObject.Attach(int offset)
    {
        if (!NamedSlot.Holds(Kind, offset))
        {
            return false;
        }
        (Offset, Name) = (offset, NamedSlot.NameAt(offset));
        return Attach();
    }

    /// <summary>The rest of what a constructor does, for an object that another process made.</summary>
    /// <returns>Whether what is in the slot fits the object's type.</returns>
    private protected abstract bool Attach();

    private protected ref int Field(int offset) => ref *(int*)(Session.Current.Slot(Offset) + offset);

    private protected static long Ticks(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(0, timeout.Ticks);
}
