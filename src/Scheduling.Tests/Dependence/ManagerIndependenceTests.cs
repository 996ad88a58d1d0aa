using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is called independent of calls on objects of a manager, against doing it in both orders.</summary>
public sealed class ManagerIndependenceTests
{
    private static readonly Operation[] s_onDictionary =
    [
        Act.Call(ManagerVerb.Create, "a", 1),
        Act.Call(ManagerVerb.Get, "a"),
        Act.Call(ManagerVerb.Set, "a", 2),
        Act.Call(ManagerVerb.Set, "b", 2),
        Act.Call(ManagerVerb.Add, "a", 3),
        Act.Call(ManagerVerb.GetOrAdd, "b", 3),
        Act.Call(ManagerVerb.Remove, "a"),
        Act.Call(ManagerVerb.Contains, "a"),
        Act.Call(ManagerVerb.Count),
        Act.Call(ManagerVerb.Clear),
        Act.Call(ManagerVerb.Copy),
        Act.Call(ManagerVerb.Keys),
        Act.Call(ManagerVerb.Values),
        Act.Call(ManagerVerb.AddMany, "b", 4, "a", 4),
        Act.Close,
    ];

    private static readonly Operation[] s_onList =
    [
        Act.Call(ManagerVerb.Create, 1),
        Act.Call(ManagerVerb.Get, 0),
        Act.Call(ManagerVerb.Set, 0, 2),
        Act.Call(ManagerVerb.Add, 3),
        Act.Call(ManagerVerb.AddMany, 1, 2),
        Act.Call(ManagerVerb.Insert, 0, 3),
        Act.Call(ManagerVerb.Remove, 0),
        Act.Call(ManagerVerb.Remove),
        Act.Call(ManagerVerb.IndexOf, 1),
        Act.Call(ManagerVerb.Count),
        Act.Call(ManagerVerb.Clear),
        Act.Call(ManagerVerb.Copy),
        Act.Call(ManagerVerb.Reverse),
        Act.Close,
    ];

    private static readonly Operation[] s_onValue =
    [
        Act.Call(ManagerVerb.Create, 1),
        Act.Call(ManagerVerb.Get),
        Act.Call(ManagerVerb.Set, 1),
        Act.Call(ManagerVerb.Set, 2),
        Act.Close,
    ];

    private static readonly Operation[] s_onLock = [Act.Acquire, Act.Try, Act.Timed, Act.Release, Act.Close];

    private static readonly Operation[] s_onBarrier =
    [
        Operation.OnSlot(OperationKind.Arrive, 0),
        Operation.OnSlot(OperationKind.Wait, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 5),
        Operation.OnSlot(OperationKind.Abort, 0),
        Operation.OnSlot(OperationKind.Reset, 0),
        Operation.OnSlot(OperationKind.Look, 0),
        Act.Close,
    ];

    private static readonly Operation[] s_onEvent =
    [
        Operation.OnSlot(OperationKind.Set, 0),
        Operation.OnSlot(OperationKind.Clear, 0),
        Operation.OnSlot(OperationKind.IsSet, 0),
        Operation.OnSlot(OperationKind.Wait, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 0),
        Act.Close,
    ];

    private static readonly Operation[] s_onQueue =
    [
        .. OfferedOperations.OnQueue.Where(operation => operation.Kind != OperationKind.Close),
        Act.Close,
    ];

    private static readonly Operation[] s_onCondition =
    [
        Act.Acquire,
        Act.Release,
        On(OperationKind.GiveWay),
        On(OperationKind.Resume),
        On(OperationKind.Resume) with
        {
            Timeout = 0,
        },
        On(OperationKind.Notify).ForAtMost(1),
        Act.Close,
    ];

    public static TheoryData<SlotKind> Kinds => [.. SmallManagedPrograms.Kinds];

    // Everything that is done to a lock, and to a bounded semaphore, conflicts with everything else.
    public static TheoryData<SlotKind> KindsWithReads =>
        [.. SmallManagedPrograms.Kinds.Where(k => k is not (SlotKind.LockProxy or SlotKind.BoundedSemaphoreProxy))];

