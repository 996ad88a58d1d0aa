using System.Net.Sockets;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What only a client that speaks to a manager's server itself can see of the objects there.</summary>
public sealed class ServedObjectTests
{
    public static TheoryData<SlotKind> Kinds =>
        [
            SlotKind.Lock,
            SlotKind.RLock,
            SlotKind.Semaphore,
            SlotKind.BoundedSemaphore,
            SlotKind.Event,
            SlotKind.Barrier,
            SlotKind.JoinableQueue,
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_server_can_do_what_the_arbiters_model_can_and_answers_the_same(SlotKind kind)
    {
        int done = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            using var walk = new ServedWalk(kind, clients: 3, seed);
            done += walk.Go(steps: 100);
        }
        Assert.True(done > 1_000, $"The walks stood still: {done:N0} operations were done.");
    }

    [Fact]
    public void Who_asks_again_after_an_event_was_set_and_cleared_is_let_through()
    {
        using Socket socket = Unconnected();
        var (client, opening) = (new ServedClient(socket), new ServedEvent());
        var wait = new ServedOperation(OperationKind.Wait, 0, Timeout: -1, Slice: 0);
        ManagerAnswer answer = opening.Perform(client, wait)!;
        Assert.Equal(ManagerStatus.NotYet, answer.Status);
        _ = opening.Perform(client, new ServedOperation(OperationKind.Set, 0, Timeout: -1));
        _ = opening.Perform(client, new ServedOperation(OperationKind.Clear, 0, Timeout: -1));
        ServedOperation again = wait with { Ticket = (long)Wire.Decode(answer.Values[0])! };
        Assert.Equal(ManagerStatus.Done, opening.Perform(client, again)!.Status);
        Assert.Equal(ManagerStatus.NotYet, opening.Perform(client, wait)!.Status);
    }

    [Theory]
    [InlineData(SlotKind.Lock)]
    [InlineData(SlotKind.Semaphore)]
    public void A_client_whose_connection_ends_while_it_waits_is_not_served_any_more(SlotKind kind)
    {
        ServedObject gate =
            kind == SlotKind.Lock ? new ServedLock(isRecursive: false, isReported: false) : new ServedSemaphore(1, 1);
        (ServedOperation acquire, ServedOperation release) = (
            new ServedOperation(OperationKind.Acquire, 0, Timeout: -1),
            new ServedOperation(OperationKind.Release, 0, Timeout: -1)
        );
        int slot = NamedSlot.Create(SlotKind.Manager, 0, 0, 0, "listener");
        ManagerAddress.Create(slot);
        using Socket listener = ManagerAddress.Listen(slot);
        using Socket client = Unconnected();
        client.Connect(listener.LocalEndPoint!);
        using Socket server = listener.Accept();
        using Socket idle = Unconnected();
        int here = Session.Current.Processes.OwnerWord(Session.Current.Self);
        (ServedClient holder, ServedClient waiter) = (
            new ServedClient(idle) { Process = here },
            new ServedClient(server) { Process = here }
        );
        Assert.NotNull(gate.Perform(holder, acquire));
        ManagerAnswer? answer = ManagerAnswer.Nothing;
        var thread = new Aside(() => answer = gate.Perform(waiter, acquire));
        thread.Start();
        Asleep.Await(() => thread.ThreadState.HasFlag(System.Threading.ThreadState.WaitSleepJoin));
        client.Dispose();
        Assert.NotNull(gate.Perform(holder, release));
        thread.JoinWatched();
        Assert.Null(answer);
        Assert.Equal(ManagerStatus.Done, gate.Perform(holder, acquire with { Slice = 0 })!.Status);
    }

    [Fact]
    public void What_an_object_does_not_know_is_the_callers_exception_with_the_servers_trace()
    {
        using var manager = new Manager();
        LockProxy gate = manager.Lock("gate");
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            ManagedOperations.Arrive(
                SlotKind.LockProxy,
                Operation.OnSlot(OperationKind.Put, gate.Offset, timeout: -1),
                gate.Name
            )
        );
        Assert.Contains("gate", thrown.Message);
        Assert.Contains(nameof(ServedLock), Assert.IsType<RemoteException>(thrown.InnerException).RemoteTrace);
        Assert.True(gate.TryAcquire());
    }

    [Theory]
    [InlineData(SlotKind.EventProxy, ManagerStatus.NoSuchObject)]
    [InlineData(SlotKind.LockProxy, ManagerStatus.BadCall)]
    public void A_request_that_makes_no_sense_is_refused_and_the_server_serves_on(SlotKind kind, ManagerStatus status)
    {
        using var manager = new Manager();
        LockProxy gate = manager.Lock("gate");
        var request = new ManagerRequest(kind, gate.Offset, ManagerVerb.Perform, -1, []);
        Assert.Equal(status, ManagerConnections.Call(manager.Offset, request, gate.Name).Status);
        Assert.True(gate.TryAcquire());
    }

    private static Socket Unconnected() => ManagerAddress.NewSocket();
}
