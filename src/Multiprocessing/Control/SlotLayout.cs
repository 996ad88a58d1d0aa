namespace ConcurrencyKatas.Control;

/// <summary>
/// Byte offsets inside a primitive's slot: one cache line that every process of the session maps. The creator writes the
/// first four fields once; the arbiter reads them to know which model to make.
/// </summary>
public static class SlotLayout
{
    /// <summary>Bytes of one slot.</summary>
    public const int Size = 64;

    /// <summary>int: a <see cref="SlotKind"/>; written last by the creator.</summary>
    public const int Kind = 0;

    /// <summary>int: the value the primitive was created with (units of a semaphore); of a lock an <see cref="Abandoned"/>.</summary>
    public const int Initial = 4;

    /// <summary>int: the largest value it may have; <see cref="int.MaxValue"/> when unbounded.</summary>
    public const int Maximum = 8;

    /// <summary>int: how many bytes of <see cref="Name"/> are used.</summary>
    public const int NameLength = 12;

    /// <summary>int: the primitive's word, waited on by futex. Its meaning is the primitive's own.</summary>
    public const int Word = 16;

    /// <summary>int: how many sleep on the word; an over-count after a kill costs one spare wake.</summary>
    public const int Sleepers = 20;

    /// <summary>int: of a lock, the owner's word of the process that last ended while it held it; of what a manager keeps, its slot.</summary>
    public const int Owner = 24;

    /// <summary>int: the holder's managed thread id.</summary>
    public const int OwnerThread = 28;

    /// <summary>int: how many times the holder has taken it.</summary>
    public const int Depth = 32;

    /// <summary>UTF-8 name, at most <see cref="NameCapacity"/> bytes, without a terminator.</summary>
    public const int Name = 36;

    /// <summary>Bytes a name may have; longer names are cut at a character.</summary>
    public const int NameCapacity = Size - Name;
}
