using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>
/// The controller inside a worker: writes each operation into the actor's line, parks, and hands back the arbiter's decision.
/// </summary>
public sealed class ActorAgent : IController
{
    // What process ids of a controlled run begin at.
    private const int FirstId = 1000;

    private readonly ActorChannel _channel;
    private readonly Bell _bell;
    private readonly SharedMemory _memory;
    private readonly int _actor;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private int _turn;
    private int _slots;

    /// <summary>Speaks for one actor over the channel.</summary>
    public ActorAgent(SharedMemory channel, int actor)
    {
        _memory = channel;
        _actor = actor;
        _channel = new ActorChannel(channel, actor);
        _bell = new Bell(channel);
    }

    /// <summary>Finds the submission's line for the calling stack; null while nothing is loaded.</summary>
    internal StackWalker? Walker { get; set; }

    /// <inheritdoc/>
    public unsafe Decision Arrive(in Operation operation)
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException(
                "Only the main thread of a process may use the primitives here. Start a Process instead of a thread."
            );
        }
        _channel.WriteOperation(operation);
        if (Volatile.Read(ref *(int*)(_memory.Base + ChannelLayout.WalkStacks)) != 0 && Walker?.Find() is { } source)
        {
            _channel.WriteSource(source);
        }
        Park(ActorState.Parked);
        byte[]? answer = operation.Kind == OperationKind.Call ? _channel.ReadPayload() : null;
        return new Decision((Outcome)_channel.Line->Outcome, _channel.Line->Value, answer);
    }

    /// <inheritdoc/>
    public unsafe int AllocateSlot()
    {
        int offset = Session.ArenaBase + (_actor * Session.ArenaSize) + (_slots * SlotLayout.Size);
        if (++_slots * SlotLayout.Size > Session.ArenaSize)
        {
            throw new InvalidOperationException(
                $"One process made more than {Session.ArenaSize / SlotLayout.Size} primitives. Make them once, in the main process."
            );
        }
        new Span<byte>(Session.Current.Slot(offset), SlotLayout.Size).Clear();
        return offset;
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
        _slots = 0;
        _channel.WriteText(complaint);
        Park(state);
        return ((Command)_channel.Line->Kind, _channel.ReadText() ?? "", _channel.ReadPayload() ?? []);
    }

    private void Park(ActorState state)
    {
        _channel.SetState(state);
        _bell.Ring();
        _turn = _channel.WaitForTurn(_turn);
    }
}
