using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ConditionModelTests
{
    private static readonly Operation s_giveWay = On(OperationKind.GiveWay);
    private static readonly Operation s_resume = On(OperationKind.Resume);
    private static readonly Operation s_notify = On(OperationKind.Notify).ForAtMost(1);

    private readonly Model _gate = Act.New(SlotKind.RLock);

    [Fact]
    public void Who_waits_gives_the_whole_lock_back_and_has_it_as_often_again()
    {
        _gate.Perform(1, Act.Acquire);
        _gate.Perform(1, Act.Acquire);
        Assert.Equal(Act.Go, _gate.Perform(1, s_giveWay));
        Assert.Empty(_gate.Holders);
        Assert.False(_gate.IsEnabled(1, s_resume));
        _gate.Perform(2, Act.Acquire);
        Assert.Equal(1, _gate.Perform(2, s_notify).Value);
        Assert.False(_gate.IsEnabled(1, s_resume));
        Assert.Equal([2], _gate.HoldersFor(1, s_resume));
        _gate.Perform(2, Act.Release);
        Assert.Equal(Act.Go, _gate.Perform(1, s_resume));
        _gate.Perform(1, Act.Release);
        Assert.Equal([1], _gate.Holders);
        _gate.Perform(1, Act.Release);
        Assert.Empty(_gate.Holders);
    }

    [Fact]
    public void Who_does_not_hold_the_lock_is_refused_and_nothing_changes()
    {
        _gate.Perform(1, Act.Acquire);
        var before = _gate.Digest;
        Assert.Equal(Act.Refused, _gate.Perform(2, s_giveWay));
        Assert.Equal(-1, _gate.Perform(2, s_notify).Value);
        Assert.Equal(before, _gate.Digest);
    }

    [Fact]
    public void Who_waited_first_is_notified_first_and_what_is_too_much_is_lost()
    {
        Wait(1);
        Wait(2);
        Wait(3);
        _gate.Perform(0, Act.Acquire);
        Assert.Equal(2, _gate.Perform(0, s_notify.ForAtMost(2)).Value);
        Assert.Equal(1, _gate.Perform(0, s_notify.ForAtMost(int.MaxValue)).Value);
        Assert.Equal(0, _gate.Perform(0, s_notify).Value);
        _gate.Perform(0, Act.Release);
        Wait(0);
        Assert.False(_gate.IsEnabled(0, s_resume));
        Assert.True(_gate.IsEnabled(1, s_resume));
    }

    [Fact]
    public void A_notification_of_one_condition_wakes_nobody_at_another_one_over_the_same_lock()
    {
        Wait(1);
        _gate.Perform(2, Act.Acquire);
        var other = Operation.OnCondition(OperationKind.Notify, 0, 2 * SlotLayout.Size, "other").ForAtMost(9);
        Assert.Equal(0, _gate.Perform(2, other).Value);
        Assert.Equal(1, _gate.Perform(2, s_notify).Value);
    }

    [Fact]
    public void A_time_out_may_come_before_a_notification_only_and_takes_none()
    {
        var timed = s_resume with { Timeout = 5 };
        Wait(1);
        Wait(2);
        Assert.True(_gate.MayTimeOut(1, timed));
        Assert.Empty(_gate.HoldersFor(1, timed));
        _gate.GiveUp(1, timed);
        _gate.Perform(0, Act.Acquire);
        Assert.Equal(1, _gate.Perform(0, s_notify).Value);
        Assert.False(_gate.MayTimeOut(2, timed));
        Assert.False(_gate.IsEnabled(1, s_resume));
        _gate.Perform(0, Act.Release);
        Assert.True(_gate.IsEnabled(1, s_resume));
        Assert.True(_gate.IsEnabled(2, timed));
    }

    [Fact]
    public void A_wait_of_no_time_ends_at_once_unless_it_was_notified()
    {
        var now = s_resume with { Timeout = 0 };
        Wait(1);
        Assert.True(_gate.IsEnabled(1, now));
        Assert.Equal(Act.TimedOut, _gate.Perform(1, now));
        Assert.Equal(Act.Go, _gate.Perform(1, s_resume));
        Assert.Equal([1], _gate.Holders);
    }

    [Fact]
    public void A_clone_goes_its_own_way_and_a_condition_without_waiters_is_no_state()
    {
        var before = _gate.Digest;
        Wait(1);
        var clone = _gate.Clone();
        Assert.Equal(_gate.Digest, clone.Digest);
        clone.Perform(2, Act.Acquire);
        clone.Perform(2, s_notify);
        clone.Perform(2, Act.Release);
        clone.Perform(1, s_resume);
        clone.Perform(1, Act.Release);
        Assert.Equal(before, clone.Digest);
        Assert.NotEqual(before, _gate.Digest);
        Assert.False(_gate.IsEnabled(1, s_resume));
    }

    [Fact]
    public void Nobody_resumes_who_has_not_given_way()
    {
        Assert.False(_gate.IsEnabled(1, s_resume));
        Assert.Throws<InvalidOperationException>(() => _gate.Perform(1, s_resume));
    }

    [Fact]
    public void A_plain_lock_has_conditions_too()
    {
        var gate = Act.New(SlotKind.Lock);
        gate.Perform(1, Act.Acquire);
        gate.Perform(1, s_giveWay);
        gate.Perform(2, Act.Acquire);
        gate.Perform(2, s_notify);
        gate.Perform(2, Act.Release);
        Assert.Equal(Act.Go, gate.Perform(1, s_resume));
        Assert.Equal([1], gate.Holders);
    }

    private void Wait(int actor)
    {
        _gate.Perform(actor, Act.Acquire);
        _gate.Perform(actor, s_giveWay);
    }

    private static Operation On(OperationKind kind) => Operation.OnCondition(kind, 0, SlotLayout.Size, "ready");
}
