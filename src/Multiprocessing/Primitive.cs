using System.Diagnostics;
using System.Runtime.CompilerServices;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas;

/// <summary>
/// What all primitives share: a slot in the memory of the session, a name, and the way to wait. A primitive can be
/// passed to a <see cref="Process"/> as an argument; it is then the same primitive in both processes.
/// </summary>
public abstract unsafe class Primitive
{
    private readonly Session _session;
    private readonly byte* _slot;

    private protected Primitive(SlotKind kind, int initial, int maximum, int word, string? name)
    {
        _session = Session.Current;
        Kind = kind;
        Offset = NamedSlot.Create(kind, initial, maximum, word, name);
        _slot = _session.Slot(Offset);
        Name = NamedSlot.NameAt(Offset);
    }

    private protected Primitive(SlotKind kind, SlotHandle handle)
    {
        _session = Session.Current;
        Kind = kind;
        Offset = handle.Offset;
        _slot = _session.Slot(Offset);
        Name = NamedSlot.NameAt(Offset);
    }

    /// <summary>Its name in messages and traces, at most 28 bytes of UTF-8.</summary>
    public string Name { get; }

    /// <summary>Where its slot is in the segment; the same number in every process of the session.</summary>
    internal int Offset { get; }

    internal SlotKind Kind { get; }

    private protected int* Word => (int*)(_slot + SlotLayout.Word);

    /// <summary>Who owns what, by <see cref="Me"/>.</summary>
    private protected ProcessTable Processes => _session.Processes;

    /// <summary>What the word of a lock holds while this process owns it.</summary>
    private protected int Me => _session.Processes.OwnerWord(_session.Self);

    /// <summary>Makes the object for a primitive that another process created.</summary>
    /// <returns><see langword="null"/> when no such primitive is at this offset.</returns>
    internal static Primitive? FromSlot(SlotKind kind, int offset)
    {
        var handle = new SlotHandle(offset);
        return !NamedSlot.Holds(kind, offset)
            ? null
            : kind switch
            {
                SlotKind.Lock => new Lock(handle),
                SlotKind.RLock => new RLock(handle),
                SlotKind.Semaphore => new Semaphore(handle),
                SlotKind.BoundedSemaphore => new BoundedSemaphore(handle),
                SlotKind.Queue => new TaskQueue(handle),
                SlotKind.Event => new Event(handle),
                SlotKind.Condition => Condition.At(handle),
                SlotKind.Barrier => new Barrier(handle),
                SlotKind.LockProxy => new LockProxy(handle),
                SlotKind.RLockProxy => new RLockProxy(handle),
                SlotKind.SemaphoreProxy => new SemaphoreProxy(handle),
                SlotKind.BoundedSemaphoreProxy => new BoundedSemaphoreProxy(handle),
                SlotKind.EventProxy => new EventProxy(handle),
                SlotKind.ConditionProxy => ConditionProxy.At(handle),
                SlotKind.BarrierProxy => new BarrierProxy(handle),
                _ => null,
            };
    }

    /// <summary>Takes it at once, or changes nothing. Never waits.</summary>
    private protected abstract bool TryTake();

    /// <summary>Takes it from a holder who has ended, or changes nothing. Never waits.</summary>
    /// <exception cref="AbandonedLockException">It was taken.</exception>
    private protected virtual bool TryTakeOver() => false;

    /// <summary>Takes it, in a controlled run, from a holder whom the arbiter has killed.</summary>
    /// <exception cref="AbandonedLockException">It was taken.</exception>
    private protected virtual void TakeOver() { }

    /// <summary>Whether a word with this value is worth sleeping on.</summary>
    private protected abstract bool MustWait(int word);

    private protected ref int Field(int offset) => ref *(int*)(_slot + offset);

    /// <summary>The one way in: asks the controller if there is one, else waits by itself.</summary>
    /// <param name="timeout">Ticks; −1 waits for ever, 0 does not wait.</param>
    /// <param name="cancellation">Ends the wait early.</param>
    [MethodImpl(HotPath.Options)]
    private protected virtual bool AcquireWithin(long timeout, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Seam.Controller is not { } controller)
        {
            return TryTake() || (timeout == 0 ? TryTakeOver() : Sleep(timeout, cancellation));
        }
        Decision decision = controller.Arrive(Operation.OnSlot(OperationKind.Acquire, Offset, timeout));
        if (!decision.Go)
        {
            return false;
        }
        if (decision.Value == Decision.Abandoned)
        {
            TakeOver();
        }
        return TryTake()
            ? true
            : throw controller.Mismatch(
                $"The arbiter granted an acquire of {Name} (slot {Offset}), which {this} refused. This is a fault of the "
                    + "arbiter's model, not of the submission."
            );
    }

    /// <summary>Announces a release to the controller, if there is one.</summary>
    [MethodImpl(HotPath.Options)]
    private protected void ArriveAtRelease() =>
        Seam.Controller?.Arrive(Operation.OnSlot(OperationKind.Release, Offset));

    /// <summary>Wakes one sleeper, after the word has been changed by an interlocked operation.</summary>
    private protected void WakeOne()
    {
        if (Volatile.Read(ref Field(SlotLayout.Sleepers)) > 0)
        {
            Futex.Wake(Word, 1);
        }
    }

    /// <summary>Who owns a lock whose word holds this value, for people.</summary>
    private protected string OwnerName(int word) =>
        word == 0 ? "none"
        : _session.Processes.OwnerOf(word & int.MaxValue) is not { } owner ? "a process that has ended"
        : owner.State == ProcessState.Ended ? $"{owner.Name}, which has ended"
        : owner.Name;

    private protected static long Ticks(TimeSpan timeout) =>
        timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(0, timeout.Ticks);

    private bool Sleep(long timeout, CancellationToken cancellation)
    {
        var deadline = new Deadline(timeout);
        using CancellationTokenRegistration wake = cancellation.UnsafeRegister(
            static self => ((Primitive)self!).WakeAll(),
            this
        );
        _ = Interlocked.Increment(ref Field(SlotLayout.Sleepers));
        long looked = Stopwatch.GetTimestamp();
        try
        {
            while (!TryTake())
            {
                cancellation.ThrowIfCancellationRequested();
                if (!deadline.TryGetSlice(out long slice))
                {
                    return TryTakeOver();
                }
                int word = Volatile.Read(ref *Word);
                // Nobody woke us for a slice: perhaps who should have is dead. Where words share what is slept on, others may
                // wake us all the time.
                bool woken = MustWait(word) && Futex.WaitWhile(Word, word, slice);
                if (woken && Stopwatch.GetElapsedTime(looked) < Deadline.Slice)
                {
                    continue;
                }
                looked = Stopwatch.GetTimestamp();
                if (TryTakeOver())
                {
                    return true;
                }
            }
            return true;
        }
        finally
        {
            _ = Interlocked.Decrement(ref Field(SlotLayout.Sleepers));
        }
    }

    /// <summary>Wakes everybody who sleeps on the word.</summary>
    private protected void WakeAll() => Futex.Wake(Word, int.MaxValue);
}
