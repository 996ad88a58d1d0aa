using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="LockProxy"/> and <see cref="RLockProxy"/> share: a holder, who may end without giving it back.</summary>
/// <remarks>See <see cref="OwnedLock"/>: the next one is told, unless the lock was made to block.</remarks>
public abstract class OwnedLockProxy : AcquirableProxy
{
    private protected OwnedLockProxy(SlotKind kind, Manager manager, Abandoned abandoned, string? name)
        : base(kind, manager, (int)OwnedLock.Checked(abandoned), 1, name) { }

    private protected OwnedLockProxy(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <summary>Who owns it, and how many times it was taken; asks the manager.</summary>
    private protected (string Owner, int Depth) Holder()
    {
        if (Seam.Controller is not null)
        {
            return ("known to the arbiter only", 0);
        }
        IReadOnlyList<object?> all = Describe();
        return ((string)all[0]!, (int)all[1]!);
    }
}
