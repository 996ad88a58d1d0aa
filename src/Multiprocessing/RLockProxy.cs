using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// An <see cref="RLock"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.RLock"/>. Its holder is a thread of a
/// process.
/// </summary>
public sealed class RLockProxy : OwnedLockProxy
{
    internal RLockProxy(Manager manager, Abandoned abandoned, string? name)
        : base(SlotKind.RLockProxy, manager, abandoned, name) { }

    internal RLockProxy(SlotHandle handle)
        : base(SlotKind.RLockProxy, handle) { }

    private protected override string Refusal =>
        ", which did not hold it (cannot release un-acquired lock): only the process and thread that acquired an RLock may";

    /// <summary><c>RLockProxy(owner: worker-2, count: 2)</c>.</summary>
    public override string ToString()
    {
        (string owner, int depth) = Holder();
        return $"RLockProxy(owner: {owner}, count: {depth})";
    }
}
