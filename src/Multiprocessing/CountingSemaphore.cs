using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="Semaphore"/> and <see cref="BoundedSemaphore"/> share: a count and its largest value.</summary>
public abstract unsafe class CountingSemaphore : Acquirable
{
    private protected CountingSemaphore(SlotKind kind, int initial, int maximum, string? name)
        : base(kind, Checked(initial), maximum, initial, name) { }

    private protected CountingSemaphore(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <summary>How many units are free at this moment; by the next moment that may be wrong.</summary>
    public int Value => Volatile.Read(ref *Word);

    private protected int Maximum => Field(SlotLayout.Maximum);

    /// <inheritdoc/>
    public sealed override void Release()
    {
        ArriveAtRelease();
        int value;
        do
        {
            value = Volatile.Read(ref *Word);
            if (value >= Maximum)
            {
                throw new MultiprocessingUsageException(
                    $"{Name} was released while all its {Maximum} units were free (semaphore or lock released too many "
                        + "times). Release once for each acquire, or write `using (rooms.Enter())`, which does."
                );
            }
            // One step for check and change: of two releases too many, never both pass.
        } while (Interlocked.CompareExchange(ref *Word, value + 1, value) != value);
        WakeOne();
    }

    private protected sealed override bool TryTake()
    {
        int value;
        while ((value = Volatile.Read(ref *Word)) > 0)
        {
            if (Interlocked.CompareExchange(ref *Word, value - 1, value) == value)
            {
                return true;
            }
        }
        return false;
    }

    private protected sealed override bool MustWait(int word) => word <= 0;

    /// <summary>The same, if a semaphore can be created with it.</summary>
    internal static int Checked(int initial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(initial, "value");
        return initial;
    }
}
