// Longer than most: one claim for each way in which a lock is left, so that none is missing.
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
using static ConcurrencyKatas.Multiprocessing.Tests.AbandonedCast;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>
/// Locks whose holder is killed, with SIGKILL: while it holds, while it waits, and both. CPython fails each of these: its
/// lock stays locked for ever.
/// </summary>
public sealed class AbandonedLockTests
{
    public enum Gate
    {
        Lock,
        RLock,
        ConditionOverLock,
        ConditionOverRLock,
    }

    public static TheoryData<Gate> Gates => [.. Enum.GetValues<Gate>()];

    [SlowTheory]
    [MemberData(nameof(Gates))]
    public void Who_acquires_a_lock_whose_holder_was_killed_holds_it_and_is_told(Gate kind)
    {
        Acquirable gate = Make(kind);
        Abandon(gate);
        var report = Assert.Throws<AbandonedLockException>(gate.Acquire);
        Assert.Equal((Holder, true), (report.Holder, report.IsHeld));
        Assert.Contains("MainProcess holds the lock now", report.Message);
        Assert.False(IsFreeElsewhere(gate));
        gate.Release();
        Assert.True(IsFreeElsewhere(gate));
        gate.Acquire(); // It is told once.
        gate.Release();
    }

    [SlowTheory]
    [MemberData(nameof(Gates))]
    public void Who_only_tries_is_told_too(Gate kind)
    {
        Acquirable gate = Make(kind);
        Abandon(gate);
        Assert.Throws<AbandonedLockException>(() => gate.TryAcquire());
        gate.Release();
        Abandon(gate);
        Assert.Throws<AbandonedLockException>(() => gate.TryAcquire(Watchdog.Limit));
        gate.Release();
        Abandon(gate);
        Assert.Throws<AbandonedLockException>(() => gate.TryAcquire(TimeSpan.FromTicks(1)));
        gate.Release();
    }

    [SlowTheory]
    [MemberData(nameof(Gates))]
    public void Who_enters_does_not_and_the_next_one_is_told_again(Gate kind)
    {
        Acquirable gate = Make(kind);
        Abandon(gate);
        for (int time = 0; time < 2; time++)
        {
            var report = Assert.Throws<AbandonedLockException>(() => gate.Enter());
            Assert.Equal((Holder, false), (report.Holder, report.IsHeld));
        }
        Assert.Contains(
            "which has ended",
            new Process(TellOfTrying, gate, Told).RunToEnd() == 0 ? gate.ToString() : ""
        );
        Assert.Equal(1, Told.Value);
    }

    [SlowTheory]
    [MemberData(nameof(Gates))]
    public void Who_releases_what_it_did_not_enter_is_refused_and_the_next_one_is_told_all_the_same(Gate kind)
    {
        Acquirable gate = Make(kind);
        Abandon(gate);
        Assert.Throws<AbandonedLockException>(() => gate.Enter());
        Assert.Throws<MultiprocessingUsageException>(gate.Release);
        Assert.Throws<AbandonedLockException>(gate.Acquire);
        gate.Release();
    }

    [Theory]
    [InlineData(Gate.Lock)]
    [InlineData(Gate.RLock)]
    public void What_somebody_else_has_given_back_meanwhile_is_not_left_abandoned(Gate kind)
    {
        Acquirable gate = Make(kind);
        ((IMonitor)gate).LeaveAbandoned();
        Assert.True(gate.TryAcquire());
        gate.Release();
    }

    [SlowTheory]
    [MemberData(nameof(Gates))]
    public void Who_waits_already_when_the_holder_is_killed_notices(Gate kind)
    {
        Acquirable gate = Make(kind);
        using Process holder = Hold(gate);
        using var waiter = new Process(TellOfWaiting, gate, Told);
        waiter.Start();
        AwaitSleeper(gate);
        holder.Kill();
        holder.JoinWatched();
        waiter.JoinWatched();
        Assert.Equal((0, 1), (waiter.ExitCode, Told.Value));
        Assert.True(gate.TryAcquire());
        gate.Release();
    }

    [SlowFact]
    public void A_holder_that_nobody_has_reaped_is_noticed_too()
    {
        var gate = new Lock();
        using Process holder = Hold(gate);
        _ = ProcessLife.Kill(holder.Id!.Value);
        Assert.Throws<AbandonedLockException>(gate.Acquire);
        holder.JoinWatched();
    }

    [SlowTheory]
    [MemberData(nameof(Gates))]
    public void A_process_that_is_killed_while_it_waits_takes_nothing_with_it(Gate kind)
    {
        Acquirable gate = Make(kind);
        gate.Acquire();
        using var waiter = new Process(TellOfWaiting, gate, Told);
        waiter.Start();
        AwaitSleeper(gate);
        Kill(waiter);
        gate.Release();
        Assert.True(IsFreeElsewhere(gate));
        Assert.Equal(0, Told.Value);
    }

    [SlowTheory]
    [MemberData(nameof(Gates))]
    public void When_the_holder_and_one_that_waits_are_killed_the_other_one_that_waits_is_told(Gate kind)
    {
        Acquirable gate = Make(kind);
        using Process holder = Hold(gate);
        using var victim = new Process(TellOfWaiting, gate, Told);
        victim.Start();
        AwaitSleeper(gate);
        using var other = new Process(TellOfWaiting, gate, Told);
        other.Start();
        AwaitSleeper(gate, 2);
        Kill(victim);
        Kill(holder);
        other.JoinWatched();
        Assert.Equal((0, 1), (other.ExitCode, Told.Value));
    }

