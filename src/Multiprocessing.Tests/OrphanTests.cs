using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Children that outlive their parent.</summary>
public sealed class OrphanTests
{
    [Fact]
    public void A_process_that_ends_leaves_a_detached_child_behind_and_the_system_adopts_it()
    {
        var (before, after) = (SharedNumber.Create(), SharedNumber.Create());
        var (running, goOn, done) = (new Semaphore(0), new Semaphore(0), new Semaphore(0));
        using var parent = new Process(LeaveBehind, running, goOn, done, before, after);
        parent.Start();
        // It can be joined although its child cannot have ended.
        parent.JoinWatched();
        Assert.Equal(0, parent.ExitCode);
        goOn.Release();
        done.AcquireWatched();
        Assert.Equal(parent.Id, before.Value);
        Assert.NotEqual(parent.Id, after.Value);
        Assert.True(after.Value > 0);
    }

    [Fact]
    public void A_child_whose_parent_runs_has_that_one_as_its_parent()
    {
        SharedNumber id = SharedNumber.Create();
        Assert.Equal(0, new Process(TellParent, id).RunToEnd());
        Assert.Equal(Environment.ProcessId, id.Value);
    }

    [Fact]
    public void A_detached_child_can_be_joined_while_its_parent_runs()
    {
        var done = new Semaphore(0);
        Assert.Equal(0, new Process(Children.ReleaseOnce, done) { IsDetached = true }.RunToEnd());
        Assert.True(done.TryAcquire());
    }

    [Fact]
    public void A_daemon_cannot_be_detached()
    {
        const string Rule = "Set only one of IsDaemon and IsDetached";
        var daemon = new Process(Children.Nothing) { IsDaemon = true };
        ProcessUsageTests.Refused(() => daemon.IsDetached = true, Rule);
        var detached = new Process(Children.Nothing) { IsDetached = true };
        ProcessUsageTests.Refused(() => detached.IsDaemon = true, Rule);
        daemon.IsDetached = false;
        detached.IsDaemon = false;
    }

    [Fact]
    public void A_started_process_cannot_be_detached()
    {
        using var child = new Process(Children.Nothing);
        child.Start();
        ProcessUsageTests.Refused(() => child.IsDetached = true, "process has already started");
        child.JoinWatched();
    }

    [Fact]
    public void Under_a_controller_a_start_says_that_the_child_is_detached()
    {
        using var controller = new FakeController();
        new Process(Children.Nothing) { IsDetached = true }.Start();
        new Process(Children.Nothing).Start();
        Assert.Equal([true, false], controller.Arrived.Select(static start => start.StartsDetached));
    }

    private static void LeaveBehind(
        Semaphore running,
        Semaphore goOn,
        Semaphore done,
        SharedNumber before,
        SharedNumber after
    )
    {
        new Process(AskTwice, running, goOn, done, before, after) { IsDetached = true }.Start();
        running.Acquire();
    }

    private static void AskTwice(
        Semaphore running,
        Semaphore goOn,
        Semaphore done,
        SharedNumber before,
        SharedNumber after
    )
    {
        before.Value = Process.ParentId;
        running.Release();
        goOn.Acquire();
        after.Value = Process.ParentId;
        done.Release();
    }

    private static void TellParent(SharedNumber id) => id.Value = Process.ParentId;
}
