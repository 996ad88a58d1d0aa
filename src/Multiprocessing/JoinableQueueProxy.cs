using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A <see cref="JoinableQueue{T}"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.JoinableQueue"/>. All items that
/// wait in it take 16 MiB at most; then Put waits for room.
/// </summary>
/// <typeparam name="T">What travels.</typeparam>
public sealed class JoinableQueueProxy<T> : JoinableQueue<T>
{
    internal JoinableQueueProxy(Manager manager, int maxSize, string? name)
        : base(SlotKind.JoinableQueueProxy, maxSize, name) => NamedSlot.SetManager(Offset, manager.Offset);

    internal override SlotKind Kind => SlotKind.JoinableQueueProxy;
}
