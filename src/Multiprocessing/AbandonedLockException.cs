namespace ConcurrencyKatas;

/// <summary>
/// The process that held a lock has ended, however it did, without giving it back: what the lock protects may be half
/// changed. The first one who wants the lock after that is told.
/// </summary>
/// <remarks>
/// As with .NET's <see cref="AbandonedMutexException"/>, whoever gets this from <see cref="Acquirable.Acquire()"/>,
/// <see cref="Acquirable.TryAcquire()"/> or <see cref="ConditionBase.Wait()"/> holds the lock, and has to release it.
/// <see cref="Acquirable.Enter"/> has no block to release it at the end of: it leaves the lock abandoned, and whoever comes
/// next is told again. See <see cref="IsHeld"/>.
/// </remarks>
/// <param name="message">What happened, and what to do.</param>
/// <param name="holder">The name of the process that has ended.</param>
/// <param name="isHeld">Whether who gets this holds the lock now.</param>
public sealed class AbandonedLockException(string message, string holder, bool isHeld) : Exception(message)
{
    /// <summary>The name of the process that held the lock when it ended.</summary>
    public string Holder { get; } = holder;

    /// <summary>Whether who gets this holds the lock now, and has to release it.</summary>
    public bool IsHeld { get; } = isHeld;
}
