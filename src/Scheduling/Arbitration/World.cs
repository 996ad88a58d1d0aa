using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling;

/// <summary>The objects and processes of one run, as models: says what is enabled and performs it.</summary>
public sealed class World
{
    private readonly WorldObjects _objects;
    private readonly List<ProcessModel> _processes = [];
    private readonly List<VainLooks> _looks = [];
    private readonly VirtualClock _clock = new();

    /// <summary>A world with the main process, and nothing else.</summary>
    /// <param name="describe">What the creator of the primitive at an offset said about it.</param>
    public World(Func<int, ObjectInfo> describe)
    {
        _objects = new WorldObjects(describe);
        AddProcess("main", parent: -1, process: 0, isDaemon: false, starter: -1);
    }

    /// <summary>Every process started so far, by actor.</summary>
    public IReadOnlyList<ProcessModel> Processes => _processes;

    /// <summary>The models of all objects that an operation has named so far.</summary>
    public IReadOnlyDictionary<ObjectId, Model> Models => _objects.Models;

    /// <summary>The processes, and what became of them so far, by number.</summary>
    internal IReadOnlyList<ActorInfo> Actors =>
        [
            .. _processes.Select(p => new ActorInfo(p.Actor, p.Info.Name, p.Parent, p.ExitCode)
            {
                Process = p.Process,
                IsDaemon = p.IsDaemon,
            }),
        ];

    /// <summary>Whether every process has ended.</summary>
    public bool HasEnded => _processes.TrueForAll(process => process.HasEnded);

    /// <summary>Takes note of where an actor stands, and of the object it is about to use.</summary>
    /// <exception cref="InvalidOperationException">The operation names a process or a primitive that does not exist.</exception>
    public Parked Park(int actor, in Operation operation)
    {
        var id = _objects.Identify(actor, operation);
        if (operation.Kind is OperationKind.Start or OperationKind.WaitAny)
        {
            Meet(operation);
        }
        return new Parked(actor, operation, id)
        {
            Model = id == ObjectId.None ? null : _objects.Of(id, operation),
            Parent = _processes[actor].Parent,
            Process = _processes[actor].Process,
        };
    }

    /// <summary>Whether the actor could perform its operation at once; time-outs do not count.</summary>
    public bool IsEnabled(Parked parked) =>
        parked.Operation.Kind == OperationKind.End ? LivingChildren(parked.Actor).Count == 0
        : parked.Operation.Kind == OperationKind.WaitAny
            ? parked.Operation.Timeout == 0 || PipeEnd.In(parked.Operation).Any(IsReady)
        : parked.Model?.IsEnabled(parked.Actor, parked.Operation) ?? true;

    /// <summary>
    /// Whether the actor has asked the same again and again, and nothing that it asks about has changed: it goes on when nobody
    /// else can.
    /// </summary>
    public bool IsPolling(int actor) => _looks[actor].IsPoll;

    /// <summary>Whether anybody has ever polled.</summary>
    public bool HasSeenPoll { get; private set; }

    /// <summary>Performs what is enabled; for a timed wait that is not enabled, its time-out comes.</summary>
    public Decision Perform(Parked parked)
    {
        var decision = Do(parked);
        _looks[parked.Actor].Note(parked, decision);
        HasSeenPoll |= IsPolling(parked.Actor);
        if (VainLooks.Changes(parked.Operation, decision))
        {
            foreach (var looks in _looks)
            {
                looks.Changed(parked.Object);
            }
        }
        return decision;
    }

    private Decision Do(Parked parked)
    {
        var operation = parked.Operation;
        if (parked.IsTimed && !IsEnabled(parked))
        {
            _clock.Advance(parked.Actor, operation.Timeout);
            parked.Model?.GiveUp(parked.Actor, operation);
            return new Decision(Outcome.TimedOut);
        }
        _clock.Tick(parked.Actor);
        switch (operation.Kind)
        {
            case OperationKind.Start:
                var child = Start(parked.Actor, operation);
                HandOn(operation, child);
                return new Decision(Outcome.Go, child);
            case OperationKind.WaitAny:
                return Look(operation);
            case OperationKind.Sleep:
                _clock.Advance(parked.Actor, Math.Max(0, operation.Timeout));
                return new Decision(Outcome.Go);
            case OperationKind.ReadClock:
                return new Decision(Outcome.Go, _clock.Read(parked.Actor));
        }
        if (parked.Model is null)
        {
            return new Decision(Outcome.Go);
        }
        var decision = parked.Model.Perform(parked.Actor, operation);
        if (parked.IsKilled)
        {
            Bury(parked.Actor);
        }
        parked.Model.AssertInvariants();
        if (operation.Kind == OperationKind.Join && decision.Go)
        {
            _clock.Meet(parked.Actor, operation.Object);
        }
        return decision;
    }

