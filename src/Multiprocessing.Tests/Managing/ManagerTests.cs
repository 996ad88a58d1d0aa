using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>The server of a manager: who reaches it, and when it ends.</summary>
public sealed class ManagerTests
{
    private const int SignalInterrupt = 2;

    [SlowFact]
    public void Children_use_the_objects_that_their_parent_made()
    {
        using var manager = new Manager();
        ListProxy<int> list = manager.List<int>();
        for (int item = 1; item <= 3; item++)
        {
            Assert.Equal(0, new Process(ManagedChildren.Append, list, item).RunToEnd());
        }
        Assert.Equal([1, 2, 3], list.ToList());
    }

    [SlowTheory]
    [InlineData(typeof(LockProxy))]
    [InlineData(typeof(RLockProxy))]
    [InlineData(typeof(Lock))]
    public void No_step_is_lost_while_a_lock_is_held_around_read_and_write(Type kind)
    {
        using var manager = new Manager();
        DictionaryProxy<string, int> left = manager.Dictionary<string, int>();
        left["count"] = 100;
        Acquirable gate =
            kind == typeof(LockProxy) ? manager.Lock()
            : kind == typeof(RLockProxy) ? manager.RLock()
            : new Lock();
        Process[] children =
        [
            .. Enumerable.Range(0, 3).Select(_ => new Process(ManagedChildren.TakeOne, left, gate, 20)),
        ];
        Array.ForEach(children, child => child.Start());
        Array.ForEach(children, child => child.JoinWatched());
        Assert.All(children, child => Assert.Equal(0, child.ExitCode));
        Assert.Equal(40, left["count"]);
    }

    [SlowFact]
    public void It_says_its_name_and_whether_it_was_shut_down()
    {
        var manager = new Manager("registry");
        Assert.Equal("Manager(registry)", manager.ToString());

        manager.Dispose();
        Assert.Equal("Manager(registry, shut down)", manager.ToString());
    }

    [SlowFact]
    public void Threads_of_one_process_have_a_connection_each()
    {
        using var manager = new Manager();
        RLockProxy gate = manager.RLock();
        gate.Acquire();
        bool taken = true;
        var other = new Aside(() => taken = gate.TryAcquire());
        other.Start();
        other.JoinWatched();
        Assert.False(taken);
        gate.Release();
    }

    [SlowFact]
    public void The_server_is_no_child_and_ends_with_the_manager()
    {
        var manager = new Manager();
        int server = manager.ServerId!.Value;
        _ = manager.Value(1).Value;
        int watched = Watchdog.Watch(server);
        ProcessTable table = Session.Current.Processes;
        // A process that has ended may have had the same id.
        Assert.DoesNotContain(
            Enumerable.Range(0, table.Used).Select(table.Read),
            entry => entry is { State: not ProcessState.Ended } && entry.Pid == server
        );
        manager.Dispose();
        manager.Dispose();
        Assert.True(Watchdog.HasEnded(watched, TimeSpan.Zero));
    }

    [SlowFact]
    public void The_server_ends_with_its_maker_even_when_that_is_killed()
    {
        SharedNumber server = SharedNumber.Create();
        var ready = new Semaphore(0);
        using var maker = new Process(ManagedChildren.Keep, server, ready);
        maker.Start();
        ready.AcquireWatched();
        int watched = Watchdog.Watch(server.Value);
        maker.Kill();
        maker.JoinWatched();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
    }

    [SlowFact] // _TestFinalize.test_finalize
    public void A_manager_that_nobody_disposed_of_is_shut_down_before_its_maker_ends()
    {
        SharedNumber server = SharedNumber.Create();
        Assert.Equal(0, new Process(ManagedChildren.Forget, server).RunToEnd());
        Assert.True(ProcessLife.HasEnded(server.Value));
    }

