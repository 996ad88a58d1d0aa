namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class RLockTests
{
    [Fact]
    public void Processes_that_count_under_an_RLock_lose_nothing() =>
        Assert.Equal(2000, LockTests.CountWith(new RLock()));

    [Fact]
    public void An_RLock_is_free_only_after_as_many_releases_as_acquires()
    {
        var gate = new RLock();
        gate.Acquire();
        gate.Acquire();
        gate.Release();
        Assert.False(TryInAnotherThread(gate));
        gate.Release();
        Assert.True(TryInAnotherThread(gate));
    }

    [Fact]
    public void A_release_of_an_RLock_by_another_process_is_refused()
    {
        var gate = new RLock();
        SharedNumber refused = SharedNumber.Create();
        gate.Acquire();
        Assert.Equal(0, new Process(Children.TryToRelease, gate, refused).RunToEnd());
        Assert.Equal(1, refused.Value);
        Assert.Equal("RLock(owner: MainProcess, count: 1)", gate.ToString());
        gate.Release();
    }

    [Fact]
    public void A_release_of_an_RLock_by_another_thread_is_refused()
    {
        var gate = new RLock("door");
        gate.Acquire();
        Exception? seen = null;
        var thread = new Aside(() => seen = Record.Exception(gate.Release));
        thread.Start();
        thread.JoinWatched();
        Assert.Contains(
            "attempt to release recursive lock not owned by thread",
            Assert.IsType<MultiprocessingUsageException>(seen).Message
        );
        gate.Release();
    }

    [Fact]
    public void A_release_of_an_RLock_that_nobody_holds_is_refused()
    {
        var gate = new RLock();
        Assert.Throws<MultiprocessingUsageException>(gate.Release);
        Assert.Equal("RLock(owner: none, count: 0)", gate.ToString());
    }

    [Fact]
    public void An_RLock_names_its_owner_and_depth()
    {
        var gate = new RLock();
        using (gate.Enter())
        using (gate.Enter())
        {
            Assert.Equal("RLock(owner: MainProcess, count: 2)", gate.ToString());
        }
        Assert.Equal("RLock(owner: none, count: 0)", gate.ToString());
    }

    private static bool TryInAnotherThread(RLock gate)
    {
        bool taken = false;
        var thread = new Aside(() => taken = gate.TryAcquire());
        thread.Start();
        thread.JoinWatched();
        return taken;
    }
}
