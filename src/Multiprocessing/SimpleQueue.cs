using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>The least of a queue between processes: put, get, and whether there is anything.</summary>
/// <inheritdoc cref="Queue{T}"/>
public sealed class SimpleQueue<T> : QueueBase<T>
{
    /// <summary>Makes an empty queue.</summary>
    /// <param name="name">Its name in messages and traces; by default <c>SimpleQueue-1</c>…</param>
    public SimpleQueue(string? name = null)
        : base(SlotKind.SimpleQueue, int.MaxValue, name) { }

    internal override SlotKind Kind => SlotKind.SimpleQueue;
}