    [Theory]
    [MemberData(nameof(KindsWithReads))]
    public void What_never_conflicts_brings_the_same_in_every_state(SlotKind kind)
    {
        var (checkedPairs, operations) = (0, OperationsOn(kind));
        foreach (var world in BothOrders.States(Info(kind), operations, depth: 3))
        {
            foreach (var (a, b) in BothOrders.Pairs(world, operations))
            {
                if (!Independence.MayConflict(a.AsHappening, b.AsHappening))
                {
                    checkedPairs++;
                    Assert.True(BothOrders.Same(world, a, b), $"{Say(a)} and {Say(b)} on a {kind}");
                }
            }
        }
        Assert.True(checkedPairs >= 2, $"Only {checkedPairs} pairs were met.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_verb_that_is_called_a_change_is_noticed_by_some_other(SlotKind kind)
    {
        var operations = OperationsOn(kind);
        Operation[] changes = [.. operations.Where(operation => !IsRead(operation))];
        var differing = new HashSet<(int, int)>();
        foreach (var world in BothOrders.States(Info(kind), operations, depth: 3))
        {
            foreach (var (a, b) in BothOrders.Pairs(world, operations))
            {
                if (!BothOrders.Same(world, a, b))
                {
                    differing.Add((Array.IndexOf(operations, a.Operation), Array.IndexOf(operations, b.Operation)));
                }
            }
        }
        Assert.All(changes, change => Assert.Contains(differing, pair => operations[pair.Item1].Equals(change)));
    }

    [Fact]
    public void Reads_commute_and_a_read_and_a_write_do_not()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.DictionaryProxy, 0, 0, "left"));
        var get = world.Park(1, Act.Call(ManagerVerb.Get, "count")).AsHappening;
        var count = world.Park(2, Act.Call(ManagerVerb.Count)).AsHappening;
        var set = world.Park(2, Act.Call(ManagerVerb.Set, "count", 1)).AsHappening;
        Assert.False(Independence.MayConflict(get, count));
        Assert.True(Independence.MayConflict(get, set));
        Assert.True(Independence.MayConflict(set, set with { Actor = 1 }));
    }

    [Fact]
    public void The_end_of_the_manager_conflicts_with_reads_too()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.ValueProxy, 0, 0, "it"));
        var get = world.Park(1, Act.Call(ManagerVerb.Get)).AsHappening;
        Assert.True(Independence.MayConflict(get, world.Park(0, Act.Close).AsHappening));
    }

    [Fact]
    public void A_counter_that_nobody_protects_has_its_lost_updates_among_its_classes()
    {
        var results = Results(gated: false, out var proof);
        Assert.True(proof.Complete);
        Assert.Equal([8, 9], results);
    }

    [Fact]
    public void A_lock_around_read_and_write_leaves_one_class_for_each_order_of_the_sellers()
    {
        var results = Results(gated: true, out var proof);
        Assert.True(proof.Complete);
        Assert.Equal([8], results);
        Assert.Equal(2, proof.Classes);
    }

    [Fact]
    public void An_object_that_only_one_actor_touches_never_branches()
    {
        var program = new ScriptedProgram();
        foreach (var name in (string[])["a", "b", "c"])
        {
            var own = program.Managed(SlotKind.ValueProxy, name);
            program.Child(name, child => child.Call(own, ManagerVerb.Set, 1).Change(own, null, 1));
        }
        var search = new ProofSearch(program.JoinAll().Stage());
        Assert.Single(search.Explore());
        Assert.True(search.Result.Complete);
    }

    private static SortedSet<int> Results(bool gated, out ProofResult proof)
    {
        var program = new ScriptedProgram();
        var (left, gate) = (
            program.Managed(SlotKind.DictionaryProxy, "left"),
            program.Managed(SlotKind.LockProxy, "gate")
        );
        program.Main.Call(left, ManagerVerb.Create, "count", 10);
        for (var seller = 1; seller <= 2; seller++)
        {
            program.Child(
                $"seller-{seller}",
                child =>
                {
                    _ = gated
                        ? child.Acquire(gate).Change(left, "count", -1).Release(gate)
                        : child.Change(left, "count", -1);
                }
            );
        }
        program.JoinAll().Main.Call(left, ManagerVerb.Get, "count");
        var search = new ProofSearch(program.Stage());
        var results = new SortedSet<int>(
            search
                .Explore()
                .Select(run => (int)Wire.Decode(ManagerAnswer.Decode(Last(run).Decision.Payload).Values[0])!)
        );
        proof = search.Result;
        return results;
    }

    private static Step Last(Run run) => run.Steps.Last(step => step.Operation.Kind == OperationKind.Call);

    private static Operation On(OperationKind kind) => Operation.OnCondition(kind, 0, SlotLayout.Size, "ready");

    private static ObjectInfo Info(SlotKind kind)
    {
        var program = new ScriptedProgram();
        SmallManagedPrograms.Make(program, kind);
        // A queue with room for one is full or empty: then a Put and a Get can never be exchanged.
        return kind == SlotKind.QueueProxy ? program.Primitives[0] with { Maximum = 2 } : program.Primitives[0];
    }

    private static Operation[] OperationsOn(SlotKind kind) =>
        kind switch
        {
            SlotKind.EventProxy => s_onEvent,
            SlotKind.BarrierProxy => s_onBarrier,
            SlotKind.ConditionProxy => s_onCondition,
            SlotKind.QueueProxy => s_onQueue,
            SlotKind.JoinableQueueProxy => [.. OfferedOperations.OnJoinable, Act.Close],
            SlotKind.DictionaryProxy => s_onDictionary,
            SlotKind.ListProxy => s_onList,
            SlotKind.ValueProxy => s_onValue,
            _ => s_onLock,
        };

    private static bool IsRead(Operation operation) =>
        operation.Kind == OperationKind.Call && ((ManagerVerb)operation.Argument).IsRead();

    private static string Say(Parked parked) =>
        $"{parked.Operation.Kind} {(ManagerVerb)parked.Operation.Argument} (time-out {parked.Operation.Timeout})";
}
