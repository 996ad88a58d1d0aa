using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>An <see cref="RLock"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.RLock"/>.</summary>
/// <remarks>A process that is killed while it holds the lock leaves it locked, as in Python.</remarks>
public sealed class RLockProxy : AcquirableProxy
{
    internal RLockProxy(Manager manager, string? name)
        : base(SlotKind.RLockProxy, manager, name) { }

    internal RLockProxy(SlotHandle handle)
        : base(SlotKind.RLockProxy, handle) { }

    /// <summary><c>RLockProxy(owner: worker-2, count: 2)</c>.</summary>
    public override string ToString()
    {
        (string owner, int depth) = Describe();
        return $"RLockProxy(owner: {owner}, count: {depth})";
    }
}
