using ConcurrencyKatas.Multiprocessing.Tests.Contracts;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What becomes of a notification whose receiver is killed.</summary>
public sealed class KilledWaiterTests : WaitingCast, IClassFixture<LeakWatch>
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
    public void Who_began_to_wait_after_a_notification_never_gets_it_even_if_its_receiver_is_killed()
    {
        using Process victim = StartProcess();
        AwaitWaiting(1);
        using (Ready.Enter())
        {
            Ready.Notify();
            victim.Kill();
            victim.JoinWatched();
            // Longer than it takes to notice that the victim is dead.
            Assert.False(Ready.Wait(TimeSpan.FromMilliseconds(250)));
        }
    }
}
