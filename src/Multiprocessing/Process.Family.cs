using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

// Parents and children: who still runs, who has ended, and who may outlive whom.
public partial class Process
{
    private bool _isDetached;

    /// <summary>
    /// The id of the process that is now the parent of this one: of whoever started it or, once that has ended, of whoever has
    /// adopted it: the first process of the system (1), or one that the system asks to do so. Python's <c>os.getppid()</c>.
    /// </summary>
    public static int ParentId => CurrentProcess.ParentId;

    /// <summary>
    /// The process that started this one, to look at it and to wait for its end; <see langword="null"/> in the main process. It
    /// stays the same when another one has adopted this process. Python's <c>multiprocessing.parent_process()</c>.
    /// </summary>
    public static ParentProcess? Parent => CurrentProcess.Parent;

    /// <summary>
    /// How many processors this process may use: so many processes can run at the same time. It differs from machine to machine.
    /// Python's <c>multiprocessing.cpu_count()</c>, which counts those of the machine.
    /// </summary>
    public static int CpuCount => Environment.ProcessorCount;

    /// <summary>
    /// Whether it may outlive the process that starts it: that one, as it ends, neither ends it nor waits for it. It is then an
    /// orphan, which the system adopts (see <see cref="ParentId"/>). It does not outlive the main process. By default false.
    /// Python has no such thing; there the parent leaves by <c>os._exit()</c>.
    /// </summary>
    /// <exception cref="MultiprocessingUsageException">Set after the start, or it is a daemon.</exception>
    public bool IsDetached
    {
        get => _isDetached;
        set
        {
            ThrowIfDecided(nameof(IsDetached), value && _isDaemon);
            _isDetached = value;
        }
    }

    /// <summary>
    /// Whether this process keeps a process ready for its next <see cref="Start"/>, which then takes a tenth of the time: it has
    /// loaded what every child loads, and is told what to run. It takes memory, and the next one is made behind each start; so
    /// by default none is kept. It is the child of this process in the system's table, but not among
    /// <see cref="ActiveChildren"/>. A change of the environment or of the current directory makes it useless, and it is replaced.
    /// Python's nearest is the start method <c>forkserver</c>.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">Set to true where a running process cannot be handed descriptors.</exception>
    public static bool KeepsSpare
    {
        get => Spares.AreKept;
        set => Spares.AreKept = value;
    }

    /// <summary>
    /// The children of this process that still run, in the order of their start. Those that have ended are reaped, as if they had
    /// been joined, so that they do not stay behind as zombies. Python's <c>multiprocessing.active_children()</c>.
    /// </summary>
    public static IReadOnlyList<Process> ActiveChildren() =>
        [.. CurrentProcess.Children().Where(static child => !child.IsOurs && child.IsAlive)];

    /// <summary>Waits until one of several children has ended. Whoever asks for its exit code, or joins it, reaps it.</summary>
    /// <param name="processes">Children of this process.</param>
    /// <returns>All that have ended, in the order in which they were given.</returns>
    /// <exception cref="MultiprocessingUsageException">There are none, or one was not started by this process.</exception>
    public static IReadOnlyList<Process> WaitAny(IEnumerable<Process> processes) =>
        WaitAny(processes, Timeout.InfiniteTimeSpan);

    /// <summary>
    /// The same, for a limited time. Python's <c>multiprocessing.connection.wait()</c> on sentinels;
    /// <see cref="Connection.WaitAny(IEnumerable{Connection}, IEnumerable{Process}, TimeSpan)"/> waits for messages too.
    /// </summary>
    /// <param name="processes">Children of this process.</param>
    /// <param name="timeout">
    /// How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever. Other negative times count as zero, as in Python.
    /// </param>
    /// <returns>All that have ended, in the order in which they were given; none when the time is over.</returns>
    /// <exception cref="MultiprocessingUsageException">There are none, or one was not started by this process.</exception>
    public static IReadOnlyList<Process> WaitAny(IEnumerable<Process> processes, TimeSpan timeout)
    {
        ArgumentNullException.ThrowIfNull(processes);
        Process[] watched = [.. processes];
        if (watched.Length == 0)
        {
            throw new MultiprocessingUsageException(
                $"{CurrentProcess.Name} waits for any of no processes, and that would never end. Ask first whether there are any left."
            );
        }
        return Connection.WaitAny([], watched, timeout).Processes;
    }

    /// <summary>
    /// <c>Process(name: Process-1, id: 123, state: started)</c>; or not started, running (for the process itself), closed; and
    /// <c>Process(name: Process-1, id: 123, state: ended, exit code: -15, daemon)</c>. Looks whether it has ended, as
    /// <see cref="ExitCode"/> does; not in a controlled run, where that is an operation.
    /// </summary>
    public override string ToString()
    {
        string id = _closed || (_child is null && !_isSelf) ? "" : Say($", id: {Id}");
        string state =
            _closed ? "closed"
            : _isSelf ? "running"
            : _child is null ? "not started"
            : _child is RealChild && ExitCode is { } code ? Say($"ended, exit code: {code}")
            : "started";
        return $"{GetType().Name}(name: {_name}{id}, state: {state}{(_isDaemon ? ", daemon" : "")})";

        static string Say(FormattableString what) => FormattableString.Invariant(what);
    }

    /// <summary>Waits for the child as its parent ends. One that may outlive it is only reaped, if it has ended.</summary>
    internal void JoinAtEnd()
    {
        if (_isDetached)
        {
            ReapIfEnded();
        }
        else
        {
            _ = _child?.Join(-1);
        }
        CurrentProcess.Remove(this);
    }

    private void ThrowIfDecided(string property, bool contradicts)
    {
        if (_child is not null || _isSelf)
        {
            throw new MultiprocessingUsageException(
                $"{property} of {_name} was set, but the process has already started. Set it before Start()."
            );
        }
        if (contradicts)
        {
            throw new MultiprocessingUsageException(
                $"{_name} was to be a daemon, which is ended with its parent, and detached, so that it may outlive it. "
                    + "Set only one of IsDaemon and IsDetached to true."
            );
        }
    }
}
