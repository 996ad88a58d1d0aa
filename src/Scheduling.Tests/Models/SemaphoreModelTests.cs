using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class SemaphoreModelTests
{
    [Fact]
    public void As_many_can_take_a_unit_as_there_are_units()
    {
        var rooms = Act.New(SlotKind.Semaphore, initial: 2);
        rooms.Perform(1, Act.Acquire);
        rooms.Perform(2, Act.Acquire);
        Assert.False(rooms.IsEnabled(3, Act.Acquire));
        Assert.Equal(Act.TimedOut, rooms.Perform(3, Act.Try));
        Assert.Equal([1, 2], rooms.Holders);
    }

    [Fact]
    public void Anybody_may_give_a_unit_back_and_there_may_be_more_than_at_first()
    {
        var rooms = Act.New(SlotKind.Semaphore, initial: 0);
        Assert.Equal(Act.Go, rooms.Perform(5, Act.Release));
        Assert.Equal(Act.Go, rooms.Perform(5, Act.Release));
        rooms.Perform(1, Act.Acquire);
        Assert.True(rooms.IsEnabled(2, Act.Acquire));
    }

    [Fact]
    public void Who_took_two_units_and_gave_back_one_still_holds_one()
    {
        var rooms = Act.New(SlotKind.Semaphore, initial: 2);
        rooms.Perform(1, Act.Acquire);
        rooms.Perform(1, Act.Acquire);
        rooms.Perform(1, Act.Release);
        Assert.Equal([1], rooms.Holders);
        rooms.Perform(1, Act.Release);
        Assert.Empty(rooms.Holders);
    }

    [Fact]
    public void A_bounded_semaphore_refuses_one_unit_too_many()
    {
        var rooms = Act.New(SlotKind.BoundedSemaphore, initial: 1, maximum: 1);
        var before = rooms.Digest;
        Assert.True(rooms.IsEnabled(1, Act.Release));
        Assert.Equal(Act.Refused, rooms.Perform(1, Act.Release));
        Assert.Equal(before, rooms.Digest);
    }

    [Fact]
    public void A_bounded_semaphore_takes_back_what_was_taken()
    {
        var rooms = Act.New(SlotKind.BoundedSemaphore, initial: 1, maximum: 1);
        rooms.Perform(1, Act.Acquire);
        Assert.Equal(Act.Go, rooms.Perform(2, Act.Release));
        Assert.Equal(Act.Refused, rooms.Perform(2, Act.Release));
    }
}
