using System.Globalization;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A <see cref="Barrier"/> that a <see cref="Manager"/> keeps; made by <see cref="Manager.Barrier"/>.</summary>
/// <remarks>
/// A party that gives up breaks it for all, and so does one that is killed while it waits here. There is no action: the server
/// runs no user's code. Who gets the place <see cref="BarrierBase.Parties"/> − 1 came last.
/// </remarks>
public sealed class BarrierProxy : BarrierBase
{
    internal BarrierProxy(Manager manager, int parties, string? name)
        : base(SlotKind.BarrierProxy, Checked(parties), 0, name) => NamedSlot.SetManager(Offset, manager.Offset);

    internal BarrierProxy(SlotHandle handle)
        : base(SlotKind.BarrierProxy, handle) { }

    /// <inheritdoc/>
    public override int NumberWaiting => (int)Math.Max(0, Arrive(OperationKind.Look).Value);

    /// <inheritdoc/>
    public override bool IsBroken => Arrive(OperationKind.Look).Value < 0;

    /// <inheritdoc/>
    public override void Abort() => _ = Arrive(OperationKind.Abort);

    /// <inheritdoc/>
    public override void Reset() => _ = Arrive(OperationKind.Reset);

    /// <summary>
    /// <c>BarrierProxy(parties: 3, waiting: 2)</c> or <c>BarrierProxy(parties: 3, broken)</c>; asks the manager. In a controlled
    /// run, where that is an operation, and after the manager's end <c>BarrierProxy(parties: 3)</c>.
    /// </summary>
    public override string ToString()
    {
        try
        {
            return Seam.Controller is not null ? $"BarrierProxy(parties: {Parties})"
                : Arrive(OperationKind.Look).Value is >= 0 and var waiting
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"BarrierProxy(parties: {Parties}, waiting: {waiting})"
                    )
                : $"BarrierProxy(parties: {Parties}, broken)";
        }
        catch (ManagerLostException)
        {
            return $"BarrierProxy(parties: {Parties})";
        }
    }

    // Two operations: it has come, and it may go on; only one for who comes last.
    private protected override int WaitWithin(long timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        int place = (int)Arrive(OperationKind.Arrive).Value;
        if (place < 0)
        {
            throw Broken("is broken");
        }
        if (place == Parties - 1)
        {
            return place;
        }
        Decision decision = Arrive(OperationKind.Wait, timeout, cancellation);
        if (!decision.Go)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Broken($"broke: not all of its {Parties} parties came in time");
        }
        return decision.Value == Decision.Refused ? throw Broken("broke or was reset while this party waited") : place;
    }

    private Decision Arrive(OperationKind kind, long timeout = -1, CancellationToken cancellation = default) =>
        ManagedOperations.Arrive(Kind, Operation.OnSlot(kind, Offset, timeout), Name, cancellation);
}
