using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>An <see cref="Event"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.Event"/>.</summary>
public sealed class EventProxy : EventBase
{
    internal EventProxy(Manager manager, string? name)
        : base(SlotKind.EventProxy, name) => NamedSlot.SetManager(Offset, manager.Offset);

    internal EventProxy(SlotHandle handle)
        : base(SlotKind.EventProxy, handle) { }

    /// <inheritdoc/>
    public override bool IsSet => Arrive(OperationKind.IsSet).Value != 0;

    /// <inheritdoc/>
    public override void Set() => _ = Arrive(OperationKind.Set);

    /// <inheritdoc/>
    public override void Clear() => _ = Arrive(OperationKind.Clear);

    /// <summary>
    /// <c>EventProxy(set)</c> or <c>EventProxy(unset)</c>; asks the manager. In a controlled run, where that is an operation, and
    /// after the manager's end the name.
    /// </summary>
    public override string ToString()
    {
        try
        {
            return Seam.Controller is not null ? $"EventProxy({Name})"
                : IsSet ? "EventProxy(set)"
                : "EventProxy(unset)";
        }
        catch (ManagerLostException)
        {
            return $"EventProxy({Name})";
        }
    }

    // Both are for what has its word in this process's memory.
    private protected override bool TryTake() => throw new NotSupportedException();

    private protected override bool MustWait(int word) => throw new NotSupportedException();

    private protected override bool WaitWithin(long timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Arrive(OperationKind.Wait, timeout, cancellation).Go;
    }

    private Decision Arrive(OperationKind kind, long timeout = -1, CancellationToken cancellation = default) =>
        ManagedOperations.Arrive(Kind, Operation.OnSlot(kind, Offset, timeout), Name, cancellation);
}
