using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Which operations on queues, and on shared values and arrays, depend on each other.</summary>
public sealed class QueueIndependenceTests
{
    [Fact]
    public void A_put_and_a_get_conflict_only_over_the_item_that_the_one_puts_and_the_other_takes()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Queue, 0, int.MaxValue, "it"));
        var (put, get) = (OfferedOperations.OnQueue[0], OfferedOperations.OnQueue[2]);
        var first = world.Park(1, put).AsHappening;
        Assert.True(Independence.MayConflict(first, world.Park(2, get).AsHappening));
        world.Perform(world.Park(1, put));
        Assert.True(Independence.MayConflict(first, world.Park(2, get).AsHappening));
        Assert.False(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, get).AsHappening));
        Assert.True(
            Independence.MayConflict(
                world.Park(1, put).AsHappening,
                world.Park(2, OfferedOperations.OnQueue[3]).AsHappening
            )
        );
        Assert.True(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, put).AsHappening));
        Assert.True(Independence.MayConflict(world.Park(1, get).AsHappening, world.Park(2, get).AsHappening));
    }

    [Fact]
    public void Those_who_learn_that_a_queue_is_over_are_independent_and_depend_on_its_close()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Queue, 0, int.MaxValue, "it"));
        var (get, close) = (OfferedOperations.OnQueue[2], OfferedOperations.OnQueue[5]);
        var closing = world.Park(0, close).AsHappening;
        world.Perform(world.Park(0, close));
        var over = world.Park(1, get).AsHappening;
        Assert.False(Independence.MayConflict(over, world.Park(2, get).AsHappening));
        Assert.True(Independence.MayConflict(over, closing));
        Assert.True(Independence.MayConflict(over, over with { Actor = 2, Item = 3 }));
        Assert.False(Independence.MayConflict(closing, over with { Item = 3 }));
        Assert.True(
            Independence.MayConflict(world.Park(0, OfferedOperations.OnQueue[6]).AsHappening, over with { Item = 3 })
        );
    }

    [Fact]
    public void A_put_depends_on_the_get_that_makes_its_room_and_on_no_other()
    {
        var world = BothOrders.WorldOf(new ObjectInfo(SlotKind.Queue, 0, 2, "it"));
        var (put, get) = (OfferedOperations.OnQueue[0], OfferedOperations.OnQueue[2]);
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
        var (put, done) = (OfferedOperations.OnJoinable[0], OfferedOperations.OnJoinable[5]);
        Assert.True(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, done).AsHappening));
        world.Perform(world.Park(1, put));
        Assert.False(Independence.MayConflict(world.Park(1, put).AsHappening, world.Park(2, done).AsHappening));
        Assert.False(
            Independence.MayConflict(
                world.Park(1, OfferedOperations.OnQueue[2]).AsHappening,
                world.Park(2, done).AsHappening
            )
        );
        Assert.True(
            Independence.MayConflict(
                world.Park(1, OfferedOperations.OnJoinable[6]).AsHappening,
                world.Park(2, done).AsHappening
            )
        );
    }

    [Fact]
    public void Two_reads_of_a_value_are_independent_and_so_are_two_elements_of_an_array()
    {
        var value = BothOrders.WorldOf(new ObjectInfo(SlotKind.Value, 0, 1, "it"));
        var (read, write) = (
            value.Park(1, OfferedOperations.OnCells[0]).AsHappening,
            value.Park(2, OfferedOperations.OnCells[2]).AsHappening
        );
        Assert.False(Independence.MayConflict(read, value.Park(2, OfferedOperations.OnCells[0]).AsHappening));
        Assert.True(Independence.MayConflict(read, write));
        Assert.True(Independence.MayConflict(write, value.Park(1, OfferedOperations.OnCells[2]).AsHappening));
        var array = BothOrders.WorldOf(new ObjectInfo(SlotKind.SharedArray, 0, 2, "it"));
        var first = array.Park(1, OfferedOperations.OnCells[2]).AsHappening;
        Assert.False(Independence.MayConflict(first, array.Park(2, OfferedOperations.OnCells[3]).AsHappening));
        Assert.True(Independence.MayConflict(first, array.Park(2, OfferedOperations.OnCells[0]).AsHappening));
        Assert.True(Independence.MayConflict(first, array.Park(2, OfferedOperations.OnCells[4]).AsHappening));
    }
}
