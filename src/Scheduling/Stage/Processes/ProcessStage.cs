using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>
/// A stage of real processes. Its workers are warm: they live through many runs and many submissions. A worker that stands at
/// a point when a run ends is sent home; one that does not come is killed and replaced.
/// </summary>
public sealed class ProcessStage : IProgramStage
{
    private const long SegmentLength = 16L * 1024 * 1024;

    private readonly StageOptions _options;
    private readonly SharedMemory _segment = SharedMemory.Create(SegmentLength);
    private readonly SharedMemory _channel = SharedMemory.Create(ChannelLayout.Length);
    private readonly List<Role> _roles = [];
    private readonly StageWorkers _workers;
    private readonly Lookahead _ahead;
    private readonly RunLimits _limits = new();
    private StagedProgram? _program;

    /// <summary>Prepares the memory and starts the first workers.</summary>
    /// <param name="options">How to start workers.</param>
    /// <param name="workers">How many to start at once; more are started as runs need them.</param>
    public ProcessStage(StageOptions options, int workers = 1)
    {
        _options = options;
        _workers = new StageWorkers(options, _segment, _channel);
        _ahead = new Lookahead(_segment, _channel, _workers);
        Session.Initialise(_segment);
        Start(Enumerable.Range(0, Math.Min(workers, ChannelLayout.MaxActors)));
    }

    /// <inheritdoc/>
    public string? Complaint { get; private set; }

    /// <inheritdoc/>
    public bool GrantsAhead { get; set; }

    /// <summary>
    /// Whether what its actors do can be foreseen: none has done something else than before when it was told the same, and none
    /// is a thread.
    /// </summary>
    public bool Foresees => _ahead.IsReliable;

    /// <summary>How many worker processes there are.</summary>
    public int Workers => _workers.Count;

    /// <summary>The process ids of its workers, by actor; 0 for one that has not been waited for yet.</summary>
    public IReadOnlyList<int> ProcessIds => _workers.ProcessIds;

    /// <summary>Whether each point reports its source line; costs about a hundred microseconds a point, so for replays only.</summary>
    public unsafe bool WalksStacks
    {
        get => Volatile.Read(ref *(int*)(_channel.Base + ChannelLayout.WalkStacks)) != 0;
        set => Volatile.Write(ref *(int*)(_channel.Base + ChannelLayout.WalkStacks), value ? 1 : 0);
    }

    /// <summary>Starts the workers of these actors, where there are none yet, and does not wait for them.</summary>
    /// <param name="actors">Their numbers: those of processes, below <see cref="ChannelLayout.MaxActors"/>.</param>
    public void Start(IEnumerable<int> actors)
    {
        foreach (int actor in actors)
        {
            _workers.Start(actor);
        }
    }

    /// <summary>Starts an actor's worker, where there is none yet, and waits until it can be told what to do.</summary>
    /// <param name="actor">Its number.</param>
    public void StartAndWait(int actor) => _ = _workers.Ready(actor);

    /// <inheritdoc/>
    public void Stage(StagedProgram program)
    {
        if (_program is not null && _program.Assembly != program.Assembly)
        {
            // What one submission has left behind does not meet the next.
            _workers.LeaveStrangers();
            _ahead.Forget();
        }
        _ahead.Stage(program);
        _program = program;
    }

    /// <inheritdoc/>
    public IDisposable Pin() => Affinity.PinCurrentThread(_options.Processor);

    /// <inheritdoc/>
    public void Begin()
    {
        if (_program is null)
        {
            throw new InvalidOperationException("Stage a program before the first run.");
        }
        Session.Initialise(_segment);
        Complaint = null;
        _limits.Begin();
        _ahead.Begin(GrantsAhead && !WalksStacks);
        _roles.Clear();
        Cast(new Role(0, _program.Entry, _program.Arguments));
    }

    /// <inheritdoc/>
    public Operation Pending(int actor)
    {
        Role role = _roles[actor];
        if (!role.Entered)
        {
            return new Operation(OperationKind.Begin) { IsQuiet = role.Process != actor };
        }
        Operation pending = role.Point?.Operation ?? Line(actor, role).ReadOperation();
        role.Kind = pending.Kind;
        if (pending.Kind is OperationKind.Start or OperationKind.Print)
        {
            role.Pending = pending;
        }
        return pending;
    }

    /// <inheritdoc/>
    public SourceLine? Source(int actor)
    {
        if (!WalksStacks || !_roles[actor].Entered || Line(actor).ReadSource() is not { } text)
        {
            return null;
        }
        int colon = text.LastIndexOf(':');
        return colon > 0 && int.TryParse(text[(colon + 1)..], out int line)
            ? new SourceLine(text[..colon], line)
            : null;
    }

