using System.Reflection;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas;

/// <summary>
/// A process of the operating system that runs a method of yours with memory of its own. Give it a static method, or a
/// lambda that captures nothing, and the arguments; or derive from this class and override <see cref="Run"/>.
/// </summary>
/// <remarks>
/// Arguments are copied at <see cref="Start"/>; locks and semaphores among them stay shared. Semantics are those of
/// Python's <c>multiprocessing.Process</c> with the start method <c>spawn</c>.
/// </remarks>
public partial class Process : IDisposable
{
    private string _lineage;
    private bool _isSelf;
    private MethodInfo? _target;
    private object?[] _arguments;
    private StartedChild? _child;
    private string _name;
    private bool _isDaemon;
    private bool _closed;

    /// <summary>Describes a process; nothing runs before <see cref="Start"/>.</summary>
    /// <param name="target">A static method, or a lambda that captures nothing, that returns nothing.</param>
    /// <param name="arguments">One for each parameter of the target.</param>
    /// <exception cref="MultiprocessingUsageException">The target or the arguments cannot be run in a child.</exception>
    public Process(Delegate target, params object?[]? arguments)
        : this()
    {
        _arguments = TargetRules.Check(target, arguments);
        _target = target.Method;
    }

    /// <summary>For subclasses, which override <see cref="Run"/>. The fields of the subclass travel to the child.</summary>
    protected Process()
    {
        LoopTurns.Spend(LoopTurns.OfProcess);
        _lineage = CurrentProcess.NextLineage();
        _name = $"{GetType().Name}-{_lineage}";
        _isDaemon = CurrentProcess.IsDaemon;
        _arguments = [];
    }

    private Process(string name, string lineage, bool isDaemon)
    {
        (_name, _lineage, _arguments) = (name, lineage, []);
        (_isDaemon, _isSelf) = (isDaemon, true);
    }

    /// <summary>The process that this code runs in.</summary>
    public static Process Current => CurrentProcess.Self;

