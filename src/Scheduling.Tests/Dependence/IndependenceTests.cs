using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is called independent, against doing it in both orders.</summary>
public sealed class IndependenceTests
{
    public static readonly TheoryData<SlotKind, int, int> Primitives = new()
    {
        { SlotKind.Lock, 1, 1 },
        { SlotKind.RLock, 1, 1 },
        { SlotKind.Semaphore, 0, int.MaxValue },
        { SlotKind.Semaphore, 1, int.MaxValue },
        { SlotKind.Semaphore, 3, int.MaxValue },
        { SlotKind.BoundedSemaphore, 1, 1 },
        { SlotKind.BoundedSemaphore, 2, 2 },
        { SlotKind.BoundedSemaphore, 3, 3 },
        { SlotKind.Queue, 0, int.MaxValue },
        { SlotKind.Result, 1, 1 },
        { SlotKind.Queue, 0, 1 },
        { SlotKind.Queue, 0, 2 },
        { SlotKind.JoinableQueue, 0, int.MaxValue },
        { SlotKind.JoinableQueue, 0, 2 },
        { SlotKind.SimpleQueue, 0, int.MaxValue },
        { SlotKind.Value, 0, int.MaxValue },
        { SlotKind.SharedArray, 0, 2 },
    };

    [Theory]
    [MemberData(nameof(Primitives))]
    public void What_commutes_in_a_state_brings_the_same_in_both_orders(SlotKind kind, int initial, int maximum)
    {
        var checkedPairs = 0;
        foreach (
            var world in BothOrders.States(
                new ObjectInfo(kind, initial, maximum, "it"),
                OfferedOperations.On(kind),
                depth: 4
            )
        )
        {
            foreach (var (a, b) in BothOrders.Pairs(world, OfferedOperations.On(kind)))
            {
                var commute = CommuteInState.Holds(world, a.AsHappening, b.AsHappening);
                Assert.Equal(commute, CommuteInState.Holds(world, b.AsHappening, a.AsHappening));
                if (commute)
                {
                    checkedPairs++;
                    Assert.True(BothOrders.Same(world, a, b), $"{Say(a)} and {Say(b)} at {kind} {initial}/{maximum}");
                }
            }
        }
        Assert.True(checkedPairs >= 4, $"Only {checkedPairs} commuting pairs were met.");
    }

    [Theory]
    [MemberData(nameof(Primitives))]
    public void What_never_conflicts_brings_the_same_in_every_state(SlotKind kind, int initial, int maximum)
    {
        foreach (
            var world in BothOrders.States(
                new ObjectInfo(kind, initial, maximum, "it"),
                OfferedOperations.On(kind),
                depth: 4
            )
        )
        {
            foreach (var (a, b) in BothOrders.Pairs(world, OfferedOperations.On(kind)))
            {
                if (!Independence.MayConflict(a.AsHappening, b.AsHappening))
                {
                    Assert.True(BothOrders.Same(world, a, b), $"{Say(a)} and {Say(b)} at {kind} {initial}/{maximum}");
                }
            }
        }
    }

    [Fact]
    public void Units_enough_for_both_make_two_takers_independent_and_one_unit_does_not()
    {
        Assert.True(TakersCommute(units: 2));
        Assert.False(TakersCommute(units: 1));
    }

