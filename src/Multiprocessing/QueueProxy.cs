using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A <see cref="Queue{T}"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.Queue"/>. All items that wait in it take
/// 16 MiB at most; then Put waits for room.
/// </summary>
/// <typeparam name="T">What travels.</typeparam>
public sealed class QueueProxy<T> : Queue<T>
{
    internal QueueProxy(Manager manager, int maxSize, string? name)
        : base(SlotKind.QueueProxy, maxSize, name) => NamedSlot.SetManager(Offset, manager.Offset);

    internal override SlotKind Kind => SlotKind.QueueProxy;
}
