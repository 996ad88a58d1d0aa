using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>
/// A queue that counts what has been dealt with: whoever takes an item calls <see cref="TaskDone"/> when he is through with
/// it, and <see cref="Join()"/> waits until that has happened for every item.
/// </summary>
/// <inheritdoc cref="Queue{T}"/>
public class JoinableQueue<T> : Queue<T>
{
    /// <summary>Makes an empty queue.</summary>
    /// <param name="maxSize">How many items it holds at most; 0 and less for no such limit, as in Python.</param>
    /// <param name="name">Its name in messages and traces; by default <c>JoinableQueue-1</c>…</param>
    public JoinableQueue(int maxSize = 0, string? name = null)
        : this(SlotKind.JoinableQueue, maxSize, name) { }

    private protected JoinableQueue(SlotKind kind, int maxSize, string? name)
        : base(kind, maxSize, name) { }

    internal override SlotKind Kind => SlotKind.JoinableQueue;

    /// <summary>Says that one item that was taken has been dealt with. Once for each item.</summary>
    /// <exception cref="MultiprocessingUsageException">That was said of every item already.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public void TaskDone()
    {
        if (!Items.TaskDone())
        {
            throw new MultiprocessingUsageException(
                $"{CurrentProcess.Name} called TaskDone on {Name}, where every item has been dealt with (task_done() called "
                    + "too many times). Call it once for each item that was taken."
            );
        }
    }

    /// <summary>Waits until every item has been dealt with; returns at once when nothing was put.</summary>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public void Join() => _ = Items.Join(-1, default);

    /// <summary>The same, for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether every item has been dealt with (Python's join has no timeout).</returns>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public bool Join(TimeSpan timeout) => Items.Join(Ticks(timeout), default);

    /// <summary>Waits until every item has been dealt with or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">It was closed in this process.</exception>
    public void Join(CancellationToken cancellationToken) => _ = Items.Join(-1, cancellationToken);
}
