using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using ConcurrencyKatas.Scheduling.Channel;

namespace ConcurrencyKatas.Scheduling.Processes;

/// <summary>What the arbiter has granted and nobody has done yet: written down, and then carried out in one go.</summary>
/// <param name="channel">Where it is written.</param>
internal sealed unsafe class Plan(SharedMemory channel)
{
    private const long LookEveryNanoseconds = 50_000_000;

    // Who is that long in coming to a point is watched better without a plan: by what it does, and not by a clock.
    private const int MostLooks = 40;

    private readonly Bell _bell = new(channel);
    private readonly int[] _lines = new int[ChannelLayout.PlanCapacity];
    private readonly Dictionary<int, ObjectInfo> _expected = [];
    private int _payloads;

    /// <summary>How many grants it has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the last one was given up while somebody may still have been carrying it out.</summary>
    public bool IsStalled { get; private set; }

    /// <summary>What was said ahead about primitives: it has to be found to be so once the plan is carried out.</summary>
    public IReadOnlyDictionary<int, ObjectInfo> Expected => _expected;

    private PlanHeader* Header => (PlanHeader*)(channel.Base + ChannelLayout.Plan);

    /// <summary>Whether one more grant fits.</summary>
    public bool HasRoomFor(in Decision decision) =>
        Count < ChannelLayout.PlanCapacity
        && _payloads + (decision.Payload?.Length ?? 0) <= ChannelLayout.PlanPayloadCapacity;

    /// <summary>Adds a grant that fits.</summary>
    /// <param name="line">The actor's line.</param>
    /// <param name="decision">What it is told.</param>
    /// <param name="arrival">Where it will stand then.</param>
    public void Add(int line, in Decision decision, ulong arrival)
    {
        PlannedGrant* grant = (PlannedGrant*)(channel.Base + ChannelLayout.PlanGrants) + Count;
        grant->Line = line;
        grant->Outcome = (int)decision.Outcome;
        grant->Value = decision.Value;
        grant->Arrival = arrival;
        grant->PayloadStart = _payloads;
        grant->PayloadLength = decision.Payload?.Length ?? -1;
        if (decision.Payload is { } payload)
        {
            payload.CopyTo(new Span<byte>(channel.Base + ChannelLayout.PlanPayloads + _payloads, payload.Length));
            _payloads += payload.Length;
        }
        _lines[Count++] = line;
    }

    /// <summary>Notes what was said about a primitive that may not have been made yet.</summary>
    public void Expect(int slotOffset, ObjectInfo info) => _expected[slotOffset] = info;

    /// <summary>Carries it out, and waits until that is done.</summary>
    /// <param name="isGone">Whether the process of a line has ended.</param>
    /// <returns>Whether everybody came to the points that were planned.</returns>
    public bool CarryOut(Func<int, bool> isGone)
    {
        Header->Next = 0;
        Header->End = (int)PlanEnd.No;
        Volatile.Write(ref Header->Length, Count);
        var first = new ActorChannel(channel, _lines[0]);
        first.SetState(ActorState.Moving);
        first.GiveTurn();
        (int looks, int at) = (0, 0);
        IsStalled = false;
        while (!_bell.WaitWhile(ref Header->End, (int)PlanEnd.No, LookEveryNanoseconds))
        {
            int next = Math.Clamp(Volatile.Read(ref Header->Next), 0, Count - 1);
            (looks, at) = next > at ? (0, next) : (looks + 1, at);
            if (looks > MostLooks || isGone(_lines[at]))
            {
                IsStalled = true;
                break;
            }
        }
        bool kept = Header->End == (int)PlanEnd.Kept;
        Clear();
        return kept;
    }

    /// <summary>Another run begins.</summary>
    public void Reset()
    {
        Clear();
        _expected.Clear();
        IsStalled = false;
    }

    /// <summary>Nothing is expected any more.</summary>
    public void ForgetExpected() => _expected.Clear();

    private void Clear()
    {
        Volatile.Write(ref Header->Length, 0);
        (Count, _payloads) = (0, 0);
    }
}
