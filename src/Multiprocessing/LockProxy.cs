using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A <see cref="Lock"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.Lock"/>.</summary>
public sealed class LockProxy : OwnedLockProxy
{
    internal LockProxy(Manager manager, Abandoned abandoned, string? name)
        : base(SlotKind.LockProxy, manager, abandoned, name) { }

    internal LockProxy(SlotHandle handle)
        : base(SlotKind.LockProxy, handle) { }

    private protected override string Refusal => " while nobody held it (release unlocked lock)";

    /// <summary><c>LockProxy(owner: worker-2)</c>.</summary>
    public override string ToString() => $"LockProxy(owner: {Holder().Owner})";
}
