using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What becomes of a notification whose receiver is killed.</summary>
public sealed class KilledWaiterTests : WaitingCast
{
    /// <summary>In CPython this notification blocks for ever, with the lock held.</summary>
    [SlowFact]
    public void A_process_that_is_killed_while_it_waits_takes_no_notification()
    {
        using Process victim = StartProcess();
        AwaitWaiting(1);
        using Process other = StartProcess();
        AwaitWaiting(2);
        victim.Kill();
        victim.JoinWatched();
        Notify(1);
        other.JoinWatched();
        Assert.Equal(1, Woken.Value);
        Assert.Equal(0, Waiting);
        Notify(1);
    }

    [SlowFact]
    public void A_notification_of_a_process_that_is_killed_before_it_has_the_lock_goes_to_another_one()
    {
        using Process victim = StartProcess();
        AwaitWaiting(1);
        using Process other = StartProcess();
        AwaitWaiting(2);
        using (Ready.Enter())
        {
            Ready.Notify();
            victim.Kill();
            victim.JoinWatched();
        }
        other.JoinWatched();
        Assert.Equal(1, Woken.Value);
        Assert.Equal(0, Waiting);
    }

    [SlowFact]
    public unsafe void Who_began_to_wait_after_a_notification_never_gets_it_even_if_its_receiver_is_killed()
    {
        var line = new ConditionLine(Session.Current, Session.Current.Slot(Ready.Offset));
        using Process victim = StartProcess();
        AwaitWaiting(1);
        using (Ready.Enter())
        {
            Ready.Notify();
            victim.Kill();
            victim.JoinWatched();
            // What a Wait does here, step by step: it begins, notices that somebody is dead, and sees to the notification.
            int place = line.Join();
            Assert.True(line.HasLostOne());
            line.Mend();
            Assert.False(line.HasLostOne());
            Assert.False(line.Leave(place));
        }
        Assert.Equal(0, Waiting);
    }
}
