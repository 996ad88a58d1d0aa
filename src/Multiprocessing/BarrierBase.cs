using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What <see cref="Barrier"/> and <see cref="BarrierProxy"/> share.</summary>
public abstract class BarrierBase : Primitive
{
    private const int MostParties = 65_536;

    private protected BarrierBase(SlotKind kind, int parties, int maximum, string? name)
        : base(kind, parties, maximum, 0, name) { }

    private protected BarrierBase(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <summary>How many have to come.</summary>
    public int Parties => Field(SlotLayout.Initial);

    /// <summary>How many wait at this moment; by the next moment that may be wrong.</summary>
    public abstract int NumberWaiting { get; }

    /// <summary>Whether it is broken: everybody is sent away until <see cref="Reset"/>.</summary>
    public abstract bool IsBroken { get; }

    /// <summary>Waits until all have come.</summary>
    /// <returns>How many of this round came before: a different number for each, from 0 to <see cref="Parties"/> − 1.</returns>
    /// <exception cref="BrokenBarrierException">The barrier is broken, or broke meanwhile.</exception>
    public int Wait() => WaitWithin(-1);

    /// <summary>The same, until all have come or the token is cancelled, which breaks the barrier.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="BrokenBarrierException">The barrier is broken, or broke meanwhile.</exception>
    public int Wait(CancellationToken cancellationToken) => WaitWithin(-1, cancellationToken);

    /// <summary>The same, for a limited time, the end of which breaks the barrier.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero. It does not count
    /// while others still leave after the last round, nor once all have come.
    /// </param>
    /// <returns>See <see cref="Wait()"/>.</returns>
    /// <exception cref="BrokenBarrierException">The time has passed, the barrier is broken, or it broke meanwhile.</exception>
    public int Wait(TimeSpan timeout) => WaitWithin(Ticks(timeout));

    /// <summary>Breaks the barrier: those who wait and whoever comes get <see cref="BrokenBarrierException"/>, until a reset.</summary>
    public abstract void Abort();

    /// <summary>Makes the barrier whole again. Those who wait get <see cref="BrokenBarrierException"/>.</summary>
    public abstract void Reset();

    private protected abstract int WaitWithin(long timeout, CancellationToken cancellation = default);

    // A barrier is not taken, but waited at.
    private protected sealed override bool TryTake() => throw new NotSupportedException();

    private protected sealed override bool MustWait(int word) => throw new NotSupportedException();

    private protected BrokenBarrierException Broken(string what) => BarrierRoom.Broken(Name, what);

    private protected static int Checked(int parties)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parties, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parties, MostParties);
        return parties;
    }
}
