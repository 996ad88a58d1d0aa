using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A <see cref="BoundedSemaphore"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.BoundedSemaphore"/>.
/// </summary>
public sealed class BoundedSemaphoreProxy : CountingSemaphoreProxy
{
    internal BoundedSemaphoreProxy(Manager manager, int value, string? name)
        : base(SlotKind.BoundedSemaphoreProxy, manager, value, value, name) { }

    internal BoundedSemaphoreProxy(SlotHandle handle)
        : base(SlotKind.BoundedSemaphoreProxy, handle) { }

    private protected override string Refusal => " while all its units were free (Semaphore released too many times)";
}
