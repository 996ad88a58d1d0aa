namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Waits that another thread of the process cancels. Locks, events and barriers have theirs beside them.</summary>
public sealed class CancellationTests
{
    [SlowFact]
    public void A_wait_for_a_recursive_lock_that_is_cancelled_takes_nothing()
    {
        var gate = new RLock();
        gate.Acquire();
        Cancelled(gate.Acquire, () => gate.AwaitSleepers(1));
        gate.Release();
        Assert.Equal("RLock(owner: none, count: 0)", gate.ToString());
    }

    [SlowTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_wait_for_a_semaphore_that_is_cancelled_takes_nothing(bool isBounded)
    {
        CountingSemaphore rooms = isBounded ? new BoundedSemaphore(1) : new Semaphore(1);
        rooms.Acquire();
        Cancelled(rooms.Acquire, () => rooms.AwaitSleepers(1));
        Assert.Equal(0, rooms.Value);
        rooms.Release();
        Assert.Equal(1, rooms.Value);
    }

    [SlowFact]
    public void A_Put_that_is_cancelled_puts_nothing()
    {
        using var queue = new Queue<int>(maxSize: 1);
        queue.Put(1);
        Cancelled(token => queue.Put(2, token), () => Rings.UntilSomebodyWaitsForRoom(queue));
        Assert.Equal(1, queue.Get());
        Assert.True(queue.IsEmpty);
    }

    [SlowFact]
    public void A_Join_that_is_cancelled_leaves_the_items_to_be_dealt_with()
    {
        using var tasks = new JoinableQueue<int>();
        tasks.Put(1);
        Cancelled(tasks.Join, () => Rings.UntilSomebodyWaitsForTheRest(tasks));
        _ = tasks.Get();
        tasks.TaskDone();
        tasks.Join(TestContext.Current.CancellationToken);
    }

    [SlowFact]
    public void A_WaitFor_that_is_cancelled_holds_the_lock_again()
    {
        var ready = new Condition();
        Cancelled(
            token =>
            {
                using (ready.Enter())
                {
                    try
                    {
                        ready.WaitFor(static () => false, token);
                    }
                    finally
                    {
                        ready.Notify(); // Which only a holder may.
                    }
                }
            },
            () => Asleep.Await(() => ready.ToString().EndsWith("waiting: 1)", StringComparison.Ordinal))
        );
        Assert.EndsWith("(RLock(owner: none, count: 0), waiting: 0)", ready.ToString());
    }

    [Fact]
    public void A_token_that_is_cancelled_already_ends_every_wait_before_it_begins_also_under_a_controller()
    {
        using var controller = new FakeController();
        var cancelled = new CancellationToken(canceled: true);
        Action<CancellationToken>[] waits =
        [
            new RLock().Acquire,
            new Semaphore().Acquire,
            token => new Queue<int>().Put(1, token),
            new JoinableQueue<int>().Join,
            token => new Condition().WaitFor(static () => false, token),
        ];
        Assert.All(waits, wait => Assert.Throws<OperationCanceledException>(() => wait(cancelled)));
        Assert.Empty(controller.Arrived);
    }

    private static void Cancelled(Action<CancellationToken> wait, Action untilItWaits)
    {
        using var cancellation = new CancellationTokenSource();
        Exception? seen = null;
        var waiter = new Aside(() => seen = Record.Exception(() => wait(cancellation.Token)));
        waiter.Start();
        untilItWaits();
        cancellation.Cancel();
        waiter.JoinWatched();
        Assert.IsType<OperationCanceledException>(seen);
    }
}