    [SlowFact]
    public void Holders_that_are_killed_at_any_moment_leave_a_lock_that_works()
    {
        var (gate, running) = (new RLock(), new Semaphore(0));
        for (int round = 0; round < 8; round++)
        {
            using var busy = new Process(TakeForEver, gate, running);
            busy.Start();
            running.AcquireWatched();
            Spin(round * 997);
            Kill(busy);
            try
            {
                gate.AcquireWatched();
            }
            catch (AbandonedLockException)
            {
                Assert.Equal("RLock(owner: MainProcess, count: 1)", gate.ToString());
            }
            gate.Release();
            Assert.Equal("RLock(owner: none, count: 0)", gate.ToString());
        }
    }

    [SlowFact]
    public void An_RLock_that_was_taken_over_counts_from_one_and_belongs_to_the_thread_that_took_it()
    {
        var gate = new RLock();
        Abandon(gate);
        Assert.Throws<AbandonedLockException>(gate.Acquire);
        gate.Acquire();
        Assert.Equal("RLock(owner: MainProcess, count: 2)", gate.ToString());
        bool taken = true;
        var other = new Aside(() => taken = gate.TryAcquire());
        other.Start();
        other.JoinWatched();
        Assert.False(taken);
        gate.Release();
        gate.Release();
        Assert.Equal("RLock(owner: none, count: 0)", gate.ToString());
    }

    [SlowTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_comes_back_from_a_wait_for_a_condition_is_told_and_holds_the_lock(bool timed)
    {
        var ready = new Condition();
        var notified = new Semaphore(0);
        ready.Acquire();
        using var notifier = new Process(NotifyAndStay, ready, notified) { Name = Holder };
        notifier.Start();
        var killer = new Aside(() =>
        {
            notified.AcquireWatched();
            Kill(notifier);
        });
        killer.Start();
        Exception? seen = Record.Exception(() =>
        {
            if (timed)
            {
                _ = ready.Wait(Watchdog.Limit);
            }
            else
            {
                ready.Wait();
            }
        });
        killer.JoinWatched();
        Assert.True(Assert.IsType<AbandonedLockException>(seen).IsHeld);
        Assert.Equal("Condition(RLock(owner: MainProcess, count: 1), waiting: 0)", ready.ToString());
        ready.Release();
    }

    [SlowFact]
    public void A_condition_whose_lock_was_abandoned_works_on()
    {
        var (ready, sleeping, woken) = (new Condition(), new Semaphore(0), new Semaphore(0));
        using var waiter = new Process(WaitOnce, ready, sleeping, woken);
        waiter.Start();
        sleeping.AcquireWatched();
        Asleep.Await(() => ready.ToString().EndsWith("waiting: 1)", StringComparison.Ordinal));
        Abandon(ready);
        Assert.Throws<AbandonedLockException>(ready.Acquire);
        ready.Notify();
        ready.Release();
        waiter.JoinWatched();
        Assert.Equal((0, 1), (waiter.ExitCode, woken.Value));
    }

    [SlowFact]
    public void The_lock_of_a_value_and_of_an_array_is_reported_too_and_what_they_hold_stays_whole()
    {
        var (value, array) = (new Value<long>(7), new SharedArray<int>(3));
        Abandon(value.Lock);
        Abandon(array.Lock);
        Assert.Throws<AbandonedLockException>(() => value.Enter());
        Assert.Throws<AbandonedLockException>(array.Lock.Acquire);
        array[1] = 5;
        array.Lock.Release();
        Assert.Equal((7, 5), (value.Value, array[1]));
    }

    [SlowTheory]
    [InlineData(Gate.Lock)]
    [InlineData(Gate.RLock)]
    public void With_that_option_a_lock_stays_locked_as_in_Python(Gate kind)
    {
        Acquirable gate =
            kind == Gate.Lock ? new Lock(abandoned: Abandoned.Blocks) : new RLock(abandoned: Abandoned.Blocks);
        Abandon(gate);
        // Each looks at its end whether the holder lives.
        Assert.False(gate.TryAcquire());
        Assert.False(gate.TryAcquire(TimeSpan.FromTicks(1)));
        using var elsewhere = new Process(TellOfTrying, gate, Told);
        Assert.Equal((0, 0), (elsewhere.RunToEnd(), Told.Value)); // The option travels.
        Assert.Contains("holder, which has ended", gate.ToString());
    }

    [SlowFact]
    public void A_plain_lock_that_was_abandoned_may_be_released_by_anybody_and_is_free_then()
    {
        var gate = new Lock();
        Abandon(gate);
        gate.Release();
        Assert.True(gate.TryAcquire());
    }

    [SlowFact]
    public void A_semaphore_that_a_killed_process_took_stays_taken_as_in_Python()
    {
        var rooms = new Semaphore(1);
        Abandon(rooms);
        Assert.False(rooms.TryAcquire());
        Assert.False(rooms.TryAcquire(TimeSpan.FromTicks(1)));
        rooms.Release();
        Assert.True(rooms.TryAcquire());
    }

    [SlowFact]
    public void There_is_no_third_behaviour() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lock(abandoned: (Abandoned)3));

    [SlowFact]
    public void A_process_that_has_the_id_of_one_that_has_ended_is_not_taken_for_it()
    {
        ProcessTable table = Session.Current.Processes;
        using var alive = new Process(Children.Stay, Told);
        alive.Start();
        Told.AcquireWatched();
        int slot = table.Register(0, -1, "gone");
        table.Started(slot, alive.Id!.Value);
        Assert.False(table.HasEnded(table.OwnerWord(slot)));
        table.Started(slot, alive.Id!.Value, startTime: 1);
        Assert.True(table.HasEnded(table.OwnerWord(slot)));
        table.Ended(slot, 0);
        Kill(alive);
    }

    private Semaphore Told { get; } = new(0);
}
