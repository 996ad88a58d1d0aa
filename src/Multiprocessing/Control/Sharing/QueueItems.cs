namespace ConcurrencyKatas.Control;

/// <summary>
/// The items behind a queue: in shared memory; with a manager; or in a controlled run with the arbiter. For these two each call is
/// one operation.
/// </summary>
/// <param name="offset">The slot of the queue.</param>
/// <param name="kind">What the queue is.</param>
/// <param name="ring">Where they are; <see langword="null"/> in a controlled run and for a manager's queue.</param>
internal sealed class QueueItems(int offset, SlotKind kind, SharedRing? ring)
{
    private const int FirstPlace = 4 * 1024;
    private const int LargestKept = 64 * 1024;

    // Of each thread, so that an item is not copied into new memory first.
    [ThreadStatic]
    private static byte[]? t_place;

    /// <summary>How many there are.</summary>
    public int Count => ring is not null ? ring.Count : (int)Arrive(OperationKind.Read, 0, default).Value;

    private string Name => NamedSlot.NameAt(offset);

    /// <summary>Adds one at the end; waits while there is no room.</summary>
    /// <returns>Whether there was room in time.</returns>
    public bool Put<T>(T item, long timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        // A manager's queue is kept where nobody knows of ends of pipes.
        using var message = Outgoing.Of(item, "item", isMessage: kind.Plain() == kind);
        ThrowIfTooLarge(message.Bytes.Length);
        return message.Done(
            ring is not null
                ? ring.Put(message.Bytes, WaitLimit.From(timeout, cancellation))
                : Arrive(OperationKind.Put, timeout, cancellation, message.Bytes.ToArray()).Go
        );
    }

    /// <summary>Takes the first one; waits while there is none.</summary>
    /// <returns>Whether one came in time.</returns>
    public bool Get<T>(long timeout, CancellationToken cancellation, out T item)
    {
        cancellation.ThrowIfCancellationRequested();
        if (ring is not null)
        {
            return Get(ring, WaitLimit.From(timeout, cancellation), out item);
        }
        byte[]? bytes = Arrive(OperationKind.Get, timeout, cancellation).Payload;
        item = bytes is null ? default! : Wire.Read<T>(bytes);
        return bytes is not null;
    }

    /// <summary>Counts one as dealt with.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TaskDone() =>
        ring is not null ? ring.TaskDone() : Arrive(OperationKind.TaskDone, 0, default).Value >= 0;

    /// <summary>Waits until all have been dealt with.</summary>
    /// <returns>Whether they were in time.</returns>
    public bool Join(long timeout, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ring is not null
            ? ring.Join(WaitLimit.From(timeout, cancellation))
            : Arrive(OperationKind.Wait, timeout, cancellation).Go;
    }

    private static bool Get<T>(SharedRing from, in WaitLimit limit, out T item)
    {
        // Taken away, since what is decoded may have code of its own that gets something.
        byte[] place = t_place ?? new byte[FirstPlace];
        t_place = null;
        try
        {
            int length = from.Get(limit, ref place);
            item = length < 0 ? default! : Wire.Read<T>(place.AsMemory(0, length));
            return length >= 0;
        }
        finally
        {
            t_place = place.Length <= LargestKept ? place : t_place;
        }
    }

    private void ThrowIfTooLarge(int length)
    {
        // How many bytes wait is no matter to the arbiter.
        (int room, int overhead) = ring is not null
            ? (SharedRing.Capacity, SharedRing.ItemOverhead)
            : (WireLimits.NeutralBytes, 0);
        if (length > room - overhead && Seam.Controller is null)
        {
            throw new MultiprocessingUsageException(
                $"An item of {length:N0} bytes was put into {Name}, and all items that wait in such a queue have "
                    + $"{room:N0} bytes together. Put it in several parts, or use a SharedArray."
            );
        }
    }

    private Decision Arrive(OperationKind what, long timeout, CancellationToken cancellation, byte[]? payload = null)
    {
        Operation operation = Operation.OnSlot(what, offset, timeout) with { Payload = payload };
        if (kind.Plain() != kind)
        {
            return ManagedOperations.Arrive(kind, operation, Name, cancellation);
        }
        if (Seam.Controller is not { } controller)
        {
            throw new InvalidOperationException($"{Name} was made in a controlled run and used outside of it.");
        }
        return payload?.Length > controller.PayloadLimit
            ? throw TooLarge(controller, payload, Name)
            : controller.Arrive(operation);
    }

    /// <summary>The exception for an item that a controlled run does not hand over at once.</summary>
    public static NotSupportedException TooLarge(IController controller, byte[] payload, string name) =>
        new(
            $"An item of {payload.Length:N0} bytes was put into {name}; a controlled run hands over "
                + $"{controller.PayloadLimit:N0} at once. Put less at a time there; runs for real have room for more."
        );
}
