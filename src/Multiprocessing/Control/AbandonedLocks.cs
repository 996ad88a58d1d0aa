namespace ConcurrencyKatas.Control;

/// <summary>What is said about a lock whose holder has ended; the same for locks in shared memory and in a manager.</summary>
internal static class AbandonedLocks
{
    /// <summary>The caller has it now.</summary>
    public static AbandonedLockException Taken(string name, string holder) =>
        new(
            $"{CurrentProcess.Name} acquired {name}, which {holder} held when it ended. What the lock protects may be half "
                + $"changed. {CurrentProcess.Name} holds the lock now: catch this exception around Acquire, put in order what the "
                + "lock protects, and release it. A process that is killed never runs its `finally`.",
            holder,
            isHeld: true
        );

    /// <summary>Nobody has it, and whoever comes next is told again.</summary>
    public static AbandonedLockException NotEntered(string name, string holder) =>
        new(
            $"{CurrentProcess.Name} did not enter {name}, which {holder} held when it ended. What the lock protects may be half "
                + "changed, so it stays abandoned, and whoever comes next is told too. To go on all the same, call Acquire instead of "
                + "Enter, catch AbandonedLockException there, put in order what the lock protects, and release it.",
            holder,
            isHeld: false
        );
}
