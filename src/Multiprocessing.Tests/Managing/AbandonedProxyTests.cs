using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a manager's server makes of clients that are killed, with SIGKILL, while they hold a lock or units.</summary>
public sealed class AbandonedProxyTests : IDisposable
{
    private readonly Manager _manager = new();
    private readonly Semaphore _begun = new(0);
    private readonly Semaphore _held = new(0);
    private readonly Semaphore _told = new(0);

    public static TheoryData<bool> Both => [false, true];

    public void Dispose() => _manager.Dispose();

    [SlowTheory]
    [MemberData(nameof(Both))]
    public void Who_acquires_a_managers_lock_whose_holder_was_killed_holds_it_and_is_told(bool isRecursive)
    {
        OwnedLockProxy gate = Make(isRecursive);
        Abandon(gate);
        Assert.Contains("holder, which has ended", gate.ToString());
        var report = Assert.Throws<AbandonedLockException>(gate.Acquire);
        Assert.Equal(("holder", true), (report.Holder, report.IsHeld));
        Assert.Contains("owner: MainProcess", gate.ToString());
        gate.Release();
        gate.Acquire(); // It is told once.
        gate.Release();
        Abandon(gate);
        Assert.Throws<AbandonedLockException>(() => gate.TryAcquire());
        gate.Release();
    }

    [SlowTheory]
    [MemberData(nameof(Both))]
    public void Who_enters_does_not_and_the_next_one_is_told_again(bool isRecursive)
    {
        OwnedLockProxy gate = Make(isRecursive);
        Abandon(gate);
        for (int time = 0; time < 2; time++)
        {
            var report = Assert.Throws<AbandonedLockException>(() => gate.Enter());
            Assert.Equal(("holder", false), (report.Holder, report.IsHeld));
        }
        Assert.Throws<AbandonedLockException>(gate.Acquire);
        gate.Release();
        using (gate.Enter()) { }
    }

    [SlowTheory]
    [MemberData(nameof(Both))]
    public void Who_waits_already_when_the_holder_is_killed_notices(bool isRecursive)
    {
        OwnedLockProxy gate = Make(isRecursive);
        using Process holder = Hold(gate);
        using var waiter = new Process(TellOfWaiting, gate, _begun, _told);
        waiter.Start();
        _begun.AcquireWatched();
        Kill(holder);
        waiter.JoinWatched();
        Assert.Equal((0, 1), (waiter.ExitCode, _told.Value));
    }

    [SlowFact]
    public void With_that_option_a_managers_lock_stays_locked_as_in_Python()
    {
        LockProxy gate = _manager.Lock(abandoned: Abandoned.Blocks);
        _ = gate.ToString(); // The server runs, and this is a client of it.
        int clients = _manager.Clients();
        Abandon(gate);
        Asleep.Await(() => _manager.Clients() == clients); // The server knows that the holder is gone.
        Assert.False(gate.TryAcquire());
        gate.Release();
        Assert.True(gate.TryAcquire());
    }

    [SlowFact]
    public void A_thread_that_ends_leaves_its_processs_plain_lock_taken_and_not_abandoned()
    {
        LockProxy gate = _manager.Lock();
        _ = gate.ToString(); // The server runs, and this is a client of it.
        int clients = _manager.Clients();
        var taker = new Aside(() =>
        {
            gate.Acquire();
            Control.ManagerConnections.Close(Control.ManagerAddress.Read(_manager.Offset));
        });
        taker.Start();
        taker.JoinWatched();
        Asleep.Await(() => _manager.Clients() == clients); // The server knows that the thread is gone.
        Assert.False(gate.TryAcquire());
        gate.Release();
        Assert.True(gate.TryAcquire());
    }

    [SlowFact]
    public void Units_of_a_managers_semaphore_that_a_killed_process_took_stay_taken()
    {
        SemaphoreProxy rooms = _manager.Semaphore(1);
        Abandon(rooms);
        Assert.False(rooms.TryAcquire());
        rooms.Release();
        Assert.True(rooms.TryAcquire());
    }

    [SlowFact]
    public void Who_comes_back_from_a_wait_for_a_managers_condition_whose_lock_was_abandoned_is_told()
    {
        ConditionProxy ready = _manager.Condition();
        ready.Acquire();
        using var notifier = new Process(NotifyAndStay, ready, _held) { Name = "holder" };
        notifier.Start();
        var killer = new Aside(() =>
        {
            _held.AcquireWatched();
            Kill(notifier);
        });
        killer.Start();
        Assert.True(Assert.Throws<AbandonedLockException>(ready.Wait).IsHeld);
        killer.JoinWatched();
        ready.Notify(); // Which only a holder may.
        ready.Release();
    }

    private OwnedLockProxy Make(bool isRecursive) => isRecursive ? _manager.RLock() : _manager.Lock();

    private void Abandon(Acquirable gate)
    {
        using Process holder = Hold(gate);
        Kill(holder);
    }

    private Process Hold(Acquirable gate)
    {
        var holder = new Process(HoldAndStay, gate, _held) { Name = "holder" };
        holder.Start();
        _held.AcquireWatched();
        return holder;
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.JoinWatched();
        Assert.Equal(-Signals.Kill, process.ExitCode);
    }

    private static void HoldAndStay(Acquirable gate, Semaphore held)
    {
        gate.Acquire();
        Children.Stay(held);
    }

    private static void TellOfWaiting(Acquirable gate, Semaphore begun, Semaphore told)
    {
        begun.Release();
        try
        {
            gate.Acquire();
        }
        catch (AbandonedLockException)
        {
            told.Release();
        }
        gate.Release();
    }

    private static void NotifyAndStay(ConditionProxy ready, Semaphore held)
    {
        ready.Acquire();
        ready.NotifyAll();
        Children.Stay(held);
    }
}
