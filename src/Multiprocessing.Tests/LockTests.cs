namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class LockTests
{
    [Fact]
    public void Processes_that_count_under_a_lock_lose_nothing() => Assert.Equal(2000, CountWith(new Lock()));

    [Fact]
    public void A_lock_refuses_its_holder_too()
    {
        var gate = new Lock();
        gate.Acquire();
        Assert.False(gate.TryAcquire());
        Assert.False(gate.TryAcquire(TimeSpan.FromTicks(1)));
    }

    [Fact]
    public void A_lock_may_be_released_by_another_process()
    {
        var gate = new Lock();
        gate.Acquire();
        Assert.Equal(0, new Process(Children.ReleaseOnce, gate).RunToEnd());
        Assert.True(gate.TryAcquire());
    }

    [Fact]
    public void A_lock_may_be_released_by_another_thread()
    {
        var gate = new Lock();
        gate.Acquire();
        var thread = new Aside(gate.Release);
        thread.Start();
        thread.JoinWatched();
        Assert.True(gate.TryAcquire());
    }

    [Fact]
    public void A_release_of_a_lock_that_nobody_holds_is_refused()
    {
        var gate = new Lock("door");
        string message = Assert.Throws<MultiprocessingUsageException>(gate.Release).Message;
        Assert.Contains("door", message);
        Assert.Contains("semaphore or lock released too many times", message);
        Assert.True(gate.TryAcquire());
    }

    [Fact]
    public void A_lock_whose_holder_has_ended_without_being_killed_is_abandoned_too()
    {
        var gate = new Lock();
        using var holder = new Process(Children.AcquireOnce, gate) { Name = "holder" };
        holder.Start();
        holder.JoinWatched();
        Assert.Equal("Lock(owner: holder, which has ended)", gate.ToString());
        Assert.Throws<AbandonedLockException>(() => gate.TryAcquire());
        Assert.Equal("Lock(owner: MainProcess)", gate.ToString());
    }

    [Fact]
    public void A_release_wakes_a_process_that_waits()
    {
        var (gate, waiting) = (new Lock(), new Semaphore(0));
        gate.Acquire();
        using var waiter = new Process(AnnounceAndAcquire, waiting, gate);
        waiter.Start();
        waiting.AcquireWatched();
        gate.Release();
        waiter.JoinWatched();
        Assert.Equal(0, waiter.ExitCode);
    }

    [Fact]
    public void A_lock_names_its_owner()
    {
        var gate = new Lock();
        Assert.Equal("Lock(owner: none)", gate.ToString());
        gate.Acquire();
        Assert.Equal("Lock(owner: MainProcess)", gate.ToString());
    }

    [Fact]
    public void A_lock_that_is_entered_is_released_at_the_end_of_the_block_even_by_an_exception()
    {
        var gate = new Lock();
        void Fail()
        {
            using (gate.Enter())
            {
                Assert.False(gate.TryAcquire());
                throw new InvalidOperationException();
            }
        }
        Assert.Throws<InvalidOperationException>(Fail);
        Assert.True(gate.TryAcquire());
    }

    [Fact]
    public void A_wait_that_is_cancelled_takes_nothing()
    {
        var (gate, waiting) = (new Lock(), new Semaphore(0));
        using var cancellation = new CancellationTokenSource();
        gate.Acquire();
        Exception? seen = null;
        var waiter = new Aside(() =>
        {
            waiting.Release();
            seen = Record.Exception(() => gate.Acquire(cancellation.Token));
        });
        waiter.Start();
        waiting.AcquireWatched();
        cancellation.Cancel();
        waiter.JoinWatched();
        Assert.IsType<OperationCanceledException>(seen);
        gate.Release();
        Assert.True(gate.TryAcquire());
    }

    [Fact]
    public void A_token_that_is_cancelled_already_takes_nothing()
    {
        var gate = new Lock();
        Assert.Throws<OperationCanceledException>(() => gate.Acquire(new CancellationToken(true)));
        Assert.True(gate.TryAcquire());
    }

    [Fact]
    public void A_negative_timeout_does_not_wait_and_an_infinite_one_does()
    {
        var (gate, waiting) = (new Lock(), new Semaphore(0));
        gate.Acquire();
        Assert.False(gate.TryAcquire(TimeSpan.FromSeconds(-5)));
        bool taken = false;
        var waiter = new Aside(() =>
        {
            waiting.Release();
            taken = gate.TryAcquire(Timeout.InfiniteTimeSpan);
        });
        waiter.Start();
        waiting.AcquireWatched();
        gate.Release();
        waiter.JoinWatched();
        Assert.True(taken);
    }

    [Fact]
    public void Default_names_count_and_long_names_are_cut_at_a_character()
    {
        string[] one = new Lock().Name.Split('-');
        string[] two = new Lock().Name.Split('-');
        Assert.Equal(("Lock", int.Parse(one[1]) + 1), (two[0], int.Parse(two[1])));
        Assert.Equal(new string('é', 14), new Lock(new string('é', 20)).Name);
    }

    internal static int CountWith(Acquirable? gate)
    {
        SharedNumber counter = SharedNumber.Create();
        Process[] workers = [.. Enumerable.Range(0, 4).Select(_ => new Process(Children.Count, gate, counter, 500))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.JoinWatched());
        Assert.All(workers, worker => Assert.Equal(0, worker.ExitCode));
        return counter.Value;
    }

    private static void AnnounceAndAcquire(Semaphore waiting, Lock gate)
    {
        waiting.Release();
        gate.Acquire();
    }
}
