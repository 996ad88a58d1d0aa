namespace ConcurrencyKatas.Control;

/// <summary>
/// A queue of messages in a controlled run, without a limit. The messages themselves are kept by the arbiter, which hands
/// each over as the grant of a <see cref="Get()"/>; so there is nothing here that could refuse what was granted.
/// </summary>
internal sealed class TaskQueue : Primitive
{
    public TaskQueue(string name)
        : base(SlotKind.Queue, 0, int.MaxValue, 0, name) { }

    internal TaskQueue(SlotHandle handle)
        : base(SlotKind.Queue, handle) { }

    private static IController Controller =>
        Seam.Controller ?? throw new InvalidOperationException("A TaskQueue works in controlled runs only.");

    /// <summary>Puts a message at the end.</summary>
    /// <returns>Whether the queue took it; a closed one does not.</returns>
    public bool Put(byte[] message, bool isQuiet = false) =>
        Controller
            .Arrive(Operation.OnSlot(OperationKind.Put, Offset) with { Payload = message, IsQuiet = isQuiet })
            .Value >= 0;

    /// <summary>Waits for the first message and takes it; <see langword="null"/> when the queue is closed and empty.</summary>
    public byte[]? Get() => Controller.Arrive(Operation.OnSlot(OperationKind.Get, Offset)).Payload;

    /// <summary>The same, for a limited time; the decision's value is negative when the queue is closed and empty.</summary>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    public Decision Get(long timeout) => Controller.Arrive(Operation.OnSlot(OperationKind.Get, Offset, timeout));

    /// <summary>Says that no more messages will come.</summary>
    /// <param name="drop">Whether those that wait are dropped.</param>
    /// <param name="isQuiet">See <see cref="Operation.IsQuiet"/>.</param>
    public void Close(bool drop, bool isQuiet) =>
        Controller.Arrive(
            Operation.OnSlot(OperationKind.Close, Offset) with
            {
                Argument = drop ? 1 : 0,
                IsQuiet = isQuiet,
            }
        );

    private protected override bool TryTake() => throw new NotSupportedException();

    private protected override bool MustWait(int word) => throw new NotSupportedException();
}
