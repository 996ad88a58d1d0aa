using System.Runtime.CompilerServices;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>One thread's place at the channel: it reports there, and sleeps until it is its turn.</summary>
internal sealed class ActorSeat(SharedMemory channel, int line, int actor)
{
    private readonly Bell _bell = new(channel);
    private int _turn;
    private int _slots;

    /// <summary>The line.</summary>
    public ActorChannel Channel { get; } = new(channel, line);

    /// <summary>Takes the place of a thread that has not begun: it is parked, and no turn of an earlier one counts.</summary>
    public unsafe void Reserve()
    {
        _turn = Volatile.Read(ref Channel.Line->Turn);
        Channel.SetState(ActorState.Parked);
    }

    /// <summary>Sleeps until the next turn.</summary>
    public void AwaitTurn() => _turn = Channel.WaitForTurn(_turn);

    /// <summary>Reports a state, and sleeps until the next turn.</summary>
    [MethodImpl(HotPath.Options)]
    public void Park(ActorState state)
    {
        Report(state);
        AwaitTurn();
    }

    /// <summary>Reports a state.</summary>
    public void Report(ActorState state)
    {
        Channel.SetState(state);
        _bell.Ring();
    }

    /// <summary>A new run begins.</summary>
    public void Clear() => _slots = 0;

    /// <summary>Reserves a slot of the actor's arena.</summary>
    public unsafe int AllocateSlot()
    {
        int offset = Session.ArenaBase + (actor * Session.ArenaSize) + (_slots * SlotLayout.Size);
        if (++_slots * SlotLayout.Size > Session.ArenaSize)
        {
            throw new InvalidOperationException(
                $"One process made more than {Session.ArenaSize / SlotLayout.Size} primitives. Make them once, in the main process."
            );
        }
        new Span<byte>(Session.Current.Slot(offset), SlotLayout.Size).Clear();
        return offset;
    }
}
