namespace ConcurrencyKatas.Control;

/// <summary>What <see cref="System.Threading.Lock"/> is in student code: the same members on <see cref="ControlledMonitor"/>.</summary>
public sealed class ControlledLock
{
    private int _depth;
    private int _thread;

    /// <summary>Whether this thread has it.</summary>
    public bool IsHeldByCurrentThread => _depth > 0 && _thread == Environment.CurrentManagedThreadId;

    /// <summary>Takes it; waits until that is possible.</summary>
    public void Enter()
    {
        ControlledMonitor.Enter(this);
        Entered();
    }

    /// <summary>Takes it if that is possible without waiting.</summary>
    public bool TryEnter() => TryEnter(TimeSpan.Zero);

    /// <summary>Takes it; waits so many milliseconds at most, −1 for ever.</summary>
    public bool TryEnter(int millisecondsTimeout) => TryEnter(TimeSpan.FromMilliseconds(millisecondsTimeout));

    /// <summary>Takes it; waits for a limited time.</summary>
    public bool TryEnter(TimeSpan timeout) => ControlledMonitor.TryEnter(this, timeout) && Entered();

    /// <summary>Gives it back.</summary>
    /// <exception cref="SynchronizationLockException">The caller does not hold it.</exception>
    public void Exit()
    {
        if (!IsHeldByCurrentThread)
        {
            throw new SynchronizationLockException(
                "A System.Threading.Lock was left by a thread that does not hold it. Exit once for each Enter, on the same "
                    + "thread; a lock statement does."
            );
        }
        _depth--;
        ControlledMonitor.Exit(this);
    }

    /// <summary>Takes it until the end of a <c>lock</c> or <c>using</c> block.</summary>
    public Scope EnterScope()
    {
        Enter();
        return new Scope(this);
    }

    private bool Entered()
    {
        _depth++;
        _thread = Environment.CurrentManagedThreadId;
        return true;
    }

    /// <summary>Gives back at the end of a block what <see cref="EnterScope"/> took.</summary>
    public readonly ref struct Scope
    {
        private readonly ControlledLock _held;

        internal Scope(ControlledLock held) => _held = held;

        /// <summary>Gives it back.</summary>
        public void Dispose() => _held.Exit();
    }
}
