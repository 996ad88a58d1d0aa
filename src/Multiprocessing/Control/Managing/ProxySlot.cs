using System.Text;

namespace ConcurrencyKatas.Control;

/// <summary>The slot of a manager, or of an object that a manager keeps: its kind, its name, and whose it is.</summary>
internal static unsafe class ProxySlot
{
    /// <summary>Makes one.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="manager">The slot of its manager; 0 for a manager itself.</param>
    /// <param name="name">Its name, or <see langword="null"/> for the next one in the row.</param>
    /// <returns>Its offset.</returns>
    public static int Create(SlotKind kind, int manager, string? name)
    {
        int offset = Seam.Controller is { } controller ? controller.AllocateSlot() : Session.Current.AllocateSlot();
        byte* slot = Session.Current.Slot(offset);
        new Span<byte>(slot, SlotLayout.Size).Clear();
        Int(slot, SlotLayout.Initial) = manager;
        name = string.IsNullOrEmpty(name) ? CurrentProcess.NextName(kind) : name;
        Int(slot, SlotLayout.NameLength) = Utf8Text.Cut(
            name,
            new Span<byte>(slot + SlotLayout.Name, SlotLayout.NameCapacity)
        );
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
    public static int ManagerOf(int offset) => Int(Session.Current.Slot(offset), SlotLayout.Initial);

    public static string NameAt(int offset)
    {
        byte* slot = Session.Current.Slot(offset);
        int length = Math.Clamp(Int(slot, SlotLayout.NameLength), 0, SlotLayout.NameCapacity);
        return Encoding.UTF8.GetString(slot + SlotLayout.Name, length);
    }

    private static ref int Int(byte* slot, int offset) => ref *(int*)(slot + offset);
}
