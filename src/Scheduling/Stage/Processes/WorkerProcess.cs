using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>One worker as the arbiter sees it: a process, its line in the channel, and what it has loaded.</summary>
internal sealed class WorkerProcess
{
    // Below this, a wait that has not rung says nothing; above it, we look whether the process lives and computes.
    private const long LookEveryNanoseconds = 50_000_000;

    private readonly StageOptions _options;
    private readonly Bell _bell;
    private readonly WorkerSeat _process;
    private string? _loaded;

    private WorkerProcess(StageOptions options, SharedMemory channel, ActorChannel line, WorkerSeat process)
    {
        _options = options;
        _bell = new Bell(channel);
        Line = line;
        _process = process;
    }

    public ActorChannel Line { get; }

    /// <summary>Its process id, once it was ready; 0 before.</summary>
    public int ProcessId => _process.Pid;

    /// <summary>Whether <see cref="Ready"/> is still to be called.</summary>
    public bool NeedsReady { get; private set; } = true;

    /// <summary>How the process ended, once it has.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether it waits for a command, so that another run may use it.</summary>
    public bool IsReusable => ExitCode is null && Line.State is ActorState.Idle or ActorState.Failed;

    /// <summary>Whether its process has ended although nobody has asked for it.</summary>
    public bool HasVanished => ExitCode is null && (_process.HasEnded(out _) || _process.IsDoomed);

    /// <summary>Starts a worker; <see cref="Ready"/> waits for it.</summary>
    /// <param name="options">How.</param>
    /// <param name="channel">Where it is spoken to.</param>
    /// <param name="actor">Which actor it will be.</param>
    /// <param name="seat">Starts its process.</param>
    public static WorkerProcess Start(StageOptions options, SharedMemory channel, int actor, Func<int, WorkerSeat> seat)
    {
        var line = new ActorChannel(channel, actor);
        line.Clear();
        return new WorkerProcess(options, channel, line, seat(actor));
    }

    /// <summary>Waits until a started worker has reported, and pins it.</summary>
    /// <returns>Whether it has; false when it has ended.</returns>
    public bool Ready()
    {
        while (!_bell.WaitWhile(Line, ActorState.Starting, LookEveryNanoseconds))
        {
            if (_process.HasEnded(out int exitCode))
            {
                ExitCode = exitCode;
                return false;
            }
        }
        _process.Find();
        Affinity.PinAllThreads(_process.Pid, _options.Processor);
        NeedsReady = false;
        return true;
    }

    /// <summary>Makes sure the worker has this submission loaded, as it is before its first run.</summary>
    public void Load(StagedProgram program)
    {
        string assembly = program.Assembly;
        if (_loaded == assembly)
        {
            if (program.NeedsFreshContext)
            {
                Load(Command.LoadAgain, assembly);
            }
            return;
        }
        // Over the channel: a worker may be where it can see no submission's files, this one's or others'.
        Send(Command.Image, assembly);
        string symbols = Path.ChangeExtension(assembly, ".pdb");
        if (File.Exists(symbols))
        {
            Send(Command.Symbols, symbols);
        }
        Load(Command.Load, assembly);
        _loaded = assembly;
    }

    /// <summary>Writes down what an idle worker is to do on its next turn.</summary>
    public void Tell(Command command, string text, byte[]? payload)
    {
        unsafe
        {
            Line.Line->Kind = (int)command;
        }
        Line.WriteText(text);
        Line.WritePayload(payload);
    }

    /// <summary>Gives a commanded worker its turn, and waits until it parks or is idle again.</summary>
    public Moved Go() => Go(Line);

    /// <summary>Answers a parked worker and waits until it parks again, or is idle.</summary>
    public Moved Answer(Decision decision) => Answer(Line, decision);

    /// <summary>Answers the worker's main thread or another of its threads, by its line.</summary>
    public Moved Answer(ActorChannel line, Decision decision)
    {
        unsafe
        {
            line.Line->Outcome = (int)decision.Outcome;
            line.Line->Value = decision.Value;
        }
        line.WritePayload(decision.Payload);
        return Go(line);
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill()
    {
        if (ExitCode is null)
        {
            ExitCode = _process.Kill();
        }
    }

    private void Load(Command command, string assembly)
    {
        Tell(command, assembly, null);
        Moved moved = Go();
        if (moved != Moved.Ended || Line.State != ActorState.Idle)
        {
            throw new StageException($"A worker could not load the submission: {Line.ReadText() ?? moved.ToString()}");
        }
    }

    private void Send(Command command, string file)
    {
        foreach (byte[] part in File.ReadAllBytes(file).Chunk(ChannelLayout.PayloadCapacity))
        {
            Tell(command, "", part);
            if (Go() != Moved.Ended)
            {
                throw new StageException($"A worker ended while it was sent {file}.");
            }
        }
    }

    private Moved Go(ActorChannel line)
    {
        line.SetState(ActorState.Moving);
        line.GiveTurn();
        if (_bell.WaitWhile(line, ActorState.Moving, LookEveryNanoseconds))
        {
            return Stopped(line);
        }
        long silentSince = Environment.TickCount64;
        long spentBefore = ProcessorTime.Of(_process.Pid);
        long spentWhenSilent = spentBefore;
        while (!_bell.WaitWhile(line, ActorState.Moving, LookEveryNanoseconds))
        {
            if (_process.HasEnded(out int exitCode))
            {
                ExitCode = exitCode;
                return Moved.Died;
            }
            long spent = ProcessorTime.Of(_process.Pid);
            if (spent - spentBefore > _options.LoopLimit.TotalNanoseconds)
            {
                return Moved.Looping;
            }
            // The runtime has work of its own, so one who waits for ever uses a little now and then.
            if (spent - spentWhenSilent >= LookEveryNanoseconds)
            {
                (silentSince, spentWhenSilent) = (Environment.TickCount64, spent);
            }
            else if (Environment.TickCount64 - silentSince > _options.SilenceLimit.TotalMilliseconds)
            {
                return Moved.Silent;
            }
        }
        return Stopped(line);
    }

    private static Moved Stopped(ActorChannel line) =>
        line.State switch
        {
            ActorState.Parked => Moved.Parked,
            ActorState.Looping => Moved.Looping,
            ActorState.Mismatched => throw new StageException(
                line.ReadText() ?? "A primitive refused what was granted."
            ),
            _ => Moved.Ended,
        };
}
