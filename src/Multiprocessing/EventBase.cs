using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="Event"/> and <see cref="EventProxy"/> share.</summary>
public abstract class EventBase : Primitive
{
    private protected EventBase(SlotKind kind, string? name)
        : base(kind, 0, 1, 0, name) { }

    private protected EventBase(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <summary>Whether it is set at this moment; by the next moment that may be wrong.</summary>
    public abstract bool IsSet { get; }

    /// <summary>Sets it and lets everybody through who waits. Setting it again changes nothing.</summary>
    public abstract void Set();

    /// <summary>Unsets it: who waits from now on waits for the next <see cref="Set"/>.</summary>
    public abstract void Clear();

    /// <summary>Waits until it is set.</summary>
    public void Wait() => _ = WaitWithin(-1, default);

    /// <summary>Waits until it is set or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void Wait(CancellationToken cancellationToken) => _ = WaitWithin(-1, cancellationToken);

    /// <summary>Waits until it is set, for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether it was set.</returns>
    public bool Wait(TimeSpan timeout) => WaitWithin(Ticks(timeout), default);

    private protected abstract bool WaitWithin(long timeout, CancellationToken cancellation);
}
