// Longer than most: the operations of every primitive stand beside what is said of them.
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is called independent, against doing it in both orders.</summary>
public sealed class IndependenceTests
{
    private static readonly Operation[] s_primitive = [Act.Acquire, Act.Try, Act.Timed, Act.Release];

    private static readonly Operation[] s_queue =
    [
        Operation.OnSlot(OperationKind.Put, 0) with
        {
            Payload = "a"u8.ToArray(),
        },
        Operation.OnSlot(OperationKind.Put, 0) with
        {
            Payload = "b"u8.ToArray(),
        },
        Operation.OnSlot(OperationKind.Get, 0),
        Operation.OnSlot(OperationKind.Get, 0, 0),
        Operation.OnSlot(OperationKind.Get, 0, 5),
        Operation.OnSlot(OperationKind.Close, 0),
        Operation.OnSlot(OperationKind.Close, 0) with
        {
            Argument = 1,
        },
    ];

    private static readonly Operation[] s_joinable =
    [
        s_queue[0],
        s_queue[0] with
        {
            Timeout = 0,
        },
        s_queue[1] with
        {
            Timeout = 5,
        },
        s_queue[2],
        s_queue[3],
        Operation.OnSlot(OperationKind.TaskDone, 0),
        Operation.OnSlot(OperationKind.Wait, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 0),
        Operation.OnSlot(OperationKind.Read, 0),
    ];

    private static readonly Operation[] s_cells =
    [
        Act.OnCell(OperationKind.Read, 0, 0),
        Act.OnCell(OperationKind.Read, 0, 1),
        Act.OnCell(OperationKind.Write, 0, 0, Wire.Encode(1)),
        Act.OnCell(OperationKind.Write, 0, 1, Wire.Encode(2)),
        Act.OnCell(OperationKind.Write, 0, -1, Act.Pack(3, 3)),
        Act.OnCell(OperationKind.Add, 0, 0, Wire.Encode(1)),
        Act.OnCell(OperationKind.CompareExchange, 0, 1, Act.Pack(5, 2)),
    ];

    private static readonly Operation[] s_result =
    [
        Operation.OnSlot(OperationKind.Set, 0),
        Operation.OnSlot(OperationKind.Wait, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 0),
        Operation.OnSlot(OperationKind.Wait, 0, 5),
    ];

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
        foreach (var world in BothOrders.States(new ObjectInfo(kind, initial, maximum, "it"), On(kind), depth: 4))
        {
            foreach (var (a, b) in BothOrders.Pairs(world, On(kind)))
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
        foreach (var world in BothOrders.States(new ObjectInfo(kind, initial, maximum, "it"), On(kind), depth: 4))
        {
            foreach (var (a, b) in BothOrders.Pairs(world, On(kind)))
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

    [Fact]
    public void A_put_and_a_get_conflict_only_over_the_item_that_the_one_puts_and_the_other_takes()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Queue, 0, int.MaxValue, "it"));
        var (put, get) = (s_queue[0], s_queue[2]);
        var first = world.Park(1, put).AsHappening;
        Assert.True(Independence.MayConflict(first, world.Park(2, get).AsHappening));
        world.Perform(world.Park(1, put));
        Assert.True(Independence.MayConflict(first, world.Park(2, get).AsHappening));
        Assert.False(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, get).AsHappening));
        Assert.True(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, s_queue[3]).AsHappening));
        Assert.True(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, put).AsHappening));
        Assert.True(Independence.MayConflict(world.Park(1, get).AsHappening, world.Park(2, get).AsHappening));
    }

    [Fact]
    public void Those_who_learn_that_a_queue_is_over_are_independent_and_depend_on_its_close()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Queue, 0, int.MaxValue, "it"));
        var (get, close) = (s_queue[2], s_queue[5]);
        var closing = world.Park(0, close).AsHappening;
        world.Perform(world.Park(0, close));
        var over = world.Park(1, get).AsHappening;
        Assert.False(Independence.MayConflict(over, world.Park(2, get).AsHappening));
        Assert.True(Independence.MayConflict(over, closing));
        Assert.True(Independence.MayConflict(over, over with { Actor = 2, Item = 3 }));
        Assert.False(Independence.MayConflict(closing, over with { Item = 3 }));
        Assert.True(Independence.MayConflict(world.Park(0, s_queue[6]).AsHappening, over with { Item = 3 }));
    }

    [Fact]
    public void A_put_depends_on_the_get_that_makes_its_room_and_on_no_other()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Queue, 0, 2, "it"));
        var (put, get) = (s_queue[0], s_queue[2]);
        world.Perform(world.Park(1, put));
        Assert.False(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, get).AsHappening));
        world.Perform(world.Park(1, put));
        var (waiting, first) = (world.Park(1, put).AsHappening, world.Park(2, get).AsHappening);
        Assert.True(Independence.MayConflict(waiting, first));
        Assert.False(Independence.MayConflict(waiting with { Item = 3 }, first));
        Assert.True(Independence.MayConflict(waiting with { Item = 3 }, first with { Item = 1 }));
    }

    [Fact]
    public void A_TaskDone_depends_on_the_put_without_which_it_is_refused_and_not_on_gets()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.JoinableQueue, 0, int.MaxValue, "it"));
        var (put, done) = (s_joinable[0], s_joinable[5]);
        Assert.True(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, done).AsHappening));
        world.Perform(world.Park(1, put));
        Assert.False(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, done).AsHappening));
        Assert.False(Independence.MayConflict(world.Park(1, s_queue[2]).AsHappening, world.Park(2, done).AsHappening));
        Assert.True(
            Independence.MayConflict(world.Park(1, s_joinable[6]).AsHappening, world.Park(2, done).AsHappening)
        );
    }

    [Fact]
    public void Two_reads_of_a_value_are_independent_and_so_are_two_elements_of_an_array()
    {
        var value = BothOrders.WorldOf(new ObjectInfo(SlotKind.Value, 0, 1, "it"));
        var (read, write) = (value.Park(1, s_cells[0]).AsHappening, value.Park(2, s_cells[2]).AsHappening);
        Assert.False(Independence.MayConflict(read, value.Park(2, s_cells[0]).AsHappening));
        Assert.True(Independence.MayConflict(read, write));
        Assert.True(Independence.MayConflict(write, value.Park(1, s_cells[2]).AsHappening));
        var array = BothOrders.WorldOf(new ObjectInfo(SlotKind.SharedArray, 0, 2, "it"));
        var first = array.Park(1, s_cells[2]).AsHappening;
        Assert.False(Independence.MayConflict(first, array.Park(2, s_cells[3]).AsHappening));
        Assert.True(Independence.MayConflict(first, array.Park(2, s_cells[0]).AsHappening));
        Assert.True(Independence.MayConflict(first, array.Park(2, s_cells[4]).AsHappening));
    }

    private static Operation[] On(SlotKind kind) =>
        kind switch
        {
            SlotKind.Queue or SlotKind.SimpleQueue => s_queue,
            SlotKind.JoinableQueue => s_joinable,
            SlotKind.Value or SlotKind.SharedArray => s_cells,
            SlotKind.Result => s_result,
            _ => s_primitive,
        };

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
