using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>A count between processes: acquiring takes one unit and waits while there is none; releasing adds one.</summary>
public sealed class Semaphore : CountingSemaphore
{
    /// <summary>Makes a semaphore.</summary>
    /// <param name="value">How many units are free at first; at least 0.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Semaphore-1</c>…</param>
    public Semaphore(int value = 1, string? name = null)
        : base(SlotKind.Semaphore, value, int.MaxValue, name) { }

    internal Semaphore(SlotHandle handle)
        : base(SlotKind.Semaphore, handle) { }

    /// <summary><c>Semaphore(value: 2)</c>.</summary>
    public override string ToString() => $"Semaphore(value: {Value})";
}
