using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class RLockModelTests
{
    private readonly Model _lock = Act.New(SlotKind.RLock);

    [Fact]
    public void Its_owner_may_take_it_again_and_must_give_it_back_as_often()
    {
        _lock.Perform(1, Act.Acquire);
        Assert.True(_lock.IsEnabled(1, Act.Acquire));
        _lock.Perform(1, Act.Acquire);
        _lock.Perform(1, Act.Release);
        Assert.False(_lock.IsEnabled(2, Act.Acquire));
        _lock.Perform(1, Act.Release);
        Assert.True(_lock.IsEnabled(2, Act.Acquire));
    }

    [Fact]
    public void A_release_of_an_RLock_by_another_process_is_refused()
    {
        _lock.Perform(1, Act.Acquire);
        var before = _lock.Digest;
        Assert.Equal(Act.Refused, _lock.Perform(2, Act.Release));
        Assert.Equal(before, _lock.Digest);
        Assert.Equal([1], _lock.Holders);
    }

    [Fact]
    public void A_release_of_a_free_RLock_is_refused() => Assert.Equal(Act.Refused, _lock.Perform(1, Act.Release));

    [Fact]
    public void Trying_fails_for_others_and_succeeds_for_the_owner()
    {
        _lock.Perform(1, Act.Acquire);
        Assert.Equal(Act.TimedOut, _lock.Perform(2, Act.Try));
        Assert.Equal(Act.Go, _lock.Perform(1, Act.Try));
    }

    [Fact]
    public void Depth_is_part_of_the_state()
    {
        _lock.Perform(1, Act.Acquire);
        var once = _lock.Digest;
        _lock.Perform(1, Act.Acquire);
        Assert.NotEqual(once, _lock.Digest);
    }
}
