using System.Runtime.CompilerServices;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Agent;

/// <summary>One thread's place at the channel: it reports there, and sleeps until it is its turn.</summary>
internal sealed class ActorSeat(SharedMemory channel, int line, int actor)
{
    // Enough for the way out of any honest program. One that goes on for ever is killed where it sleeps.
    private const int MostRefusals = 200;

    private readonly Bell _bell = new(channel);
    private int _turn;
    private int _slots;
    private int _refusals;

    /// <summary>The line.</summary>
    public ActorChannel Channel { get; } = new(channel, line);

    /// <summary>Whether the actor was ended by another: nothing that it does now is part of the run.</summary>
    public bool IsOver => _refusals > 0;

    /// <summary>Takes the place of a thread that has not begun: it is parked, and no turn of an earlier one counts.</summary>
    public unsafe void Reserve()
    {
        _turn = Volatile.Read(ref Channel.Line->Turn);
        Channel.SetState(ActorState.Parked);
    }

    /// <summary>Sleeps until the next turn.</summary>
    [MethodImpl(HotPath.Options)]
    public void AwaitTurn()
    {
        _turn = Channel.WaitForTurn(_turn);
        LoopTurns.Begin();
    }

    /// <summary>Reports a state, and sleeps until the next turn.</summary>
    [MethodImpl(HotPath.Options)]
    public void Park(ActorState state)
    {
        Report(state);
        AwaitTurn();
    }

    /// <summary>Reports a state.</summary>
    [MethodImpl(HotPath.Options)]
    public void Report(ActorState state)
    {
        Channel.SetState(state);
        _bell.Ring();
    }

    /// <summary>The actor was ended by another: sends what is left of its code on its way out.</summary>
    public ActorEndedException Refuse()
    {
        while (++_refusals > MostRefusals)
        {
            Park(ActorState.Parked);
        }
        return new ActorEndedException();
    }

    /// <summary>A new run begins.</summary>
    public void Clear() => (_slots, _refusals) = (0, 0);

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
