using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class BarrierModelTests
{
    private static readonly Operation s_arrive = Operation.OnSlot(OperationKind.Arrive, 0);
    private static readonly Operation s_wait = Operation.OnSlot(OperationKind.Wait, 0);
    private static readonly Operation s_open = Operation.OnSlot(OperationKind.Open, 0);
    private static readonly Operation s_abort = Operation.OnSlot(OperationKind.Abort, 0);
    private static readonly Operation s_reset = Operation.OnSlot(OperationKind.Reset, 0);
    private static readonly Operation s_look = Operation.OnSlot(OperationKind.Look, 0);

    private readonly Model _square = Act.New(SlotKind.Barrier, initial: 3);

    [Fact]
    public void The_last_one_lets_all_through_and_nobody_comes_before_all_have_gone()
    {
        Come(1, 2);
        Assert.False(_square.IsEnabled(1, s_wait));
        Assert.Equal(2, _square.Perform(1, s_look).Value);
        Assert.Equal(2, _square.Perform(3, s_arrive).Value);
        Assert.False(_square.IsEnabled(3, s_arrive));
        Assert.Equal([1, 2], _square.HoldersFor(3, s_arrive));
        Assert.Equal(Act.Go, _square.Perform(2, s_wait));
        Assert.False(_square.IsEnabled(3, s_arrive));
        Assert.Equal(Act.Go, _square.Perform(1, s_wait));
        Assert.Equal(0, _square.Perform(3, s_arrive).Value);
    }

    [Fact]
    public void With_an_action_it_opens_when_that_is_done_and_no_time_out_comes_meanwhile()
    {
        var timed = s_wait with { Timeout = 5 };
        Come(1, 2);
        Assert.True(_square.MayTimeOut(1, timed));
        Assert.Equal(2, _square.Perform(3, s_arrive with { Argument = 1 }).Value);
        Assert.False(_square.IsEnabled(1, timed));
        Assert.False(_square.MayTimeOut(1, timed));
        Assert.Equal([3], _square.HoldersFor(1, timed));
        Assert.Equal(Act.Go, _square.Perform(3, s_open));
        Assert.Equal(Act.Go, _square.Perform(1, timed));
    }

    [Fact]
    public void A_party_that_gives_up_breaks_it_for_all_until_a_reset()
    {
        Come(1, 2);
        _square.GiveUp(1, s_wait);
        Assert.Equal(-1, _square.Perform(0, s_look).Value);
        Assert.Equal(Act.Refused, _square.Perform(2, s_wait));
        Assert.Equal(-1, _square.Perform(3, s_arrive).Value);
        _square.Perform(0, s_reset);
        Assert.Equal(0, _square.Perform(3, s_arrive).Value);
    }

    [Fact]
    public void A_wait_of_no_time_breaks_it_at_once()
    {
        Come(1);
        Assert.Equal(Act.TimedOut, _square.Perform(1, s_wait with { Timeout = 0 }));
        Assert.Equal(-1, _square.Perform(0, s_look).Value);
    }

    [Fact]
    public void A_reset_sends_those_away_who_wait_and_the_next_round_begins_when_they_have_gone()
    {
        Come(1, 2);
        _square.Perform(0, s_reset);
        Assert.Equal(0, _square.Perform(0, s_look).Value);
        Assert.False(_square.IsEnabled(3, s_arrive));
        Assert.Equal(Act.Refused, _square.Perform(1, s_wait));
        Assert.Equal(Act.Refused, _square.Perform(2, s_wait));
        Assert.Equal(0, _square.Perform(3, s_arrive).Value);
    }

    [Fact]
    public void An_action_that_throws_breaks_it_and_its_party_is_gone()
    {
        Come(1, 2);
        _square.Perform(3, s_arrive with { Argument = 1 });
        _square.Perform(3, s_abort);
        Assert.Equal(Act.Refused, _square.Perform(1, s_wait));
        Assert.Equal(Act.Refused, _square.Perform(2, s_wait));
        _square.Perform(0, s_reset);
        Assert.True(_square.IsEnabled(3, s_arrive));
    }

    [Fact]
    public void Who_opens_a_barrier_that_was_aborted_meanwhile_is_refused()
    {
        Come(1, 2);
        _square.Perform(3, s_arrive with { Argument = 1 });
        _square.Perform(0, s_abort);
        Assert.Equal(Act.Refused, _square.Perform(3, s_open));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        Come(1);
        var clone = _square.Clone();
        Assert.Equal(_square.Digest, clone.Digest);
        clone.Perform(2, s_arrive);
        Assert.NotEqual(_square.Digest, clone.Digest);
        Assert.Equal(1, _square.Perform(3, s_arrive).Value);
    }

    [Fact]
    public void That_somebody_is_killed_in_it_is_not_modelled_and_elsewhere_it_is_no_matter_of_the_barrier()
    {
        Come(1);
        var before = _square.Digest;

        _square.Bury(2);
        Assert.Equal(before, _square.Digest);
        Assert.Throws<NotSupportedException>(() => _square.Bury(1));
    }

    [Fact]
    public void Broken_it_sends_whoever_comes_away_and_says_that_nobody_is_there()
    {
        _square.Perform(1, s_abort);

        Assert.Equal("broken", _square.Describe(actor => $"p{actor}"));
        Assert.Equal(-1, _square.Perform(2, s_arrive).Value);
    }

    [Theory]
    [InlineData(OperationKind.Wait)]
    [InlineData(OperationKind.Acquire)]
    public void What_cannot_be_done_with_it_is_a_defect_of_whoever_grants_it(OperationKind kind) =>
        Assert.Throws<InvalidOperationException>(() => _square.Perform(1, Operation.OnSlot(kind, 0)));

    private void Come(params int[] actors)
    {
        foreach (var actor in actors)
        {
            _square.Perform(actor, s_arrive);
        }
    }
}
