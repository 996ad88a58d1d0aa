namespace ConcurrencyKatas.Control;

/// <summary>
/// The items behind a queue: in shared memory, or in a controlled run with the arbiter, for whom each call is one operation.
/// </summary>
/// <param name="offset">The slot of the queue.</param>
/// <param name="ring">Where they are; <see langword="null"/> in a controlled run.</param>
internal sealed class QueueItems(int offset, SharedRing? ring)
{
    /// <summary>How many there are.</summary>
    public int Count => ring is not null ? ring.Count : (int)Arrive(OperationKind.Read, 0).Value;

    private string Name => NamedSlot.NameAt(offset);

    /// <summary>Adds one at the end; waits while there is no room.</summary>
    /// <returns>Whether there was room in time.</returns>
    public bool Put<T>(T item, long timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        byte[] bytes = Wire.Encode(item, "item");
        if (ring is null)
        {
            return Arrive(OperationKind.Put, timeout, bytes).Go;
        }
        return bytes.Length <= SharedRing.Capacity - SharedRing.ItemOverhead
            ? ring.Put(bytes, WaitLimit.From(timeout, cancellation))
            : throw new MultiprocessingUsageException(
                $"An item of {bytes.Length:N0} bytes was put into {Name}, and all items that wait in a queue have "
                    + $"{SharedRing.Capacity:N0} bytes together. Put it in several parts, or use a SharedArray."
            );
    }

    /// <summary>Takes the first one; waits while there is none.</summary>
    /// <returns>Whether one came in time.</returns>
    public bool Get<T>(long timeout, CancellationToken cancellation, out T item)
    {
        cancellation.ThrowIfCancellationRequested();
        byte[]? bytes = ring is null
            ? Arrive(OperationKind.Get, timeout).Payload
            : ring.Get(WaitLimit.From(timeout, cancellation));
        if (bytes is null)
        {
            item = default!;
            return false;
        }
        item = (T)new WireReader(bytes).Read(typeof(T))!;
        return true;
    }

    /// <summary>Counts one as dealt with.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TaskDone() => ring is not null ? ring.TaskDone() : Arrive(OperationKind.TaskDone, 0).Value >= 0;

    /// <summary>Waits until all have been dealt with.</summary>
    /// <returns>Whether they were in time.</returns>
    public bool Join(long timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ring is not null
            ? ring.Join(WaitLimit.From(timeout, cancellation))
            : Arrive(OperationKind.Wait, timeout).Go;
    }

    private Decision Arrive(OperationKind kind, long timeout, byte[]? payload = null)
    {
        if (Seam.Controller is not { } controller)
        {
            throw new InvalidOperationException($"{Name} was made in a controlled run and used outside of it.");
        }
        if (payload?.Length > controller.PayloadLimit)
        {
            throw new NotSupportedException(
                $"An item of {payload.Length:N0} bytes was put into {Name}; a controlled run hands over "
                    + $"{controller.PayloadLimit:N0} at once. Put less at a time there; runs for real have room for more."
            );
        }
        return controller.Arrive(Operation.OnSlot(kind, offset, timeout) with { Payload = payload });
    }
}