    [SlowFact]
    public void After_the_end_of_the_manager_every_call_says_so()
    {
        var manager = new Manager();
        ValueProxy<int> value = manager.Value(1);
        LockProxy gate = manager.Lock();
        Assert.Equal(1, value.Value);
        manager.Dispose();
        Assert.Contains("shut down", Assert.Throws<ManagerLostException>(() => value.Value).Message);
        Assert.Contains("Join", Assert.Throws<ManagerLostException>(gate.Acquire).Message);
        Assert.Contains("new object", Assert.Throws<MultiprocessingUsageException>(() => manager.List<int>()).Message);
    }

    [SlowFact]
    public void A_killed_server_ends_calls_and_waits_with_an_exception()
    {
        using var manager = new Manager();
        LockProxy gate = manager.Lock();
        ValueProxy<int> value = manager.Value(1);
        gate.Acquire();
        Exception? seen = null;
        using var asking = new ManualResetEventSlim();
        var waiter = new Aside(() =>
        {
            Assert.False(gate.TryAcquire());
            asking.Set();
            seen = Record.Exception(gate.Acquire);
        });
        waiter.Start();
        asking.Wait();
        _ = ProcessLife.Kill(manager.ServerId!.Value);
        waiter.JoinWatched();
        Assert.Contains("was killed", Assert.IsType<ManagerLostException>(seen).Message);
        Assert.Throws<ManagerLostException>(() => value.Value);
        Assert.Throws<ManagerLostException>(() => value.Value);
    }

    [SlowFact]
    public void A_killed_client_that_waited_for_a_lock_does_not_get_it()
    {
        using var manager = new Manager();
        LockProxy gate = manager.Lock();
        var (begun, held) = (new Semaphore(0), new Semaphore(0));
        gate.Acquire();
        using var waiter = new Process(ManagedChildren.HoldForEver, gate, begun, held);
        waiter.Start();
        begun.AcquireWatched();
        Assert.False(held.TryAcquire());
        waiter.Kill();
        waiter.JoinWatched();
        gate.Release();
        gate.AcquireWatched();
    }

    [SlowFact]
    public void An_interrupt_from_the_keyboard_leaves_the_server_to_those_who_still_need_it()
    {
        using var manager = new Manager();
        ValueProxy<int> value = manager.Value(1);
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Windows sends no interrupt to one process.");
        _ = Libc.Kill(manager.ServerId!.Value, SignalInterrupt);
        for (int call = 0; call < 100; call++)
        {
            value.Value += 1;
        }
        Assert.Equal(101, value.Value);
    }

    [SlowFact]
    public void No_descriptor_is_left_of_a_manager()
    {
        using (var first = new Manager())
        {
            _ = first.Value(1).Value; // What the runtime opens once, it has open now.
        }
        string[] before = OpenDescriptors.Now();
        for (int time = 0; time < 3; time++)
        {
            using var manager = new Manager();
            _ = manager.Value(1).Value;
        }
        Assert.Equal(before, OpenDescriptors.Now());
    }

    [SlowFact]
    public void A_daemon_makes_no_manager()
    {
        using var daemon = new Process(ManagedChildren.MakeManager) { IsDaemon = true };
        Assert.Equal(1, daemon.RunToEnd());
    }

    [SlowFact] // OtherTest.test_deliver_challenge_auth_failure
    public void A_stranger_without_the_key_is_not_served()
    {
        using var manager = new Manager();
        ValueProxy<int> value = manager.Value(7);
        var address = ManagerAddress.Read(manager.Offset);
        using System.Net.Sockets.Socket stranger = ManagerAddress.NewSocket();
        address.Connect(stranger);
        var frames = new ManagerFrames(stranger);
        var greeting = new WireBuffer();
        greeting.Fixed64(address.Key ^ 1);
        greeting.Text("stranger");
        greeting.Fixed32(Session.Current.Processes.OwnerWord(Session.Current.Self));
        frames.Send(greeting.ToArray());
        Assert.Null(frames.Receive());
        Assert.Equal(7, value.Value);
    }
}
