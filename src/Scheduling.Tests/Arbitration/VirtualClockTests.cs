namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class VirtualClockTests
{
    private readonly VirtualClock _clock = new();

    public VirtualClockTests() => _clock.Begin(0, parent: -1);

    [Fact]
    public void Who_sleeps_as_long_as_can_be_said_stands_at_the_end_of_time_and_not_before_its_beginning()
    {
        _clock.Tick(0);
        _clock.Advance(0, long.MaxValue);
        Assert.Equal(long.MaxValue, _clock.Read(0));

        _clock.Begin(1, parent: -1);
        _clock.Advance(1, 5);
        Assert.Equal(5, _clock.Read(1));
    }

    [Fact]
    public void Whoever_is_started_begins_at_the_reading_of_who_started_it()
    {
        _clock.Advance(0, 5);
        _clock.Begin(1, parent: 0);

        Assert.Equal(5, _clock.Read(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void An_actor_that_is_there_already_or_not_the_next_cannot_begin(int actor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Begin(actor, parent: 0));
}
