using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Nothing outlives a session whose owner, the main process, was killed with SIGKILL: it could clear nothing away.</summary>
public sealed class KilledOwnerTests
{
    // TestResourceTracker.test_resource_tracker, _TestSharedMemory.test_shared_memory_cleaned_after_process_termination
    [SlowTheory]
    [InlineData("a pool", 2, false)]
    [InlineData("a manager", 1, true)]
    [InlineData("queues and values", 1, false)]
    [InlineData("a spare", 1, true)]
    public void Nothing_is_left_of_what_the_owner_of_a_session_had(string what, int processes, bool sockets)
    {
        Needs.Proc();
        // A process that was killed long ago may have had the same id, and left something.
        string[] before = Estate.Files();
        var running = new Semaphore(0);
        using var owner = new Process(Own, what, running) { Name = "owner" };
        owner.Start();
        running.AcquireWatched();
        using var estate = Estate.Of(owner.Id!.Value);
        Assert.Equal(processes, estate.Processes.Count);
        Assert.NotEmpty(estate.Memory);
        Assert.Equal(sockets, estate.Sockets.Count > 0);
        // All of it is there as long as the owner is.
        Assert.Equal(
            (estate.Processes.Count, estate.Memory.Count, estate.Sockets.Count),
            (estate.ProcessesLeft(TimeSpan.Zero).Count, estate.MemoryLeft().Count, estate.SocketsLeft().Count)
        );
        owner.Kill();
        owner.JoinWatched();
        Assert.Empty(estate.ProcessesLeft(Watchdog.Limit));
        Assert.Empty(estate.MemoryLeft());
        Assert.Empty(estate.SocketsLeft());
        Assert.Empty(estate.FilesLeft().Except(before));
    }

    private static void Own(string what, Semaphore running)
    {
        SharedMemory memory = SharedMemory.Create(Session.SegmentLength);
        var sentinel = Sentinel.Create();
        Session.Initialise(memory);
        Session own = Session.Attach(memory, sentinel.ReadEnd);
        own.Become(own.RegisterProcess(Environment.ProcessId, -1, "owner"));
        object[] owned = what switch
        {
            "a pool" => OwnPool(),
            "a manager" => OwnManager(),
            "a spare" => OwnSpare(),
            _ => OwnMemory(),
        };
        running.Release();
        new Semaphore(0).Acquire();
        GC.KeepAlive((sentinel, owned));
    }

    private static object[] OwnPool()
    {
        var pool = new Pool(2);
        Assert.Equal([1, 4, 9], pool.Map(PoolWork.Square, [1, 2, 3]));
        return [pool];
    }

    private static object[] OwnManager()
    {
        var manager = new Manager();
        ValueProxy<int> value = manager.Value(1);
        value.Value = 2;
        return [manager, value];
    }

    private static object[] OwnSpare()
    {
        Process.KeepsSpare = true;
        Spares.WaitUntilMade();
        return [];
    }

    private static object[] OwnMemory()
    {
        var (queue, array, ready) = (new Queue<int>(), new SharedArray<long>(1_000_000), new Semaphore(0));
        queue.Put(1);
        array[999_999] = 1;
        var child = new Process(Children.Stay, ready);
        child.Start();
        ready.Acquire();
        return [queue, array, child];
    }
}
