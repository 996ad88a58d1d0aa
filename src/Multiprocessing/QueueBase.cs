using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What all queues share: items that are copied in and out, first in, first out, and an end in each process.</summary>
/// <remarks>
/// A Put is complete when it returns: nothing is lost when the process ends right after it, however it ends. A process that is
/// killed in the middle of a call blocks nobody.
/// </remarks>
/// <typeparam name="T">What travels: values, strings, collections, plain objects, the primitives of this library.</typeparam>
public abstract class QueueBase<T> : SharedObject, IDisposable
{
    private QueueItems _items;
    private bool _isClosed;

    private protected QueueBase(SlotKind kind, int maximum, string? name)
        : base(kind, 0, maximum, IsHere(kind) ? SharedRing.Allocate() : 0, name) => _items = Find();

    /// <summary>Whether it holds nothing at this moment; by the next moment that may be wrong.</summary>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public bool IsEmpty => Items.Count == 0;

    internal QueueItems Items
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _items;
        }
    }

    /// <summary>Puts an item at the end; waits while there is no room.</summary>
    /// <param name="item">What to put; the other side gets a copy of what it is now.</param>
    /// <exception cref="MultiprocessingUsageException">The item cannot travel, or is too large. Nothing was put.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public void Put(T item) => _ = Items.Put(item, -1, default);

    /// <summary>Takes the first item; waits while there is none.</summary>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public T Get() => Get(default);

    /// <summary>Takes the first item; waits until there is one or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was taken.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public T Get(CancellationToken cancellationToken)
    {
        _ = Items.Get(-1, cancellationToken, out T item);
        return item;
    }

    /// <summary>
    /// This process is through with it: what it put stays, and all that it calls on this object from now on throws
    /// <see cref="ObjectDisposedException"/>. For other processes nothing changes. Again is fine.
    /// </summary>
    public void Close() => _isClosed = true;

    /// <summary>The same as <see cref="Close"/>.</summary>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary><c>Queue(orders)</c>.</summary>
    public override string ToString() => $"{Kind}({Name})";

    private protected override bool Attach()
    {
        _items = Find();
        return true;
    }

    private QueueItems Find()
    {
        int block = Field(SharedLayout.Block);
        return new(Offset, Kind, block == 0 ? null : SharedRing.At(block, Field(SlotLayout.Maximum)));
    }

    // Not with the arbiter, and not with a manager.
    private static bool IsHere(SlotKind kind) => Seam.Controller is null && kind.Plain() == kind;
}
