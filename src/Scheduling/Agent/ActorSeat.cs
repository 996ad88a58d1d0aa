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
    private readonly PlanChannel _plan = new(channel);
    private int _turn;
    private int _slots;
    private int _refusals;
    private PlanEnd _end;

    /// <summary>The line.</summary>
    public ActorChannel Channel { get; } = new(channel, line);

    /// <summary>Whether the actor was ended by another: nothing that it does now is part of the run.</summary>
    public bool IsOver => _refusals > 0;

    /// <summary>Whether the arbiter has planned ahead what this actor is to do now.</summary>
    public bool HasPlan => _plan.IsAt(line);

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

    /// <summary>
    /// Has come to a point. Where that is what the arbiter has planned, it is the actor's turn again when this returns, and who
    /// was to go on before it has.
    /// </summary>
    /// <param name="arrival">The point's number.</param>
    /// <param name="state">What it is there.</param>
    /// <returns>False when the arbiter is to be told: by <see cref="Park"/>.</returns>
    [MethodImpl(HotPath.Options)]
    public bool GoesOn(ulong arrival, ActorState state)
    {
        switch (_plan.Advance(line, arrival, out _end))
        {
            case NextTurn.Same:
                LoopTurns.Begin();
                return true;
            case NextTurn.Other:
                Channel.SetState(state);
                var other = new ActorChannel(channel, _plan.NextLine);
                other.SetState(ActorState.Moving);
                other.GiveTurn();
                AwaitTurn();
                return true;
            default:
                return false;
        }
    }

    /// <summary>What it is told, now that it is its turn.</summary>
    /// <param name="withPayload">Whether the decision may have a payload.</param>
    [MethodImpl(HotPath.Options)]
    public unsafe Decision Told(bool withPayload) =>
        _plan.TryRead(line, withPayload, out Decision planned)
            ? planned
            : new Decision(
                (Outcome)Channel.Line->Outcome,
                Channel.Line->Value,
                withPayload ? Channel.ReadPayload() : null
            );

    /// <summary>Reports a state.</summary>
    [MethodImpl(HotPath.Options)]
    public void Report(ActorState state)
    {
        // What nobody planned breaks the plan, if it is this actor who carries it out. Known before the state is seen: whoever
        // sees it may plan anew.
        PlanEnd end = _end == PlanEnd.No && HasPlan ? PlanEnd.Broken : _end;
        _end = PlanEnd.No;
        Channel.SetState(state);
        if (end != PlanEnd.No)
        {
            _plan.Close(end);
        }
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
