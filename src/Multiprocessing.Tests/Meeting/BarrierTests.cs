namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>After CPython's <c>_TestBarrier</c>, and what CPython does not promise.</summary>
public sealed class BarrierTests
{
    private readonly Semaphore _in = new(0);
    private readonly Semaphore _broken = new(0);

    /// <summary>CPython: <c>_TestBarrier.test_barrier_10</c>.</summary>
    [SlowFact]
    public void Parties_stay_in_step_for_ten_rounds() => Pass(parties: 4, processes: 4, rounds: 10);

    /// <summary>CPython: <c>_TestBarrier.test_thousand</c>.</summary>
    [SlowFact]
    public void Parties_stay_in_step_for_a_thousand_rounds() => Pass(parties: 2, processes: 2, rounds: 1000);

    [SlowFact]
    public void More_processes_than_parties_all_get_through()
    {
        var barrier = new Barrier(2);
        Process[] all = Start(
            4,
            static (Barrier barrier) =>
            {
                for (int round = 0; round < 50; round++)
                {
                    _ = barrier.Wait();
                }
            },
            barrier
        );
        // Whoever is left alone at the end is joined by this process.
        while (all.Any(process => process.IsAlive))
        {
            if (barrier.NumberWaiting == 1 && all.Count(process => process.IsAlive) == 1)
            {
                _ = barrier.Wait();
            }
            Thread.Yield();
        }
        Assert.All(all, process => Assert.Equal(0, process.ExitCode));
    }

    /// <summary>CPython: <c>_TestBarrier.test_wait_return</c>.</summary>
    [SlowFact]
    public void Every_party_gets_another_number_in_the_order_in_which_they_came()
    {
        var barrier = new Barrier(3);
        SharedNumber[] places = [.. Enumerable.Range(0, 2).Select(_ => SharedNumber.Create())];
        Process[] parties = new Process[2];
        for (int party = 0; party < 2; party++)
        {
            parties[party] = new Process(
                static (Barrier b, SharedNumber n) =>
                {
                    n.Value = b.Wait();
                },
                barrier,
                places[party]
            );
            parties[party].Start();
            AwaitWaiting(barrier, party + 1);
        }
        Assert.Equal("Barrier(parties: 3, waiting: 2)", barrier.ToString());
        Assert.Equal(2, barrier.Wait(Watchdog.Limit));
        Array.ForEach(parties, party => party.JoinWatched());
        Assert.Equal([0, 1], places.Select(place => place.Value));
        Assert.Equal(0, barrier.NumberWaiting);
    }

    /// <summary>CPython: <c>_TestBarrier.test_action</c>.</summary>
    [SlowFact]
    public void The_action_is_done_once_a_round_before_anybody_goes_on()
    {
        var done = new Semaphore(0);
        var barrier = new Barrier(3, "square", static (Semaphore done) => done.Release(), done);
        Process[] parties = Start(3, CheckAction, barrier, done);
        Array.ForEach(parties, party => party.JoinWatched());
        Assert.All(parties, party => Assert.Equal(0, party.ExitCode));
        Assert.Equal(20, done.Value);
        Assert.Equal("square", barrier.Name);
    }

    [SlowFact]
    public void An_action_that_throws_breaks_the_barrier_and_its_party_gets_the_exception()
    {
        var barrier = new Barrier(2, Children.Throw, "on purpose");
        using Process other = StartWaiter(barrier);
        AwaitWaiting(barrier, 1);
        var thrown = Assert.Throws<InvalidOperationException>(() => barrier.Wait(Watchdog.Limit));
        Assert.Equal("on purpose", thrown.Message);
        other.JoinWatched();
        Assert.Equal(1, _broken.Value);
        Assert.True(barrier.IsBroken);
    }

    [SlowFact]
    public void An_action_that_captures_a_variable_is_refused()
    {
        int captured = 0;
        var refused = Assert.Throws<MultiprocessingUsageException>(() =>
            new Barrier(
                2,
                () =>
                {
                    captured++;
                }
            )
        );
        Assert.Contains("`captured`", refused.Message);
        Assert.Equal(0, captured);
    }

    /// <summary>CPython: <c>_TestBarrier.test_abort</c>.</summary>
    [SlowFact]
    public void An_abort_sends_everybody_away_until_a_reset()
    {
        var barrier = new Barrier(3, "square");
        Process[] parties = [StartWaiter(barrier), StartWaiter(barrier)];
        AwaitWaiting(barrier, 2);
        barrier.Abort();
        Array.ForEach(parties, party => party.JoinWatched());
        Assert.Equal(2, _broken.Value);
        Assert.True(barrier.IsBroken);
        Assert.Equal("Barrier(parties: 3, broken)", barrier.ToString());
        Assert.Contains("square", Assert.Throws<BrokenBarrierException>(() => barrier.Wait()).Message);
    }

    /// <summary>CPython: <c>_TestBarrier.test_reset</c>.</summary>
    [SlowFact]
    public void A_reset_sends_those_away_who_wait_and_later_rounds_pass()
    {
        var barrier = new Barrier(3);
        Process[] parties = [StartWaiter(barrier), StartWaiter(barrier)];
        AwaitWaiting(barrier, 2);
        barrier.Reset();
        Array.ForEach(parties, party => party.JoinWatched());
        Assert.Equal(2, _broken.Value);
        Assert.False(barrier.IsBroken);
        Pass(barrier, processes: 3, rounds: 2);
    }

