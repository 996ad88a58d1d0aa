using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is called independent of operations on events, conditions and barriers, against doing it in both orders.</summary>
public sealed class MeetingIndependenceTests
{
    private const int Ready = SlotLayout.Size;

    private static readonly Operation s_wait = Operation.OnSlot(OperationKind.Wait, 0);

    private static readonly Operation[] s_onEvent =
    [
        Operation.OnSlot(OperationKind.Set, 0),
        Operation.OnSlot(OperationKind.Clear, 0),
        Operation.OnSlot(OperationKind.IsSet, 0),
        s_wait,
        s_wait with
        {
            Timeout = 0,
        },
        s_wait with
        {
            Timeout = 5,
        },
    ];

    private static readonly Operation[] s_onCondition =
    [
        Act.Acquire,
        Act.Try,
        Act.Timed,
        Act.Release,
        On(OperationKind.GiveWay),
        On(OperationKind.Resume),
        On(OperationKind.Resume) with
        {
            Timeout = 0,
        },
        On(OperationKind.Resume) with
        {
            Timeout = 5,
        },
        On(OperationKind.Notify).ForAtMost(1),
        On(OperationKind.Notify).ForAtMost(int.MaxValue),
    ];

    private static readonly Operation[] s_onBarrier =
    [
        Operation.OnSlot(OperationKind.Arrive, 0),
        Operation.OnSlot(OperationKind.Arrive, 0) with
        {
            Argument = 1,
        },
        s_wait,
        s_wait with
        {
            Timeout = 0,
        },
        s_wait with
        {
            Timeout = 5,
        },
        Operation.OnSlot(OperationKind.Open, 0),
        Operation.OnSlot(OperationKind.Abort, 0),
        Operation.OnSlot(OperationKind.Reset, 0),
        Operation.OnSlot(OperationKind.Look, 0),
    ];

    public static readonly TheoryData<SlotKind, int> Primitives = new()
    {
        { SlotKind.Event, 0 },
        { SlotKind.Lock, 1 },
        { SlotKind.RLock, 1 },
        { SlotKind.Barrier, 1 },
        { SlotKind.Barrier, 2 },
        { SlotKind.Barrier, 3 },
    };

    [Theory]
    [MemberData(nameof(Primitives))]
    public void What_never_conflicts_brings_the_same_in_every_state(SlotKind kind, int initial)
    {
        var (checkedPairs, operations) = (0, OperationsOn(kind));
        foreach (var world in BothOrders.States(new ObjectInfo(kind, initial, 1, "it"), operations, depth: 5))
        {
            foreach (var (a, b) in BothOrders.Pairs(world, operations))
            {
                Assert.Equal(
                    Independence.MayConflict(a.AsHappening, b.AsHappening),
                    Independence.MayConflict(b.AsHappening, a.AsHappening)
                );
                if (!Independence.MayConflict(a.AsHappening, b.AsHappening))
                {
                    checkedPairs++;
                    Assert.True(BothOrders.Same(world, a, b), $"{Say(a)} and {Say(b)} on a {kind} of {initial}");
                }
            }
        }
        Assert.True(checkedPairs >= 2 || kind == SlotKind.Lock, $"Only {checkedPairs} pairs were met.");
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void Every_change_differs_in_some_state_in_its_order_to_something_else(SlotKind kind, int initial)
    {
        var operations = OperationsOn(kind);
        HashSet<OperationKind> differing = [];
        foreach (var world in BothOrders.States(new ObjectInfo(kind, initial, 1, "it"), operations, depth: 5))
        {
            foreach (var (a, b) in BothOrders.Pairs(world, operations))
            {
                if (!BothOrders.Same(world, a, b))
                {
                    differing.Add(a.Operation.Kind);
                }
            }
        }
        Assert.Equal(operations.Select(operation => operation.Kind).Distinct().Order(), differing.Order());
    }

    [Fact]
    public void A_set_and_a_wait_conflict_two_sets_and_two_waits_do_not_and_two_clears_do()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Event, 0, 1, "it"));
        var (set, clear) = (world.Park(1, s_onEvent[0]).AsHappening, world.Park(2, s_onEvent[1]).AsHappening);
        var wait = world.Park(2, s_wait).AsHappening;
        Assert.True(Independence.MayConflict(set, clear));
        Assert.True(Independence.MayConflict(set, wait));
        Assert.True(Independence.MayConflict(clear with { Actor = 1, Process = 1 }, wait));
        Assert.False(Independence.MayConflict(set, set with { Actor = 2, Process = 2 }));
        Assert.True(Independence.MayConflict(clear, clear with { Actor = 1, Process = 1 }));
        Assert.False(Independence.MayConflict(wait, wait with { Actor = 1, Process = 1 }));
    }

    private static Operation On(OperationKind kind) => Operation.OnCondition(kind, 0, Ready, "ready");

    private static Operation[] OperationsOn(SlotKind kind) =>
        kind switch
        {
            SlotKind.Event => s_onEvent,
            SlotKind.Barrier => s_onBarrier,
            _ => s_onCondition,
        };

    private static string Say(Parked parked) => $"{parked.Operation.Kind} (time-out {parked.Operation.Timeout})";
}