    /// <inheritdoc/>
    public Moved Grant(int actor, Decision decision)
    {
        Role role = _roles[actor];
        if (role.Entered && _limits.Exceeded(role, decision, _roles) is { } exceeded)
        {
            Complaint = exceeded.Complaint;
            return exceeded.Moved;
        }
        if (role.Entered && role.Kind == OperationKind.Start && decision.Go)
        {
            Cast(checked((int)decision.Value), role.Pending, role);
        }
        if (_ahead.Foresee(role.Point, decision) is { } seen)
        {
            if (!role.Entered)
            {
                Prepare(actor, role);
                role.Entered = true;
            }
            _ahead.Add(actor, decision, seen);
            role.Point = seen;
            return seen.Moved;
        }
        CatchUp();
        Moved moved = role.Entered ? _workers[role.Process].Answer(Line(actor, role), decision) : Enter(actor, role);
        role.Entered = true;
        if (moved is Moved.Parked or Moved.Ended)
        {
            role.Point = _ahead.Note(role.Point, decision, moved, Line(actor, role));
            return moved;
        }
        Complaint = moved switch
        {
            Moved.Died => $"its process ended with {Describe(_workers[role.Process].ExitCode)}",
            Moved.Looping when Line(actor).State == ActorState.Looping =>
                $"it turned {LoopTurns.Limit:N0} times, or made processes for as long, without coming to a point",
            Moved.Looping =>
                $"it used {_options.LoopLimit.TotalSeconds:0} s of processor time without coming to a point",
            Moved.Silent => $"it did nothing for {_options.SilenceLimit.TotalSeconds:0} s",
            _ => null,
        };
        return moved;
    }

    /// <inheritdoc/>
    public ObjectInfo Describe(int slotOffset) => _ahead.Describe(slotOffset);

    /// <inheritdoc/>
    public void CatchUp() => _ahead.CatchUp();

    /// <inheritdoc/>
    public void Finish()
    {
        if (_ahead.IsStalled)
        {
            KillAll();
        }
        _ahead.Finish();
        SendHome();
        EndThreads();
        _workers.Renew();
        _roles.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _workers.Dispose();
        _channel.Dispose();
        _segment.Dispose();
    }

    private static string Describe(int? exitCode) =>
        exitCode switch
        {
            -6 => "SIGABRT (a stack overflow or a crash of the runtime)",
            -9 => "SIGKILL",
            -11 => "SIGSEGV",
            _ => $"{exitCode}",
        };

    // A process with a thread that has not come to its end cannot be used again.
    private void EndThreads()
    {
        for (int actor = 0; actor < _roles.Count; actor++)
        {
            if (_roles[actor].Process == actor)
            {
                continue;
            }
            if (Line(actor).State != ActorState.Idle)
            {
                _workers[_roles[actor].Process].Kill();
            }
            Line(actor).Clear();
        }
    }

    // Who is slow may give others their turn at any time, by a plan that nobody follows any more.
    private void KillAll()
    {
        for (int actor = 0; actor < _roles.Count; actor++)
        {
            if (_roles[actor].Entered && _roles[actor].Process == actor)
            {
                _workers[actor].Kill();
                _workers[actor].Line.SetState(ActorState.Moving); // not to be sent home
            }
        }
    }

    // Their code is somewhere in the middle, and to unwind it costs far less than another process. What it does on its way is
    // seen by nobody; a worker that does not come home is replaced like any other. Threads go before the process that they are
    // of, whose line tells whether it can be used again.
    private void SendHome()
    {
        for (int actor = _roles.Count - 1; actor >= 0; actor--)
        {
            if (_roles[actor].Entered && Line(actor).State is ActorState.Parked or ActorState.Looping)
            {
                _ = _workers[_roles[actor].Process].Answer(Line(actor), new Decision(Outcome.Ended));
            }
        }
    }

    private Moved Enter(int actor, Role role) =>
        role.Process == actor
            ? Prepare(actor, role).Go()
            : _workers[role.Process].Answer(Line(actor), new Decision(Outcome.Go)); // it waits at its first point

    private WorkerProcess Prepare(int actor, Role role)
    {
        WorkerProcess worker = _workers.Ready(actor);
        worker.Load(_program!);
        worker.Tell(actor == 0 ? Command.RunMain : Command.RunChild, role.Name, role.Payload);
        return worker;
    }

    private void Cast(int actor, in Operation start, Role starter)
    {
        if (actor != _roles.Count)
        {
            throw new StageException($"Actor {actor} was cast while {_roles.Count} have a role.");
        }
        int process = start.StartsThread ? starter.Process : actor;
        Cast(new Role(process, start.Text ?? $"actor-{actor}", PipeEnd.WithoutEnds(start)));
    }

    private void Cast(Role role)
    {
        role.Point = _ahead.Beginning(_roles.Count, role);
        _roles.Add(role);
    }

    private ActorChannel Line(int actor) => Line(actor, _roles[actor]);

    private ActorChannel Line(int actor, Role role) =>
        role.Process == actor ? _workers[actor].Line : new ActorChannel(_channel, ChannelLayout.MaxActors + actor);
}
