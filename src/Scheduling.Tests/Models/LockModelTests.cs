using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class LockModelTests
{
    private readonly Model _lock = Act.New(SlotKind.Lock);

    [Fact]
    public void A_free_lock_can_be_taken_and_names_its_holder()
    {
        Assert.True(_lock.IsEnabled(1, Act.Acquire));
        Assert.Equal(Act.Go, _lock.Perform(1, Act.Acquire));
        Assert.Equal([1], _lock.Holders);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_held_lock_can_be_taken_by_nobody_not_even_its_holder(int actor)
    {
        _lock.Perform(1, Act.Acquire);
        Assert.False(_lock.IsEnabled(actor, Act.Acquire));
        Assert.False(_lock.IsEnabled(actor, Act.Timed));
        Assert.Throws<InvalidOperationException>(() => _lock.Perform(actor, Act.Acquire));
    }

    [Fact]
    public void Trying_a_held_lock_is_enabled_and_fails_at_once()
    {
        _lock.Perform(1, Act.Acquire);
        Assert.True(_lock.IsEnabled(2, Act.Try));
        Assert.Equal(Act.TimedOut, _lock.Perform(2, Act.Try));
        Assert.Equal([1], _lock.Holders);
    }

    [Fact]
    public void Anybody_may_give_a_held_lock_back()
    {
        _lock.Perform(1, Act.Acquire);
        Assert.Equal(Act.Go, _lock.Perform(2, Act.Release));
        Assert.Empty(_lock.Holders);
        Assert.True(_lock.IsEnabled(3, Act.Acquire));
    }

    [Fact]
    public void Giving_back_a_free_lock_is_enabled_refused_and_changes_nothing()
    {
        var before = _lock.Digest;
        Assert.True(_lock.IsEnabled(1, Act.Release));
        Assert.Equal(Act.Refused, _lock.Perform(1, Act.Release));
        Assert.Equal(before, _lock.Digest);
    }

    [Fact]
    public void A_lock_knows_no_operation_but_its_own() =>
        Assert.Throws<InvalidOperationException>(() => _lock.Perform(1, new Operation(OperationKind.Mark)));
}
