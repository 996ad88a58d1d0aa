using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A <see cref="Semaphore"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.Semaphore"/>.</summary>
public sealed class SemaphoreProxy : CountingSemaphoreProxy
{
    internal SemaphoreProxy(Manager manager, int value, string? name)
        : base(SlotKind.SemaphoreProxy, manager, value, int.MaxValue, name) { }

    internal SemaphoreProxy(SlotHandle handle)
        : base(SlotKind.SemaphoreProxy, handle) { }

    private protected override string Refusal =>
        " while it had all the units that it can have (semaphore or lock released too many times)";
}
