using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="SemaphoreProxy"/> and <see cref="BoundedSemaphoreProxy"/> share.</summary>
/// <remarks>Units that a killed process took stay taken, as in Python.</remarks>
public abstract class CountingSemaphoreProxy : AcquirableProxy
{
    private protected CountingSemaphoreProxy(SlotKind kind, Manager manager, int value, int maximum, string? name)
        : base(kind, manager, CountingSemaphore.Checked(value), maximum, name) { }

    private protected CountingSemaphoreProxy(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <summary><c>SemaphoreProxy(value: 2)</c>: asks the manager.</summary>
    public override string ToString() =>
        Seam.Controller is null ? $"{Kind}(value: {Describe()[0]})" : $"{Kind}({Name})";
}
