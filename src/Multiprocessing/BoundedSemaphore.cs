using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A semaphore that refuses to be released more often than it was acquired. Unlike Python's, the check and the release
/// are one step: of two releases too many at the same time both are refused.
/// </summary>
public sealed class BoundedSemaphore : CountingSemaphore
{
    /// <summary>Makes a semaphore.</summary>
    /// <param name="value">How many units are free at first, and at most; at least 0.</param>
    /// <param name="name">Its name in messages and traces; by default <c>BoundedSemaphore-1</c>…</param>
    public BoundedSemaphore(int value = 1, string? name = null)
        : base(SlotKind.BoundedSemaphore, value, value, name) { }

    internal BoundedSemaphore(SlotHandle handle)
        : base(SlotKind.BoundedSemaphore, handle) { }

    /// <summary><c>BoundedSemaphore(value: 1, maximum: 1)</c>.</summary>
    public override string ToString() => $"BoundedSemaphore(value: {Value}, maximum: {Maximum})";
}
