namespace ConcurrencyKatas.Control;

/// <summary>What every slot begins with: what lives in it, what that was created with, and its name.</summary>
internal static unsafe class NamedSlot
{
    /// <summary>Makes one, in the arena of a controlled actor or in the common part of the segment.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="initial">What it was created with; of an object of a manager, the manager's slot.</param>
    /// <param name="maximum">The largest value it may have.</param>
    /// <param name="word">What its word is at first.</param>
    /// <param name="name">Its name, or <see langword="null"/> for the next one in the row.</param>
    /// <returns>Its offset.</returns>
    public static int Create(SlotKind kind, int initial, int maximum, int word, string? name)
    {
        int offset = Seam.Controller is { } controller ? controller.AllocateSlot() : Session.Current.AllocateSlot();
        byte* slot = Session.Current.Slot(offset);
        new Span<byte>(slot, SlotLayout.Size).Clear();
        Int(slot, SlotLayout.Initial) = initial;
        Int(slot, SlotLayout.Maximum) = maximum;
        Int(slot, SlotLayout.Word) = word;
        name = string.IsNullOrEmpty(name) ? CurrentProcess.NextName(kind) : name;
        var place = new Span<byte>(slot + SlotLayout.Name, SlotLayout.NameCapacity);
        Int(slot, SlotLayout.NameLength) = Utf8Text.Cut(name, place);
        // Last: whoever sees the kind sees the rest.
        Volatile.Write(ref Int(slot, SlotLayout.Kind), (int)kind);
        return offset;
    }

    /// <summary>Whether an object of this kind is at an offset.</summary>
    public static bool Holds(SlotKind kind, int offset) =>
        offset % SlotLayout.Size == 0
        && offset >= 0
        && offset <= Session.SegmentLength - SlotLayout.Size
        && Volatile.Read(ref Int(Session.Current.Memory.Base + offset, SlotLayout.Kind)) == (int)kind;

    /// <summary>The slot of the manager that keeps it.</summary>
    public static int ManagerOf(int offset) => Int(Session.Current.Slot(offset), SlotLayout.Owner);

    /// <summary>Says which manager keeps it. For who made it, before anybody else knows of it.</summary>
    public static void SetManager(int offset, int manager) =>
        Int(Session.Current.Slot(offset), SlotLayout.Owner) = manager;

    /// <summary>What it was created with: its first value and its largest.</summary>
    public static (int Initial, int Maximum) ValuesOf(int offset)
    {
        byte* slot = Session.Current.Slot(offset);
        return (Int(slot, SlotLayout.Initial), Int(slot, SlotLayout.Maximum));
    }

    /// <summary>The name of what is there.</summary>
    public static string NameAt(int offset)
    {
        byte* slot = Session.Current.Slot(offset);
        int length = Math.Clamp(Int(slot, SlotLayout.NameLength), 0, SlotLayout.NameCapacity);
        return Utf8Text.Read(new ReadOnlySpan<byte>(slot + SlotLayout.Name, length));
    }

    private static ref int Int(byte* slot, int offset) => ref *(int*)(slot + offset);
}
