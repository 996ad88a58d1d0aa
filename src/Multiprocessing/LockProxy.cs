using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A <see cref="Lock"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.Lock"/>.</summary>
/// <remarks>A process that is killed while it holds the lock leaves it locked, as in Python.</remarks>
public sealed class LockProxy : AcquirableProxy
{
    internal LockProxy(Manager manager, string? name)
        : base(SlotKind.LockProxy, manager, name) { }

    internal LockProxy(SlotHandle handle)
        : base(SlotKind.LockProxy, handle) { }

    /// <summary><c>LockProxy(owner: worker-2)</c>.</summary>
    public override string ToString() => $"LockProxy(owner: {Describe().Owner})";
}
