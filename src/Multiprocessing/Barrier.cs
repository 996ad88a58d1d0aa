using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A place where a fixed number of parties wait for each other, again and again: nobody goes on before all have come.
/// </summary>
/// <remarks>
/// A party that gives up breaks the barrier for all, and so does one whose process ends, however it does, while it waits
/// here; the others notice within a tenth of a second. A process that ends before it has come is nobody's party yet: wait
/// with a time-out where that may happen.
/// </remarks>
public sealed class Barrier : BarrierBase
{
    private readonly BarrierRoom? _room;
    private BarrierAction? _action;

    /// <summary>Makes a barrier.</summary>
    /// <param name="parties">How many have to come; at least 1.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Barrier-1</c>…</param>
    public Barrier(int parties, string? name = null)
        : base(SlotKind.Barrier, Checked(parties), Seam.Controller is null ? BarrierSeats.Create(parties) : 0, name) =>
        _room = RoomHere();

    /// <summary>Makes a barrier with something that is done each time when all have come, before they go on.</summary>
    /// <param name="parties">How many have to come; at least 1.</param>
    /// <param name="action">
    /// A static method, or a lambda that captures nothing: whoever comes last runs it, in its own process. If it throws, that
    /// party gets the exception and the barrier is broken.
    /// </param>
    /// <param name="arguments">One for each parameter of the action; they travel with the barrier.</param>
    /// <exception cref="MultiprocessingUsageException">The action or the arguments cannot travel.</exception>
    public Barrier(int parties, Delegate action, params object?[]? arguments)
        : this(parties, null, action, arguments) { }

    /// <summary>The same, with a name.</summary>
    /// <exception cref="MultiprocessingUsageException">The action or the arguments cannot travel.</exception>
    public Barrier(int parties, string? name, Delegate action, params object?[]? arguments)
        : this(parties, name)
    {
        _action = BarrierAction.Of(action, arguments);
        EncodedAction = _action.Encode();
    }

    internal Barrier(SlotHandle handle)
        : base(SlotKind.Barrier, handle) => _room = RoomHere();

    /// <inheritdoc/>
    public override int NumberWaiting =>
        Seam.Controller is { } controller ? (int)Math.Max(0, Look(controller)) : _room!.NumberWaiting;

    /// <inheritdoc/>
    public override bool IsBroken => Seam.Controller is { } controller ? Look(controller) < 0 : _room!.IsBroken;

    /// <summary>The action as it travels; empty without one.</summary>
    internal byte[] EncodedAction { get; set; } = [];

    private bool HasAction => EncodedAction.Length > 0;

    /// <inheritdoc/>
    public override void Abort()
    {
        if (Seam.Controller is { } controller)
        {
            _ = controller.Arrive(Operation.OnSlot(OperationKind.Abort, Offset));
            return;
        }
        _room!.Abort();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        if (Seam.Controller is { } controller)
        {
            _ = controller.Arrive(Operation.OnSlot(OperationKind.Reset, Offset));
            return;
        }
        _room!.Reset();
    }

    /// <summary><c>Barrier(parties: 3, waiting: 2)</c> or <c>Barrier(parties: 3, broken)</c>.</summary>
    public override string ToString() =>
        Seam.Controller is not null ? $"Barrier(parties: {Parties})"
        : IsBroken ? $"Barrier(parties: {Parties}, broken)"
        : $"Barrier(parties: {Parties}, waiting: {NumberWaiting})";

    private protected override int WaitWithin(long timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return Seam.Controller is { } controller
            ? WaitControlled(controller, timeout)
            : _room!.Wait(HasAction ? Act : null, timeout, cancellation);
    }

    // Two points: it has come, and it may go on; only one for who comes last, or, with an action, one before it and one after.
    private int WaitControlled(IController controller, long timeout)
    {
        Operation arrive = Operation.OnSlot(OperationKind.Arrive, Offset) with { Argument = HasAction ? 1 : 0 };
        int place = (int)controller.Arrive(arrive).Value;
        if (place < 0)
        {
            throw Broken("is broken");
        }
        if (place < Parties - 1)
        {
            Decision decision = controller.Arrive(Operation.OnSlot(OperationKind.Wait, Offset, timeout));
            return !decision.Go ? throw Broken($"broke: not all of its {Parties} parties came in time")
                : decision.Value == Decision.Refused ? throw Broken("broke or was reset while this party waited")
                : place;
        }
        if (HasAction)
        {
            ActControlled(controller);
        }
        return place;
    }

    private void ActControlled(IController controller)
    {
        try
        {
            Act();
        }
        catch (Exception exception) when (exception is not ModelMismatchException)
        {
            _ = controller.Arrive(Operation.OnSlot(OperationKind.Abort, Offset));
            throw;
        }
        if (controller.Arrive(Operation.OnSlot(OperationKind.Open, Offset)).Value == Decision.Refused)
        {
            throw Broken("broke while the last party ran its action");
        }
    }

    private void Act() => (_action ??= BarrierAction.Decode(EncodedAction)).Run();

    private long Look(IController controller) => controller.Arrive(Operation.OnSlot(OperationKind.Look, Offset)).Value;

    private BarrierRoom? RoomHere() =>
        Seam.Controller is null
            ? new BarrierRoom(
                Session.Current,
                Offset,
                new BarrierSeats(Session.Current, Field(SlotLayout.Maximum), Parties),
                Name
            )
            : null;
}
