using System.Globalization;
using System.Runtime.CompilerServices;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>
/// The controller inside a worker: writes each operation into the actor's line, parks, and hands back the arbiter's decision;
/// where that decision was planned and the operation is the planned one, it goes on by the plan.
/// </summary>
public sealed class ActorAgent : IController
{
    // What process ids of a controlled run begin at.
    private const int FirstId = 1000;

    // Of the threads that are actors.
    [ThreadStatic]
    private static ActorSeat? t_seat;

    private readonly SharedMemory _memory;
    private readonly int _actor;
    private readonly ActorSeat _main;

    /// <summary>Speaks for the calling thread as one actor over the channel.</summary>
    public ActorAgent(SharedMemory channel, int actor)
    {
        _memory = channel;
        _actor = actor;
        _main = t_seat = new ActorSeat(channel, actor, actor);
    }

    /// <summary>Finds the submission's line for the calling stack; null while nothing is loaded.</summary>
    internal StackWalker? Walker { get; set; }

    private static ActorSeat Seat =>
        t_seat
        ?? throw new InvalidOperationException(
            "Only the main thread of a process and the callbacks of its pools may use the primitives here. "
                + "Start a Process instead of a thread."
        );

    /// <inheritdoc/>
    public int PayloadLimit => ChannelLayout.PayloadCapacity;

    /// <inheritdoc/>
    [MethodImpl(HotPath.Options)]
    public unsafe Decision Arrive(in Operation operation)
    {
        ActorSeat seat = Seat;
        if (seat.IsOver)
        {
            throw seat.Refuse();
        }
        if (operation.Payload is { Length: > ChannelLayout.PayloadCapacity } payload)
        {
            throw TooLarge(operation, payload.Length);
        }
        if (!seat.HasPlan || !seat.GoesOn(Arrival.Of(operation), ActorState.Parked))
        {
            seat.Channel.WriteOperation(operation);
            if (
                Volatile.Read(ref *(int*)(_memory.Base + ChannelLayout.WalkStacks)) != 0
                && Walker?.Find() is { } source
            )
            {
                seat.Channel.WriteSource(source);
            }
            seat.Park(ActorState.Parked);
        }
        Decision decision = seat.Told(HasAnswer(operation.Kind));
        return decision.Outcome == Outcome.Ended ? throw seat.Refuse() : decision;
    }

    /// <inheritdoc/>
    public Exception Mismatch(string what)
    {
        ActorSeat seat = Seat;
        seat.Channel.WriteText(what);
        while (true)
        {
            seat.Park(ActorState.Mismatched);
        }
    }

    /// <inheritdoc/>
    public void Loop()
    {
        ActorSeat seat = Seat;
        if (!seat.IsOver)
        {
            seat.Park(ActorState.Looping);
        }
        throw seat.Refuse();
    }

    /// <inheritdoc/>
    public int AllocateSlot() => Seat.AllocateSlot();

    /// <inheritdoc/>
    public void Host(int actor, string name, Action body)
    {
        var seat = new ActorSeat(_memory, ChannelLayout.MaxActors + actor, actor);
        // Before this thread comes to its next point, so before anybody can be given the turn.
        seat.Reserve();
        var thread = new Thread(() =>
        {
            t_seat = seat;
            seat.AwaitTurn();
            try
            {
                int exitCode = Run(body, name);
                _ = Arrive(new Operation(OperationKind.End, Argument: exitCode));
            }
            catch (ActorEndedException)
            {
                // The run is over.
            }
            seat.Report(ActorState.Idle);
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
    }

    // What nobody catches on a thread would end the whole process, and look like a crash of the runtime.
    private int Run(Action body, string name)
    {
        try
        {
            body();
            return 0;
        }
        catch (Exception problem)
        {
            string text = $"Exception in thread {name}:\n{StudentTrace.Of(problem, Walker?.Submission)}";
            _ = Arrive(new Operation(OperationKind.Print, Argument: 2, Text: text));
            return 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)] // into Arrive, which is at every point
    private static bool HasAnswer(OperationKind kind) =>
        kind
            is OperationKind.Call
                or OperationKind.Get
                or OperationKind.Take
                or OperationKind.WaitAny
                or OperationKind.Read
                or OperationKind.Add
                or OperationKind.CompareExchange;

    private static MultiprocessingUsageException TooLarge(in Operation operation, int size)
    {
        string what = operation.Kind switch
        {
            OperationKind.Start => $"The arguments of {operation.Text} are",
            OperationKind.Return => "What the entry method returns is",
            OperationKind.Call => "What the manager is given in one call is",
            _ => "What is handed over is",
        };
        return new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what} {size:N0} bytes, and a controlled run hands over {ChannelLayout.PayloadCapacity:N0} at once. "
            ) + "Hand over less: for instance where the data is found, not the data. Runs for real have no such limit."
        );
    }

    /// <summary>Enters the actor into the run's process table, so that owners of locks have names.</summary>
    internal void Register(string name)
    {
        Session session = Session.Current;
        session.Processes.RegisterAt(_actor, FirstId + _actor, parent: -1, name);
        session.Become(_actor);
    }

    /// <summary>Reports that the worker is idle and sleeps until it is commanded.</summary>
    internal unsafe (Command Command, string Text, byte[] Payload) WaitForCommand(
        ActorState state,
        string? complaint = null
    )
    {
        ActorChannel channel = _main.Channel;
        _main.Clear();
        channel.WriteText(complaint);
        if (state != ActorState.Idle || !_main.GoesOn(Arrival.Home, state))
        {
            _main.Park(state);
        }
        return ((Command)channel.Line->Kind, channel.ReadText() ?? "", channel.ReadPayload() ?? []);
    }
}
