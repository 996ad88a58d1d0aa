using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>The locks of a manager, against what the other locks promise.</summary>
public sealed class AcquirableProxyTests : IDisposable
{
    private readonly Manager _manager = new();

    public void Dispose() => _manager.Dispose();

    [SlowFact]
    public void A_lock_is_taken_by_one_and_given_back_by_anybody()
    {
        LockProxy gate = _manager.Lock("door");
        Assert.True(gate.TryAcquire());
        Assert.False(gate.TryAcquire());
        Assert.False(gate.TryAcquire(TimeSpan.FromTicks(1)));
        Assert.Equal($"LockProxy(owner: {CurrentProcess.Name})", gate.ToString());
        Assert.Equal(0, new Process(Children.ReleaseOnce, gate).RunToEnd());
        Assert.Equal("LockProxy(owner: none)", gate.ToString());
    }

    [SlowFact]
    public void A_release_of_a_lock_that_nobody_holds_is_refused()
    {
        LockProxy gate = _manager.Lock("door");
        var thrown = Assert.Throws<MultiprocessingUsageException>(gate.Release);
        Assert.Contains("door", thrown.Message);
        Assert.Contains("release unlocked lock", thrown.Message);
    }

    [SlowFact]
    public void An_RLock_counts_and_only_its_owner_gives_it_back()
    {
        RLockProxy gate = _manager.RLock();
        gate.Acquire();
        using (gate.Enter())
        {
            Assert.Equal($"RLockProxy(owner: {CurrentProcess.Name}, count: 2)", gate.ToString());
        }
        SharedNumber refused = SharedNumber.Create();
        Assert.Equal(0, new Process(Children.TryToRelease, gate, refused).RunToEnd());
        Assert.Equal(1, refused.Value);
        gate.Release();
        Assert.Throws<MultiprocessingUsageException>(gate.Release);
    }

    [SlowFact]
    public void A_waiter_gets_the_lock_when_it_is_released()
    {
        LockProxy gate = _manager.Lock();
        gate.Acquire();
        using var child = new Process(Children.AcquireOnce, gate);
        child.Start();
        gate.Release();
        child.JoinWatched();
        Assert.Equal(0, child.ExitCode);
        Assert.EndsWith("which has ended)", gate.ToString());
        gate.Release();
        Assert.True(gate.TryAcquire());
    }

    [SlowFact]
    public void A_cancelled_wait_takes_nothing()
    {
        LockProxy gate = _manager.Lock();
        gate.Acquire();
        using var cancellation = new CancellationTokenSource();
        var canceller = new Aside(cancellation.Cancel);
        canceller.Start();
        Assert.ThrowsAny<OperationCanceledException>(() => gate.Acquire(cancellation.Token));
        canceller.JoinWatched();
        gate.Release();
        Assert.True(gate.TryAcquire());
    }

    [SlowTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Under_a_controller_the_decision_is_all_there_is(bool recursive)
    {
        var decisions = new System.Collections.Generic.Queue<Decision>([
            new(Outcome.Go),
            new(Outcome.TimedOut),
            new(Outcome.Go, Decision.Refused),
            new(Outcome.Go, Decision.Closed),
            new(Outcome.Go, Decision.Closed),
            new(Outcome.Go),
        ]);
        using var controller = new FakeController(_ => decisions.Dequeue());
        using var manager = new Manager();
        Acquirable gate = recursive ? manager.RLock() : manager.Lock();
        Assert.True(gate.TryAcquire());
        Assert.False(gate.TryAcquire());
        Assert.Throws<MultiprocessingUsageException>(gate.Release);
        Assert.Throws<ManagerLostException>(gate.Release);
        Assert.Throws<ManagerLostException>(gate.Acquire);
        manager.Dispose();
        Assert.Equal(Operation.OnSlot(OperationKind.Close, gate.Offset), controller.Arrived[^1]);
    }
}