    private void Bury(int actor)
    {
        foreach (var model in Models.Values)
        {
            model.Bury(actor);
        }
    }

    /// <summary>On whom a parked actor that is not enabled depends.</summary>
    public IReadOnlyList<int> Holders(Parked parked) =>
        parked.Operation.Kind == OperationKind.End ? LivingChildren(parked.Actor)
        : parked.Operation.Kind == OperationKind.WaitAny
            ? [.. PipeEnd.In(parked.Operation).SelectMany(HoldersOf).Distinct().Order()]
        : parked.Model?.HoldersFor(parked.Actor, parked.Operation) ?? [];

    /// <summary>A number that is equal for equal states of all objects; clocks are left out, they order nothing.</summary>
    public ulong Digest =>
        // A sum, so that the order in which objects were first named does not matter.
        Models.Aggregate(
            0UL,
            (sum, entry) =>
                sum + new Digest().Add((int)entry.Key.Space).Add(entry.Key.Number).Add((long)entry.Value.Digest).Value
        );

    /// <summary>A number that is equal when everybody has asked the same in vain equally often.</summary>
    internal ulong DigestOfLooks =>
        _looks
            .Select((looks, actor) => looks.Any ? SplitMix.Mix(looks.Digest + (ulong)actor) : 0)
            .Aggregate(0UL, (sum, digest) => sum + digest);

    /// <summary>An independent copy in the same state.</summary>
    public World Clone() => new(this);

    private World(World other)
    {
        _objects = other._objects.Clone();
        _clock = other._clock.Clone();
        HasSeenPoll = other.HasSeenPoll;
        _looks = [.. other._looks.Select(looks => looks.Clone())];
        _processes = [.. other._processes.Select(p => (ProcessModel)Models[new(ObjectSpace.Actor, p.Actor)])];
    }

    // An operation may name more than its object.
    private void Meet(in Operation operation)
    {
        foreach (var end in PipeEnd.In(operation))
        {
            if (Watched(end) is not (ProcessModel or PipeModel))
            {
                throw new InvalidOperationException(
                    $"An operation ({operation.Kind}) names slot {end.Number} as a pipe, which it is not."
                );
            }
        }
    }

    private void HandOn(in Operation start, int child)
    {
        foreach (var end in PipeEnd.In(start))
        {
            (Watched(end) as PipeModel)?.HandOn(child, end.End);
        }
    }

    private Decision Look(in Operation wait)
    {
        byte[] ready = [.. PipeEnd.In(wait).Select(end => IsReady(end) ? (byte)1 : (byte)0)];
        return ready.Contains((byte)1)
            ? new Decision(Outcome.Go, Payload: ready)
            : new Decision(Outcome.TimedOut, Payload: ready);
    }

    private bool IsReady(PipeEnd end) =>
        Watched(end) is ProcessModel process ? process.HasEnded : ((PipeModel)Watched(end)).IsReady(end.End);

    private IEnumerable<int> HoldersOf(PipeEnd end) =>
        Watched(end) is PipeModel pipe ? pipe.Open(1 - end.End) : Watched(end).Holders;

    private Model Watched(PipeEnd end) =>
        _objects.Of(
            new ObjectId(end.End == PipeEnd.Process ? ObjectSpace.Actor : ObjectSpace.Slot, end.Number),
            default
        );

    private List<int> LivingChildren(int actor)
    {
        List<int> children = [];
        foreach (var process in _processes)
        {
            if (process.Parent == actor && !process.HasEnded)
            {
                children.Add(process.Actor);
            }
        }
        return children;
    }

    private int Start(int actor, in Operation operation)
    {
        var process = operation.StartsThread ? _processes[actor].Process : _processes.Count;
        // Daemons are ended as their process ends, whichever of its threads has started them. Whom nobody waits for the system
        // adopts, and what it waits for is the end of everything: here that is main's.
        var parent =
            operation.StartsDaemon ? _processes[actor].Process
            : operation.StartsDetached ? 0
            : actor;
        return AddProcess(operation.Text, parent, process, operation.StartsDaemon, starter: actor);
    }

    private int AddProcess(string? name, int parent, int process, bool isDaemon, int starter)
    {
        var actor = _processes.Count;
        name = string.IsNullOrEmpty(name) ? $"process-{actor}" : name;
        var model = new ProcessModel(new ObjectInfo(SlotKind.Free, 0, 0, name), actor, parent)
        {
            Process = process,
            IsDaemon = isDaemon,
        };
        _processes.Add(model);
        _looks.Add(new VainLooks());
        _objects.Add(new ObjectId(ObjectSpace.Actor, actor), model);
        _clock.Begin(actor, starter);
        return actor;
    }
}
