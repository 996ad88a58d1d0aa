namespace ConcurrencyKatas;

/// <summary>What a lock does whose holder has ended without giving it back.</summary>
public enum Abandoned
{
    /// <summary>The next one who wants the lock is told, by an <see cref="AbandonedLockException"/>.</summary>
    IsReported = 1,

    /// <summary>The lock stays locked until somebody else releases it, which an RLock does not allow. Plain Python.</summary>
    Blocks = 2,
}
