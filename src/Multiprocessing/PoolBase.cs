using ConcurrencyKatas.Control;

namespace ConcurrencyKatas;

/// <summary>What all pools can do: worker processes that do work for this one; calls of functions, whose results come back.</summary>
/// <remarks>
/// <para>
/// A function is a static method or a lambda that captures nothing: it runs in a worker, which shares no variables with
/// you. Arguments and results are copied. <b>Callbacks run here</b>, in the process that made the pool, one after
/// the other on a thread of the pool's own, its results thread; they may use your variables, and share them with your main
/// thread. A callback that throws is printed to standard error as an uncaught exception of that thread, and the pool goes
/// on: its result and all later ones are handed out (Python's thread would end, and later results would never come).
/// </para>
/// <para>
/// For real, arguments and results may be as large as memory allows. A controlled run hands over about 220 kB at once; a
/// larger argument is refused by the call, a larger result is an error of its task.
/// </para>
/// <para>
/// Give it all its work, then <see cref="Close"/>, then <see cref="Join"/>. The end of a <c>using</c> block is the end of
/// the pool, as in Python: work that is not done then is given up. Semantics are those of Python's
/// <c>multiprocessing.Pool</c>; the differences are in docs/python-differences.md.
/// </para>
/// </remarks>
public abstract partial class PoolBase : IDisposable
{
    private readonly PoolCrew _crew;
    private readonly PoolIntake _intake;

    private protected PoolBase(
        string kind,
        string? name,
        PoolSizing sizing,
        Delegate? initializer,
        object?[]? arguments,
        int maxTasks
    )
    {
        Name = string.IsNullOrEmpty(name) ? CurrentProcess.NextName(kind) : name;
        PoolRules.RefuseDaemon(Name);
        object?[] given = initializer is null ? [] : PoolRules.CheckInitializer(initializer, arguments ?? []);
        var setup = new PoolSetup(Name, sizing, initializer, given, maxTasks);
        _crew = Seam.Controller is { } controller ? new ControlledCrew(controller, setup) : new RealCrew(setup);
        _intake = new PoolIntake(_crew, sizing.Maximum);
        CurrentProcess.Add(this);
    }

    /// <summary>Its name in messages and traces.</summary>
    public string Name { get; }

    /// <summary>How many workers it has.</summary>
    public abstract int Size { get; }

    internal IReadOnlyList<Process> Workers => _crew.Workers;

    /// <summary>
    /// No more work will come: the workers end when all that was given is done. Inputs of <see cref="IMap"/> that have not been
    /// read to their end are read now. Closing again does nothing.
    /// </summary>
    public void Close() => _intake.Close();

    /// <summary>
    /// Ends the workers at once, in the middle of what they do. Results that have not been handed out never will be, and
    /// who waits for one gets a <see cref="PoolTerminatedException"/>.
    /// </summary>
    public void Terminate()
    {
        if (_intake.GoTo(PoolState.Terminated))
        {
            _crew.Terminate();
        }
    }

    /// <summary>Waits until all workers have ended and all callbacks have run.</summary>
    /// <exception cref="MultiprocessingUsageException">
    /// Neither <see cref="Close"/> nor <see cref="Terminate"/> came first, or a callback of this pool asks.
    /// </exception>
    public void Join()
    {
        if (_intake.State == PoolState.Running)
        {
            throw PoolRules.StillRunning(Name);
        }
        PoolRules.RefuseInCallback(_crew.IsResultsThread, Name);
        _crew.Join();
        CurrentProcess.Remove(this);
    }

    /// <summary>Terminates the pool and joins it, as the end of Python's <c>with</c> block does.</summary>
    public void Dispose()
    {
        Terminate();
        if (!_crew.IsResultsThread)
        {
            Join();
        }
    }

    /// <summary><c>Pool(name: Pool-1, workers: 4, state: running)</c>.</summary>
    public override string ToString() =>
        $"{GetType().Name}(name: {Name}, workers: {Size}, state: {_intake.State.ToString().ToLowerInvariant()})";
}
