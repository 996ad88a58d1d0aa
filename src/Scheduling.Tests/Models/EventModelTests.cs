using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class EventModelTests
{
    private static readonly Operation s_set = Operation.OnSlot(OperationKind.Set, 0);
    private static readonly Operation s_clear = Operation.OnSlot(OperationKind.Clear, 0);
    private static readonly Operation s_isSet = Operation.OnSlot(OperationKind.IsSet, 0);
    private static readonly Operation s_wait = Operation.OnSlot(OperationKind.Wait, 0);

    private readonly Model _opening = Act.New(SlotKind.Event, initial: 0);

    [Fact]
    public void It_lets_everybody_through_from_when_it_is_set_until_it_is_cleared()
    {
        Assert.False(_opening.IsEnabled(1, s_wait));
        _opening.Perform(0, s_set);
        Assert.Equal(Act.Go, _opening.Perform(1, s_wait));
        Assert.Equal(Act.Go, _opening.Perform(2, s_wait));
        Assert.Equal(1, _opening.Perform(2, s_isSet).Value);
        _opening.Perform(0, s_clear);
        Assert.False(_opening.IsEnabled(1, s_wait));
        Assert.Equal(0, _opening.Perform(2, s_isSet).Value);
        Assert.Throws<InvalidOperationException>(() => _opening.Perform(1, s_wait));
    }

    [Fact]
    public void A_wait_of_no_time_looks_only()
    {
        Assert.Equal(Act.TimedOut, _opening.Perform(1, s_wait with { Timeout = 0 }));
        _opening.Perform(0, s_set);
        Assert.Equal(Act.Go, _opening.Perform(1, s_wait with { Timeout = 0 }));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        var clone = _opening.Clone();
        clone.Perform(0, s_set);
        Assert.NotEqual(_opening.Digest, clone.Digest);
        Assert.False(_opening.IsEnabled(1, s_wait));
        Assert.Empty(_opening.Holders);
    }
}