    [Fact]
    public void A_giver_and_a_taker_are_independent_when_there_is_a_unit_already()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Semaphore, 1, int.MaxValue, "it"));
        var (give, take) = (world.Park(1, Act.Release).AsHappening, world.Park(2, Act.Acquire).AsHappening);
        Assert.True(CommuteInState.Holds(world, give, take));
        Assert.True(Independence.MayConflict(give, take));
    }

    [Fact]
    public void Marks_on_one_object_always_conflict_and_on_two_never()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var one = world.Park(1, Mark("m")).AsHappening;
        Assert.True(Independence.MayConflict(one, world.Park(2, Mark("m")).AsHappening));
        Assert.False(CommuteInState.Holds(world, one, world.Park(2, Mark("m")).AsHappening));
        Assert.False(Independence.MayConflict(one, world.Park(2, Mark("n")).AsHappening));
    }

    [Fact]
    public void Two_threads_of_one_process_conflict_whatever_they_do_unless_the_one_is_quiet()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var main = world.Park(0, Operation.StartThread("t"));
        var thread = (int)world.Perform(main).Value;
        foreach (var (one, other) in EveryKind(world, 0).SelectMany(a => EveryKind(world, thread), (a, b) => (a, b)))
        {
            var isQuiet = one.Operation.Kind == OperationKind.End || other.Operation.Kind == OperationKind.End;
            Assert.True(
                isQuiet || Independence.MayConflict(one, other),
                $"{one.Operation.Kind} and {other.Operation.Kind}"
            );
        }
        var print = world.Park(0, new Operation(OperationKind.Print)).AsHappening;
        var quiet = world.Park(thread, new Operation(OperationKind.Print) { IsQuiet = true }).AsHappening;
        Assert.True(Independence.MayConflict(print, quiet with { Operation = new Operation(OperationKind.Print) }));
        Assert.False(Independence.MayConflict(print, quiet));
        Assert.False(Independence.MayConflict(quiet, print));
    }

    [Theory]
    [InlineData(OperationKind.Begin)]
    [InlineData(OperationKind.Print)]
    [InlineData(OperationKind.Sleep)]
    [InlineData(OperationKind.ReadClock)]
    public void Local_operations_are_independent_of_everything(OperationKind kind)
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var local = world.Park(1, new Operation(kind)).AsHappening;
        foreach (var other in EveryKind(world, actor: 2).Concat(EveryKind(world, actor: 0)))
        {
            Assert.False(Independence.MayConflict(local, other), $"{kind} and {other.Operation.Kind}");
        }
    }

    [Fact]
    public void The_return_of_main_conflicts_with_every_mark_and_every_end()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var back = world.Park(0, new Operation(OperationKind.Return)).AsHappening;
        Assert.True(Independence.MayConflict(back, world.Park(1, Mark("m")).AsHappening));
        Assert.True(Independence.MayConflict(world.Park(2, new Operation(OperationKind.End)).AsHappening, back));
        Assert.False(Independence.MayConflict(back, world.Park(1, Act.Acquire).AsHappening));
    }

    [Fact]
    public void The_end_of_a_process_conflicts_with_looking_at_it_and_with_its_parents_end_only()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var end = world.Park(1, new Operation(OperationKind.End)).AsHappening;
        Assert.True(Independence.MayConflict(end, world.Park(0, Operation.OnActor(OperationKind.Join, 1)).AsHappening));
        Assert.True(
            Independence.MayConflict(end, world.Park(0, Operation.OnActor(OperationKind.IsAlive, 1)).AsHappening)
        );
        Assert.True(
            Independence.MayConflict(end, world.Park(2, Operation.OnActor(OperationKind.ExitCode, 1)).AsHappening)
        );
        Assert.True(Independence.MayConflict(end, world.Park(0, new Operation(OperationKind.End)).AsHappening));
        Assert.False(Independence.MayConflict(end, world.Park(2, new Operation(OperationKind.End)).AsHappening));
        Assert.False(
            Independence.MayConflict(end, world.Park(0, Operation.OnActor(OperationKind.Join, 2)).AsHappening)
        );
    }

    [Fact]
    public void Looks_at_one_process_are_independent_of_each_other()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var join = world.Park(0, Operation.OnActor(OperationKind.Join, 1, timeout: 0)).AsHappening;
        var look = world.Park(2, Operation.OnActor(OperationKind.IsAlive, 1)).AsHappening;
        Assert.False(Independence.MayConflict(join, look));
    }

    [Fact]
    public void A_time_out_conflicts_with_everything()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var late = world.Park(1, Act.Timed).AsHappening with { IsTimeOut = true };
        Assert.All(EveryKind(world, actor: 2), other => Assert.True(Independence.MayConflict(late, other)));
    }

    [Fact]
    public void Two_processes_that_start_children_conflict_because_children_are_numbered()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Lock, 1, 1, "it"));
        var (one, other) = (
            world.Park(1, new Operation(OperationKind.Start)),
            world.Park(2, new Operation(OperationKind.Start))
        );
        Assert.True(Independence.MayConflict(one.AsHappening, other.AsHappening));
    }

    private static bool TakersCommute(int units)
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Semaphore, units, int.MaxValue, "it"));
        return CommuteInState.Holds(
            world,
            world.Park(1, Act.Acquire).AsHappening,
            world.Park(2, Act.Acquire).AsHappening
        );
    }

    private static Operation Mark(string on) => new(OperationKind.Mark, ObjectSpace.Mark, Text: $"{on}\twhat");

    private static IEnumerable<Happening> EveryKind(World world, int actor)
    {
        Operation[] operations =
        [
            Act.Acquire,
            Act.Release,
            Mark("m"),
            new(OperationKind.Start),
            new(OperationKind.End),
            new(OperationKind.Return),
            Operation.OnActor(OperationKind.Join, 1),
            Operation.OnActor(OperationKind.IsAlive, 1),
            new(OperationKind.Print),
        ];
        return operations.Select(operation => world.Park(actor, operation).AsHappening);
    }

    private static string Say(Parked parked) => $"{parked.Operation.Kind} (time-out {parked.Operation.Timeout})";
}
