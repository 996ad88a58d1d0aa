using System.Runtime.CompilerServices;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Scheduling.Channel;

/// <summary>
/// The plan in the channel, as workers see it: grants that the arbiter has decided on ahead. Who comes to the point that was
/// planned goes on, or wakes who is next, without the arbiter; who comes to another one breaks the plan and asks.
/// </summary>
internal readonly unsafe struct PlanChannel(SharedMemory channel)
{
    private readonly byte* _base = channel.Base;

    private PlanHeader* Header => (PlanHeader*)(_base + ChannelLayout.Plan);

    private PlannedGrant* Grants => (PlannedGrant*)(_base + ChannelLayout.PlanGrants);

    /// <summary>Whether what is being carried out is a grant to the actor of this line.</summary>
    [MethodImpl(HotPath.Options)]
    public bool IsAt(int line) => Current(line) is not null;

    /// <summary>The line of who is to go on.</summary>
    public int NextLine => Grants[Header->Next].Line;

    /// <summary>The actor of this line has come to a point: the next grant, if there is one and this is what was planned.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="arrival">The number of the point.</param>
    /// <param name="end">What is to be said to the arbiter, once it can see where the actor stands.</param>
    [MethodImpl(HotPath.Options)]
    public NextTurn Advance(int line, ulong arrival, out PlanEnd end)
    {
        end = PlanEnd.No;
        PlannedGrant* current = Current(line);
        if (current is null)
        {
            return NextTurn.Arbiter;
        }
        if (current->Arrival != arrival)
        {
            end = PlanEnd.Broken;
            return NextTurn.Arbiter;
        }
        int next = Header->Next + 1;
        if (next >= Header->Length)
        {
            end = PlanEnd.Kept;
            return NextTurn.Arbiter;
        }
        Header->Next = next;
        return Grants[next].Line == line ? NextTurn.Same : NextTurn.Other;
    }

    /// <summary>Says that the plan is over; called before the bell is rung.</summary>
    public void Close(PlanEnd end) => Volatile.Write(ref Header->End, (int)end);

    /// <summary>What the actor of this line is told by the plan.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="withPayload">Whether the decision may have a payload.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>False when it is not told by the plan.</returns>
    [MethodImpl(HotPath.Options)]
    public bool TryRead(int line, bool withPayload, out Decision decision)
    {
        PlannedGrant* current = Current(line);
        if (current is null)
        {
            decision = default;
            return false;
        }
        byte[]? payload =
            withPayload && current->PayloadLength >= 0
                ? new ReadOnlySpan<byte>(
                    _base + ChannelLayout.PlanPayloads + current->PayloadStart,
                    current->PayloadLength
                ).ToArray()
                : null;
        decision = new Decision((Outcome)current->Outcome, current->Value, payload);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PlannedGrant* Current(int line)
    {
        int length = Volatile.Read(ref Header->Length);
        if (length == 0)
        {
            return null;
        }
        int next = Header->Next;
        PlannedGrant* grant = Grants + next;
        return (uint)next < (uint)length && grant->Line == line ? grant : null;
    }
}
