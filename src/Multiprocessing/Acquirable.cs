using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What can be acquired and released: the locks and the semaphores.</summary>
/// <remarks>Nobody is first in line: as in Python, whoever comes at the right moment takes it.</remarks>
public abstract class Acquirable : Primitive
{
    private protected Acquirable(SlotKind kind, int initial, int maximum, int word, string? name)
        : base(kind, initial, maximum, word, name) { }

    private protected Acquirable(SlotKind kind, SlotHandle handle)
        : base(kind, handle) { }

    /// <summary>Takes it; waits until that is possible.</summary>
    /// <exception cref="AbandonedLockException">The process that held it has ended; it is taken all the same.</exception>
    public void Acquire() => _ = AcquireWithin(-1);

    /// <summary>Takes it; waits until that is possible or the token is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was taken.</exception>
    /// <exception cref="AbandonedLockException">The process that held it has ended; it is taken all the same.</exception>
    public void Acquire(CancellationToken cancellationToken) => _ = AcquireWithin(-1, cancellationToken);

    /// <summary>Takes it if that is possible without waiting.</summary>
    /// <returns>Whether it was taken.</returns>
    /// <exception cref="AbandonedLockException">The process that held it has ended; it is taken all the same.</exception>
    public bool TryAcquire() => AcquireWithin(0);

    /// <summary>Takes it; waits for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether it was taken.</returns>
    /// <exception cref="AbandonedLockException">The process that held it has ended; it is taken all the same.</exception>
    public bool TryAcquire(TimeSpan timeout) => AcquireWithin(Ticks(timeout));

    /// <summary>Gives it back.</summary>
    /// <exception cref="MultiprocessingUsageException">There is nothing to give back; nothing has changed.</exception>
    public abstract void Release();

    /// <summary>Takes it until the end of a <c>using</c> block: <c>using (gate.Enter()) { … }</c>.</summary>
    /// <exception cref="AbandonedLockException">The process that held it has ended; it was not entered.</exception>
    public Scope Enter()
    {
        try
        {
            Acquire();
        }
        catch (AbandonedLockException report)
        {
            throw Leave(report); // There is no block at the end of which it could be given back.
        }
        return new Scope(this);
    }

    /// <summary>Gives back what was taken from a holder who has ended, so that the next one is told too.</summary>
    /// <returns>What to throw.</returns>
    internal virtual AbandonedLockException Leave(AbandonedLockException report) => report;

    /// <summary>Gives back, at the end of a <c>using</c> block, what <see cref="Enter"/> took.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly Acquirable _held;

        internal Scope(Acquirable held) => _held = held;

        /// <summary>Releases.</summary>
        public void Dispose() => _held?.Release();
    }
}
