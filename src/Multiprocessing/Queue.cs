using System.Diagnostics.CodeAnalysis;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A queue between processes: any of them may put items in and take them out, first in, first out. Items are copied.
/// </summary>
/// <remarks>
/// All items that wait in a queue take 64 MiB at most, each as its encoding and four bytes; a Put that finds less room waits
/// for it, whether or not the queue has a limit of items.
/// </remarks>
/// <inheritdoc cref="QueueBase{T}"/>
public class Queue<T> : QueueBase<T>
{
    /// <summary>Makes an empty queue.</summary>
    /// <param name="maxSize">How many items it holds at most; 0 and less for no such limit, as in Python.</param>
    /// <param name="name">Its name in messages and traces; by default <c>Queue-1</c>…</param>
    public Queue(int maxSize = 0, string? name = null)
        : this(SlotKind.Queue, maxSize, name) { }

    private protected Queue(SlotKind kind, int maxSize, string? name)
        : base(kind, maxSize <= 0 ? int.MaxValue : maxSize, name) { }

    /// <summary>How many items it holds at this moment; by the next moment that may be wrong.</summary>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public int Count => Items.Count;

    /// <summary>Whether it holds as many items as it may at this moment; by the next moment that may be wrong.</summary>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public bool IsFull => Items.Count >= MaxSize;

    internal override SlotKind Kind => SlotKind.Queue;

    private int MaxSize => Field(SlotLayout.Maximum);

    /// <summary>Puts an item at the end; waits until there is room or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was put.</exception>
    /// <inheritdoc cref="QueueBase{T}.Put(T)"/>
    public void Put(T item, CancellationToken cancellationToken) => _ = Items.Put(item, -1, cancellationToken);

    /// <summary>Puts an item at the end if there is room at once.</summary>
    /// <returns>Whether it was put.</returns>
    /// <inheritdoc cref="QueueBase{T}.Put(T)"/>
    public bool TryPut(T item) => Items.Put(item, 0, default);

    /// <summary>Puts an item at the end; waits for room for a limited time.</summary>
    /// <param name="item">What to put; the other side gets a copy of what it is now.</param>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether it was put.</returns>
    /// <inheritdoc cref="QueueBase{T}.Put(T)"/>
    public bool TryPut(T item, TimeSpan timeout) => Items.Put(item, Ticks(timeout), default);

    /// <summary>Takes the first item if there is one.</summary>
    /// <returns>Whether there was.</returns>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public bool TryGet([MaybeNullWhen(false)] out T item) => Items.Get(0, default, out item);

    /// <summary>Takes the first item; waits for one for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <param name="item">What was taken.</param>
    /// <returns>Whether an item came in time.</returns>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public bool TryGet(TimeSpan timeout, [MaybeNullWhen(false)] out T item) =>
        Items.Get(Ticks(timeout), default, out item);
}