    /// <summary>CPython: <c>_TestBarrier.test_abort_and_reset</c>.</summary>
    [SlowFact]
    public void A_barrier_that_was_broken_is_whole_after_a_reset()
    {
        var barrier = new Barrier(2);
        barrier.Abort();
        Assert.Throws<BrokenBarrierException>(() => barrier.Wait());
        barrier.Reset();
        Assert.False(barrier.IsBroken);
        Pass(barrier, processes: 2, rounds: 2);
    }

    /// <summary>CPython: <c>_TestBarrier.test_timeout</c>.</summary>
    [SlowFact]
    public void A_party_whose_time_passes_breaks_the_barrier_for_all()
    {
        var barrier = new Barrier(3);
        using Process patient = StartWaiter(barrier);
        AwaitWaiting(barrier, 1);
        Assert.Contains(
            "not all of its 3 parties came in time",
            Assert.Throws<BrokenBarrierException>(() => barrier.Wait(TimeSpan.FromMilliseconds(1))).Message
        );
        patient.JoinWatched();
        Assert.Equal(1, _broken.Value);
        Assert.True(barrier.IsBroken);
    }

    /// <summary>CPython: <c>_TestBarrier.test_single_thread</c>.</summary>
    [SlowFact]
    public void A_barrier_of_one_holds_nobody_up()
    {
        var barrier = new Barrier(1);
        Assert.Equal(0, barrier.Wait());
        Assert.Equal(0, barrier.Wait(TimeSpan.Zero));
    }

    [SlowFact]
    public void A_barrier_needs_a_party() => Assert.Throws<ArgumentOutOfRangeException>(() => new Barrier(0));

    [SlowFact]
    public void A_party_that_is_killed_while_it_waits_breaks_the_barrier()
    {
        var barrier = new Barrier(3);
        using Process victim = StartWaiter(barrier);
        AwaitWaiting(barrier, 1);
        using Process other = StartWaiter(barrier);
        AwaitWaiting(barrier, 2);
        victim.Kill();
        other.JoinWatched();
        Assert.Equal(1, _broken.Value);
        Assert.True(barrier.IsBroken);
        victim.JoinWatched();
        barrier.Reset();
        Pass(barrier, processes: 3, rounds: 2);
    }

    [SlowFact]
    public void A_party_that_is_killed_in_the_action_breaks_the_barrier()
    {
        var acting = new Semaphore(0);
        var barrier = new Barrier(2, Children.Stay, acting);
        using Process other = StartWaiter(barrier);
        AwaitWaiting(barrier, 1);
        using Process victim = StartWaiter(barrier);
        acting.AcquireWatched();
        victim.Kill();
        other.JoinWatched();
        Assert.Equal(1, _broken.Value);
        victim.JoinWatched();
    }

    [SlowFact]
    public void A_wait_that_is_cancelled_breaks_the_barrier()
    {
        var barrier = new Barrier(3);
        using var cancellation = new CancellationTokenSource();
        using Process other = StartWaiter(barrier);
        Exception? seen = null;
        var waiter = new Aside(() => seen = Record.Exception(() => barrier.Wait(cancellation.Token)));
        waiter.Start();
        AwaitWaiting(barrier, 2);
        cancellation.Cancel();
        waiter.JoinWatched();
        other.JoinWatched();
        Assert.IsType<OperationCanceledException>(seen);
        Assert.Equal(1, _broken.Value);
    }

    private static void AwaitWaiting(Barrier barrier, int count) => Asleep.Await(() => barrier.NumberWaiting == count);

    private void Pass(int parties, int processes, int rounds) => Pass(new Barrier(parties), processes, rounds);

    private void Pass(Barrier barrier, int processes, int rounds)
    {
        Process[] all = Start(processes, CheckStep, barrier, new Semaphore(0), rounds);
        Array.ForEach(all, process => process.JoinWatched());
        Assert.All(all, process => Assert.Equal(0, process.ExitCode));
    }

    private Process StartWaiter(Barrier barrier)
    {
        var process = new Process(WaitAndCount, barrier, _in, _broken);
        process.Start();
        return process;
    }

    private static Process[] Start(int count, Delegate target, params object?[] arguments)
    {
        Process[] processes = [.. Enumerable.Range(0, count).Select(_ => new Process(target, arguments))];
        Array.ForEach(processes, process => process.Start());
        return processes;
    }

    // All parties have counted when anybody goes on, and none has counted for the round after the next.
    private static void CheckStep(Barrier barrier, Semaphore counted, int rounds)
    {
        for (int round = 1; round <= rounds; round++)
        {
            counted.Release();
            _ = barrier.Wait();
            int value = counted.Value;
            if (value < round * barrier.Parties || value >= (round + 1) * barrier.Parties)
            {
                throw new InvalidOperationException($"{value} had been counted after round {round}.");
            }
        }
    }

    private static void CheckAction(Barrier barrier, Semaphore done)
    {
        for (int round = 1; round <= 20; round++)
        {
            _ = barrier.Wait();
            if (done.Value != round)
            {
                throw new InvalidOperationException($"The action was done {done.Value} times after round {round}.");
            }
        }
    }

    private static void WaitAndCount(Barrier barrier, Semaphore through, Semaphore broken)
    {
        try
        {
            _ = barrier.Wait();
            through.Release();
        }
        catch (BrokenBarrierException)
        {
            broken.Release();
        }
    }
}
