using System.Runtime.InteropServices;
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

    // Main included. Katas need two dozen, and a program that starts processes without end is to be stopped before it has
    // cost seconds.
    private const int MostProcesses = 40;

    // Nobody reads more, and every run keeps what was printed.
    private const int MostOutput = 1_000_000;

    private readonly StageOptions _options;
    private readonly SharedMemory _segment = SharedMemory.Create(SegmentLength);
    private readonly SharedMemory _channel = SharedMemory.Create(ChannelLayout.Length);
    private readonly List<Role> _roles = [];
    private readonly StageWorkers _workers;
    private readonly Dictionary<Beginning, Foresight> _foresights = [];
    private readonly Plan _plan;
    private StagedProgram? _program;
    private Foresight _foresight = new();
    private bool _foresees;
    private int _printed;

    /// <summary>Prepares the memory and starts the first workers.</summary>
    /// <param name="options">How to start workers.</param>
    /// <param name="workers">How many to start at once; more are started as runs need them.</param>
    public ProcessStage(StageOptions options, int workers = 1)
    {
        _options = options;
        _workers = new StageWorkers(options, _segment, _channel);
        _plan = new Plan(_channel);
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
    public bool Foresees => _foresight.IsOn;

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
            _foresights.Clear();
        }
        _foresight = CollectionsMarshal.GetValueRefOrAddDefault(
            _foresights,
            new Beginning(0, program.Entry, program.Arguments),
            out _
        ) ??= new Foresight();
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
        _printed = 0;
        _foresees = GrantsAhead && _foresight.IsOn && !WalksStacks;
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
        if (role.Entered && Refuse(role, decision) is { } refused)
        {
            return refused;
        }
        if (_foresees && role.Point?.After(decision) is { } seen && GrantAhead(actor, role, decision, seen))
        {
            return seen.Moved;
        }
        CatchUp();
        Moved moved = role.Entered ? _workers[role.Process].Answer(Line(actor, role), decision) : Enter(actor, role);
        role.Entered = true;
        if (moved is Moved.Parked or Moved.Ended)
        {
            Note(actor, role, decision, moved);
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
    public ObjectInfo Describe(int slotOffset)
    {
        if (_plan.Count > 0)
        {
            // It may not have been made yet.
            if (_foresight.Object(slotOffset) is { } known)
            {
                _plan.Expect(slotOffset, known);
                return known;
            }
            CatchUp();
        }
        ObjectInfo info = SlotReader.Read(_segment, slotOffset);
        if (_foresees)
        {
            _foresight.Note(slotOffset, info);
        }
        return info;
    }

    /// <inheritdoc/>
    public void CatchUp()
    {
        if (_plan.Count == 0)
        {
            return;
        }
        if (!_plan.CarryOut(line => _workers[line].HasVanished))
        {
            _foresight.GiveUp();
            throw new UnforeseenException();
        }
        int[] others =
        [
            .. _plan
                .Expected.Where(expected => SlotReader.Read(_segment, expected.Key) != expected.Value)
                .Select(expected => expected.Key),
        ];
        _plan.ForgetExpected();
        if (others.Length > 0)
        {
            Array.ForEach(others, _foresight.Forget);
            throw new UnforeseenException();
        }
    }

    /// <inheritdoc/>
    public void Finish()
    {
        foreach (int slotOffset in _plan.Expected.Keys)
        {
            _foresight.Forget(slotOffset); // Nobody came to see whether it was so: the run was ended by an exception, perhaps by that.
        }
        if (_plan.IsStalled)
        {
            KillAll();
        }
        _plan.Reset();
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

    // What it did before when it was told this, it will do again: later, and together with what is granted after it.
    private bool GrantAhead(int actor, Role role, in Decision decision, SeenPoint seen)
    {
        if (!_plan.HasRoomFor(decision))
        {
            CatchUp();
            if (!_plan.HasRoomFor(decision))
            {
                return false;
            }
        }
        if (!role.Entered)
        {
            Prepare(actor, role);
            role.Entered = true;
        }
        _plan.Add(actor, decision, seen.Arrival);
        role.Point = seen;
        return true;
    }

    private void Note(int actor, Role role, in Decision decision, Moved moved)
    {
        SeenPoint? from = role.Point;
        role.Point = null;
        if (!_foresees || from is null)
        {
            return;
        }
        if (moved == Moved.Ended)
        {
            _foresight.NoteEnd(from, decision);
            return;
        }
        role.Point = _foresight.Note(from, decision, Line(actor, role).ReadOperation());
        _foresees = _foresight.IsOn;
    }

    // What would be too much: of processes, of output, of bytes.
    private Moved? Refuse(Role role, in Decision decision)
    {
        if (role.Kind == OperationKind.Start && decision.Go)
        {
            if (TooMany(role.Pending) is { } tooMany)
            {
                Complaint = tooMany;
                return Moved.Looping;
            }
            Cast(checked((int)decision.Value), role.Pending, role);
        }
        if (role.Kind == OperationKind.Print && (_printed += role.Pending.Text?.Length ?? 0) > MostOutput)
        {
            Complaint = $"it has printed more than {MostOutput:N0} characters";
            return Moved.Looping;
        }
        if (decision.Payload?.Length > ChannelLayout.PayloadCapacity)
        {
            Complaint =
                $"it asked for {decision.Payload.Length:N0} bytes at once, and "
                + $"{ChannelLayout.PayloadCapacity:N0} is the limit here";
            return Moved.Died; // for it would not survive it: what it asked for cannot be handed over
        }
        return null;
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
        role.Point = _foresees ? _foresight.Beginning(_roles.Count, role.Name, role.Payload) : null;
        _roles.Add(role);
    }

    private ActorChannel Line(int actor) => Line(actor, _roles[actor]);

    private ActorChannel Line(int actor, Role role) =>
        role.Process == actor ? _workers[actor].Line : new ActorChannel(_channel, ChannelLayout.MaxActors + actor);

    private string? TooMany(in Operation start)
    {
        int processes = _roles.Where((role, actor) => role.Process == actor).Count();
        return !start.StartsThread && processes >= MostProcesses
                ? $"it has started {processes} processes, which is one more than there may be here"
            : _roles.Count >= ChannelLayout.MaxActors
                ? $"it has started {processes} processes and {_roles.Count - processes} threads of pools, and there may be "
                    + $"{ChannelLayout.MaxActors} of both here"
            : null;
    }

    /// <summary>What an actor of the current run is there for.</summary>
    private sealed class Role(int process, string name, byte[] payload)
    {
        /// <summary>The actor of the process that it is, or that it is a thread of.</summary>
        public int Process => process;

        public string Name => name;

        public byte[] Payload => payload;

        /// <summary>Whether its Begin was granted.</summary>
        public bool Entered { get; set; }

        /// <summary>Where it stands, if that is known from earlier runs; null while nothing is foreseen of it.</summary>
        public SeenPoint? Point { get; set; }

        /// <summary>The kind of what it was last seen to stand at: read once, so that what is granted is what was judged.</summary>
        public OperationKind Kind { get; set; }

        /// <summary>The last start or print that it was seen to stand at.</summary>
        public Operation Pending { get; set; }
    }
}