    /// <summary>
    /// Its name in messages and traces: by default <c>Process-1</c>; <c>Process-1:2</c> is the second child of that.
    /// </summary>
    public string Name
    {
        get => _name;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            _name = value;
        }
    }

    /// <summary>
    /// Whether it is ended when its parent ends, instead of waited for. By default what the creating process is.
    /// </summary>
    /// <exception cref="MultiprocessingUsageException">Set after the start, or it is detached.</exception>
    public bool IsDaemon
    {
        get => _isDaemon;
        set
        {
            ThrowIfDecided(nameof(IsDaemon), value && _isDetached);
            _isDaemon = value;
        }
    }

    /// <summary>Whether it runs: false before the start and after the end, true for <see cref="Current"/>.</summary>
    public bool IsAlive
    {
        get
        {
            ThrowIfClosed();
            return _isSelf || (_child is { } child && Seen(child.IsAlive));
        }
    }

    /// <summary>
    /// <see langword="null"/> until it has ended; then 0 after a normal end, 1 after an uncaught exception, −N when
    /// signal N ended it (−15 after <see cref="Terminate"/>, −9 after <see cref="Kill"/>), else what it exited with.
    /// </summary>
    public int? ExitCode
    {
        get
        {
            ThrowIfClosed();
            int? code = _child?.ExitCode;
            _ = Seen(code is null);
            return code;
        }
    }

    /// <summary>Its process id; <see langword="null"/> before the start.</summary>
    public int? Id
    {
        get
        {
            ThrowIfClosed();
            return _isSelf ? CurrentProcess.Id : _child?.Id;
        }
    }

    internal MethodInfo? Target => _target;

    /// <summary>The assembly of what it runs; <see langword="null"/> when that is only ours.</summary>
    internal Assembly? Code =>
        _target?.Module.Assembly ?? (GetType().Assembly == typeof(Process).Assembly ? null : GetType().Assembly);

    internal IReadOnlyList<object?> Arguments => _arguments;

    internal string Lineage => _lineage;

    /// <summary>What a real child gets besides what every child gets.</summary>
    internal virtual IReadOnlyList<PassedDescriptor> Descriptors => [];

    /// <summary>Whether code of a submission never has this object in its hands.</summary>
    internal virtual bool IsOurs => false;

    /// <summary>What the child does. A subclass overrides it; it runs in the child, on the child's copy of the object.</summary>
    public virtual void Run()
    {
        if (_target is not null)
        {
            TargetRules.Invoke(_target, _arguments);
        }
    }

    /// <summary>Starts the child.</summary>
    /// <exception cref="MultiprocessingUsageException">
    /// It was started before, this process is a daemon, or something that it needs cannot travel.
    /// </exception>
    public void Start()
    {
        ThrowIfClosed();
        if (_child is not null || _isSelf)
        {
            throw new MultiprocessingUsageException(
                $"{_name} was started twice (cannot start a process twice). Make a new Process for each start."
            );
        }
        if (CurrentProcess.IsDaemon)
        {
            throw new MultiprocessingUsageException(
                $"{CurrentProcess.Name} is a daemon and started {_name} (daemonic processes are not allowed to have "
                    + "children): it is ended without notice, and nobody would be left to join them. Start the child from "
                    + "its parent, or set IsDaemon = false on it."
            );
        }
        CurrentProcess.ReapEnded();
        TargetRules.CheckRun(this);
        WireWriter payload = ProcessPayload.Write(this);
        _child = Seam.Controller is { } controller
            ? ActorChild.Start(controller, this, payload)
            : ChildStart.Start(this, payload);
        (_target, _arguments) = (null, []);
        CurrentProcess.Add(this);
    }

    /// <summary>Waits until it has ended. Joining again returns at once.</summary>
    /// <exception cref="MultiprocessingUsageException">It was not started, or not by this process.</exception>
    public void Join() => Join(Timeout.InfiniteTimeSpan);

    /// <summary>Waits until it has ended, for a limited time.</summary>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>Whether it has ended (Python's join returns nothing).</returns>
    /// <exception cref="MultiprocessingUsageException">It was not started, or not by this process.</exception>
    public bool Join(TimeSpan timeout)
    {
        ThrowIfClosed();
        bool ended = Child("join").Join(timeout == Timeout.InfiniteTimeSpan ? -1 : Math.Max(0, timeout.Ticks));
        return !Seen(!ended);
    }

    /// <summary>
    /// Asks the child to end (SIGTERM), which it does at once: <c>finally</c> blocks do not run and its own children
    /// are left behind. Does not wait; nothing happens if it has ended.
    /// </summary>
    public void Terminate() => SignalStarted(Signals.Terminate, "terminate");

    /// <summary>Like <see cref="Terminate"/>, with SIGKILL.</summary>
    public void Kill() => SignalStarted(Signals.Kill, "kill");

    /// <summary>Gives back what the object holds. Afterwards only <see cref="Name"/> can be read.</summary>
    /// <exception cref="MultiprocessingUsageException">The child still runs.</exception>
    public void Close()
    {
        if (_child is { } child && !_closed && Seen(child.IsAlive))
        {
            throw new MultiprocessingUsageException(
                $"{_name} was closed while it runs (cannot close a process while it is still running). Join() it first, or "
                    + "Terminate() and Join() it."
            );
        }
        _closed = true;
        _child?.Dispose();
    }

    /// <summary>
    /// Closes the object if the child has ended. A child that still runs goes on, and is joined (a daemon: ended) when
    /// this process ends.
    /// </summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The object for the process that this code runs in.</summary>
    internal static Process ForCurrent() => new(CurrentProcess.Name, CurrentProcess.Lineage, CurrentProcess.IsDaemon);

    /// <summary>In the child, makes this object, which came without its own fields, the process that runs.</summary>
    internal void Become(string name, string lineage, bool isDaemon, MethodInfo? target, object?[] arguments)
    {
        (_name, _lineage, _isDaemon, _isSelf) = (name, lineage, isDaemon, true);
        (_target, _arguments) = (target, arguments);
    }

    /// <summary>What only the process that started it may call on.</summary>
    internal StartedChild Child(string verb) =>
        _child
        ?? throw new MultiprocessingUsageException(
            _isSelf
                ? $"{_name} tried to {verb} itself (can only {verb} a child process). A process is handled by the one that "
                    + "started it; a Process object cannot travel to others."
                : $"{CurrentProcess.Name} tried to {verb} {_name}, which was not started (can only {verb} a started process). "
                    + "Call Start() first."
        );

    /// <summary>Ends the child, a daemon, because this process ends.</summary>
    internal void EndWithParent() => _child?.EndWithParent();

    /// <summary>Reaps the child if it has ended. Under a controller nothing needs to be reaped.</summary>
    internal void ReapIfEnded()
    {
        if (_child is RealChild child)
        {
            _ = Seen(child.IsAlive);
        }
    }

    /// <summary>See <see cref="Dispose()"/>.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_child is RealChild child && !_closed && !Seen(child.IsAlive))
        {
            Close();
        }
    }

    private void SignalStarted(int signal, string call)
    {
        ThrowIfClosed();
        Child(call).Signal(signal);
    }

    // The parent keeps a child until it has seen its end.
    private bool Seen(bool alive)
    {
        if (!alive && _child is not null)
        {
            CurrentProcess.Remove(this);
        }
        return alive;
    }

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_closed, this);
}
