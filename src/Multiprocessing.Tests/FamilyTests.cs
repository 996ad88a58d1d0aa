using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What becomes of children when their parent ends.</summary>
public sealed class FamilyTests
{
    [SlowFact]
    public void A_process_that_ends_waits_for_its_children()
    {
        var (running, goOn, done) = (new Semaphore(0), new Semaphore(0), new Semaphore(0));
        using var parent = new Process(StartChild, running, goOn, done, false);
        parent.Start();
        running.AcquireWatched();
        Assert.True(parent.IsAlive);
        Assert.False(done.TryAcquire());
        goOn.Release();
        parent.JoinWatched();
        Assert.Equal(0, parent.ExitCode);
        Assert.True(done.TryAcquire());
    }

    [SlowFact]
    public void A_process_that_ends_ends_its_daemons()
    {
        var (running, goOn, done) = (new Semaphore(0), new Semaphore(0), new Semaphore(0));
        using var parent = new Process(StartChild, running, goOn, done, true);
        parent.Start();
        parent.JoinWatched();
        goOn.Release();
        Assert.Equal(0, parent.ExitCode);
        Assert.False(done.TryAcquire());
    }

    [SlowFact]
    public void A_process_that_throws_waits_for_its_children_first()
    {
        var done = new Semaphore(0);
        Assert.Equal(1, new Process(StartAndThrow, done).RunToEnd());
        Assert.True(done.TryAcquire());
    }

    [SlowFact]
    public void A_process_that_exits_waits_for_its_children()
    {
        var done = new Semaphore(0);
        Assert.Equal(3, new Process(StartAndExit, done).RunToEnd());
        Assert.True(done.TryAcquire());
    }

    [SlowFact] // _TestProcess.test_wait_for_threads
    public void A_process_waits_for_its_foreground_threads()
    {
        var (goOn, done) = (new Semaphore(0), new Semaphore(0));
        var process = new Process(LeaveThreadAndThrow, goOn, done) { Name = "leaver" };
        WireWriter payload = ProcessPayload.Write(process);
        using ChildHandle child = ChildStart.Spawn(process, payload, SpawnOutput.Pipe, out int slot);
        using var error = new StreamReader(new FileStream(child.Error!, FileAccess.Read));
        Assert.Equal("Process leaver:", error.ReadLine());
        goOn.Release();
        done.AcquireWatched();
        Assert.True(child.WaitForExit(Watchdog.Limit));
        Session.Current.Processes.Ended(slot, 1);
    }

    [SlowFact]
    public void A_child_outlives_a_parent_that_was_killed()
    {
        var (running, goOn, done) = (new Semaphore(0), new Semaphore(0), new Semaphore(0));
        using var parent = new Process(StartChild, running, goOn, done, false);
        parent.Start();
        running.AcquireWatched();
        parent.Kill();
        parent.JoinWatched();
        goOn.Release();
        done.AcquireWatched();
    }

    [SlowFact]
    public void A_daemon_dies_with_a_parent_that_was_killed()
    {
        SharedNumber id = SharedNumber.Create();
        var running = new Semaphore(0);
        using var parent = new Process(StartDaemonAndStay, running, id);
        parent.Start();
        running.AcquireWatched();
        int watched = Watchdog.Watch(id.Value);
        parent.Kill();
        parent.JoinWatched();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit), "The daemon outlived its parent.");
    }

    [SlowFact]
    public void Nothing_outlives_an_owner_of_a_session_that_was_killed()
    {
        SharedNumber id = SharedNumber.Create();
        var running = new Semaphore(0);
        using var owner = new Process(OwnSession, running, id);
        owner.Start();
        running.AcquireWatched();
        int watched = Watchdog.Watch(id.Value);
        owner.Kill();
        owner.JoinWatched();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit), "A grandchild outlived the owner of its session.");
    }

    private static void StartChild(Semaphore running, Semaphore goOn, Semaphore done, bool daemon)
    {
        var child = new Process(Relay, running, goOn, done) { IsDaemon = daemon };
        child.Start();
        if (daemon)
        {
            running.Acquire();
        }
    }

    private static void Relay(Semaphore running, Semaphore goOn, Semaphore done)
    {
        running.Release();
        goOn.Acquire();
        done.Release();
    }

    private static void StartAndThrow(Semaphore done)
    {
        new Process(Children.ReleaseOnce, done).Start();
        throw new InvalidOperationException("on purpose");
    }

    private static void StartAndExit(Semaphore done)
    {
        new Process(Children.ReleaseOnce, done).Start();
        Environment.Exit(3);
    }

    // The exception shows on standard error when the main thread has left the target.
    private static void LeaveThreadAndThrow(Semaphore goOn, Semaphore done)
    {
        new Thread(() => Relay(new Semaphore(0), goOn, done)).Start();
        throw new InvalidOperationException("on purpose");
    }

    private static void StartDaemonAndStay(Semaphore running, SharedNumber id)
    {
        var daemon = new Process(Children.Stay, running) { IsDaemon = true };
        daemon.Start();
        id.Value = daemon.Id ?? 0;
        new Semaphore(0).Acquire();
    }

    private static void OwnSession(Semaphore running, SharedNumber id)
    {
        Session outer = Session.Current;
        SharedMemory memory = SharedMemory.Create(Session.SegmentLength);
        var sentinel = Sentinel.Create();
        Session.Initialise(memory);
        Session inner = Session.Attach(memory, sentinel.ReadEnd);
        inner.Become(inner.RegisterProcess(Environment.ProcessId, -1, "owner"));
        var ready = new Semaphore(0);
        var child = new Process(Children.Stay, ready);
        child.Start();
        ready.Acquire();
        _ = Session.Attach(outer.Memory, outer.SentinelDescriptor);
        id.Value = child.Id ?? 0;
        running.Release();
        new Semaphore(0).Acquire();
        GC.KeepAlive(sentinel);
    }
}
