namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>After CPython's <c>_TestEvent</c>, and what CPython does not promise.</summary>
public sealed class EventTests
{
    /// <summary>CPython: <c>_TestEvent.test_event</c>.</summary>
    [Fact]
    public void An_event_lets_through_from_when_it_is_set_until_it_is_cleared()
    {
        var opening = new Event();
        Assert.False(opening.IsSet);
        Assert.False(opening.Wait(TimeSpan.Zero));
        Assert.False(opening.Wait(TimeSpan.FromMilliseconds(1)));
        opening.Set();
        opening.Set();
        Assert.True(opening.IsSet);
        Assert.True(opening.Wait(TimeSpan.Zero));
        opening.Wait();
        opening.Clear();
        opening.Clear();
        Assert.False(opening.IsSet);
        Assert.False(opening.Wait(TimeSpan.Zero));
    }

    /// <summary>CPython: <c>_TestEvent.test_event</c>, where a child sets it.</summary>
    [Fact]
    public void An_event_that_another_process_sets_wakes_who_waits()
    {
        var opening = new Event();
        using var setter = new Process(static (Event opening) => opening.Set(), opening);
        setter.Start();
        Assert.True(opening.Wait(Watchdog.Limit));
        setter.JoinWatched();
    }

    [Fact]
    public void Everybody_who_waits_is_woken()
    {
        var (opening, through) = (new Event(), new Semaphore(0));
        Process[] waiters = [.. Enumerable.Range(0, 3).Select(_ => new Process(WaitAndCount, opening, through))];
        Array.ForEach(waiters, waiter => waiter.Start());
        opening.AwaitSleepers(3);
        opening.Set();
        Array.ForEach(waiters, waiter => waiter.JoinWatched());
        Assert.Equal(3, through.Value);
    }

    [Fact]
    public void Who_slept_when_the_event_was_set_is_let_through_even_if_it_is_cleared_at_once()
    {
        var (opening, through) = (new Event(), new Semaphore(0));
        using var waiter = new Process(WaitAndCount, opening, through);
        waiter.Start();
        opening.AwaitSleepers(1);
        opening.Set();
        opening.Clear();
        waiter.JoinWatched();
        Assert.Equal(1, through.Value);
    }

    [Fact]
    public void A_process_that_is_killed_while_it_waits_keeps_nobody_up()
    {
        var (opening, through) = (new Event(), new Semaphore(0));
        using var victim = new Process(WaitAndCount, opening, through);
        victim.Start();
        opening.AwaitSleepers(1);
        victim.Kill();
        victim.JoinWatched();
        using var other = new Process(WaitAndCount, opening, through);
        other.Start();
        opening.Set();
        other.JoinWatched();
        Assert.Equal(1, through.Value);
    }

    [Fact]
    public void A_wait_that_is_cancelled_ends()
    {
        var opening = new Event();
        using var cancellation = new CancellationTokenSource();
        Exception? seen = null;
        var waiter = new Aside(() => seen = Record.Exception(() => opening.Wait(cancellation.Token)));
        waiter.Start();
        opening.AwaitSleepers(1);
        cancellation.Cancel();
        waiter.JoinWatched();
        Assert.IsType<OperationCanceledException>(seen);
        Assert.Throws<OperationCanceledException>(() => opening.Wait(cancellation.Token));
    }

    /// <summary>CPython: <c>_TestEvent.test_repr</c>.</summary>
    [Fact]
    public void An_event_says_whether_it_is_set()
    {
        var opening = new Event("opening");
        Assert.Equal("Event(unset)", opening.ToString());
        opening.Set();
        Assert.Equal("Event(set)", opening.ToString());
        Assert.Equal("opening", opening.Name);
        Assert.StartsWith("Event-", new Event().Name);
    }

    private static void WaitAndCount(Event opening, Semaphore through)
    {
        opening.Wait();
        through.Release();
    }
}
