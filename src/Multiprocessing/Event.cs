using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas;

/// <summary>
/// A flag between processes that others can wait for. Once set it stays so, and lets everybody through, until it is
/// cleared.
/// </summary>
/// <remarks>
/// Who waits when the event is set is let through even if it is cleared at once; in Python such a wait may return false
/// before its time. A process that is killed while it waits changes nothing for the others.
/// </remarks>
public sealed unsafe class Event : EventBase
{
    private const int Flag = 1;
    private const int Turn = 2;

    /// <summary>Makes an event that is not set.</summary>
    /// <param name="name">Its name in messages and traces; by default <c>Event-1</c>…</param>
    public Event(string? name = null)
        : base(SlotKind.Event, name) { }

    internal Event(SlotHandle handle)
        : base(SlotKind.Event, handle) { }

    /// <inheritdoc/>
    public override bool IsSet =>
        Seam.Controller is { } controller
            ? controller.Arrive(Operation.OnSlot(OperationKind.IsSet, Offset)).Value != 0
            : HasFlag;

    // The bits above the flag count how often it was set, so that who slept sees a set that was cleared at once.
    private bool HasFlag => (Volatile.Read(ref *Word) & Flag) != 0;

    /// <inheritdoc/>
    public override void Set()
    {
        _ = Seam.Controller?.Arrive(Operation.OnSlot(OperationKind.Set, Offset));
        int word;
        do
        {
            word = Volatile.Read(ref *Word);
            if ((word & Flag) != 0)
            {
                return;
            }
        } while (Interlocked.CompareExchange(ref *Word, unchecked(word + Turn) | Flag, word) != word);
        if (Volatile.Read(ref Field(SlotLayout.Sleepers)) > 0)
        {
            WakeAll();
        }
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        _ = Seam.Controller?.Arrive(Operation.OnSlot(OperationKind.Clear, Offset));
        _ = Interlocked.And(ref *Word, ~Flag);
    }

    /// <summary><c>Event(set)</c> or <c>Event(unset)</c>.</summary>
    public override string ToString() => $"Event({(HasFlag ? "set" : "unset")})";

    private protected override bool TryTake() => HasFlag;

    private protected override bool MustWait(int word) => (word & Flag) == 0;

    private protected override bool WaitWithin(long timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Seam.Controller is { } controller)
        {
            return controller.Arrive(Operation.OnSlot(OperationKind.Wait, Offset, timeout)).Go
                && (
                    HasFlag
                        ? true
                        : throw new ModelMismatchException(
                            $"The arbiter let a wait for {Name} (slot {Offset}) through while it is not set. This is a fault "
                                + "of the arbiter's model, not of the submission."
                        )
                );
        }
        int word = Volatile.Read(ref *Word);
        return (word & Flag) != 0 || (timeout != 0 && Sleep(word, timeout, cancellation));
    }

    // Until the word is another one: somebody has set the event, and perhaps cleared it again.
    private bool Sleep(int word, long timeout, CancellationToken cancellation)
    {
        var deadline = new Deadline(timeout);
        using CancellationTokenRegistration wake = cancellation.UnsafeRegister(
            static self => ((Event)self!).WakeAll(),
            this
        );
        _ = Interlocked.Increment(ref Field(SlotLayout.Sleepers));
        try
        {
            while (Volatile.Read(ref *Word) == word)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!deadline.TryGetSlice(out long slice))
                {
                    return false;
                }
                _ = Futex.WaitWhile(Word, word, slice);
            }
            return true;
        }
        finally
        {
            _ = Interlocked.Decrement(ref Field(SlotLayout.Sleepers));
        }
    }
}
