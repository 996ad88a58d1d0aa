using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.Control;

/// <summary>
/// Where the <c>lock</c> statements and the calls of <see cref="Monitor"/> in student code go: to a recursive lock of the
/// scheduler in a controlled run, one for each object that is locked, and to the system otherwise.
/// </summary>
public static class ControlledMonitor
{
    // Of the current run; an object that outlives a run, such as a string, gets a new one.
    private static ConditionalWeakTable<object, RLock> s_locks = [];

    /// <summary>See <see cref="Monitor.Enter(object)"/>.</summary>
    public static void Enter(object obj)
    {
        if (Seam.Controller is null)
        {
            Monitor.Enter(Checked(obj));
        }
        else
        {
            Of(obj).Acquire();
        }
    }

    /// <summary>See <see cref="Monitor.Enter(object, ref bool)"/>.</summary>
    public static void Enter(object obj, ref bool lockTaken)
    {
        RefuseTaken(lockTaken);
        Enter(obj);
        lockTaken = true;
    }

    /// <summary>See <see cref="Monitor.TryEnter(object)"/>.</summary>
    public static bool TryEnter(object obj) => TryEnter(obj, TimeSpan.Zero);

    /// <summary>See <see cref="Monitor.TryEnter(object, ref bool)"/>.</summary>
    public static void TryEnter(object obj, ref bool lockTaken) => TryEnter(obj, TimeSpan.Zero, ref lockTaken);

    /// <summary>See <see cref="Monitor.TryEnter(object, int)"/>.</summary>
    public static bool TryEnter(object obj, int millisecondsTimeout) =>
        TryEnter(obj, TimeSpan.FromMilliseconds(millisecondsTimeout));

    /// <summary>See <see cref="Monitor.TryEnter(object, int, ref bool)"/>.</summary>
    public static void TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken) =>
        TryEnter(obj, TimeSpan.FromMilliseconds(millisecondsTimeout), ref lockTaken);

    /// <summary>See <see cref="Monitor.TryEnter(object, TimeSpan)"/>.</summary>
    public static bool TryEnter(object obj, TimeSpan timeout) =>
        Seam.Controller is null ? Monitor.TryEnter(Checked(obj), timeout) : Of(obj).TryAcquire(timeout);

    /// <summary>See <see cref="Monitor.TryEnter(object, TimeSpan, ref bool)"/>.</summary>
    public static void TryEnter(object obj, TimeSpan timeout, ref bool lockTaken)
    {
        RefuseTaken(lockTaken);
        lockTaken = TryEnter(obj, timeout);
    }

    /// <summary>See <see cref="Monitor.Exit(object)"/>.</summary>
    /// <exception cref="SynchronizationLockException">The caller does not hold it.</exception>
    public static void Exit(object obj)
    {
        if (Seam.Controller is null)
        {
            Monitor.Exit(Checked(obj));
            return;
        }
        try
        {
            Of(obj).Release();
        }
        catch (MultiprocessingUsageException)
        {
            throw new SynchronizationLockException(
                $"{Process.Current.Name} left a lock on an object of type {TypeNames.Of(obj.GetType())} that this thread "
                    + "does not hold. Exit once for each Enter, on the same thread; a lock statement does."
            );
        }
    }

    /// <summary>Forgets the locks of the run before.</summary>
    internal static void Clear() => s_locks = [];

    private static RLock Of(object obj) =>
        s_locks.GetValue(Checked(obj), static locked => new RLock($"lock on {TypeNames.Of(locked.GetType())}"));

    private static object Checked(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj is Primitive or Proxy
            ? throw new MultiprocessingUsageException(
                $"A lock statement was used on {obj}. It would lock the C# object in this process only, and not what the "
                    + "processes share. Write: using (gate.Enter()) { … }."
            )
            : obj;
    }

    private static void RefuseTaken(bool lockTaken)
    {
        if (lockTaken)
        {
            throw new ArgumentException("The argument must be false before the lock is tried.", nameof(lockTaken));
        }
    }
}
