using System.Net.Sockets;
using System.Runtime.InteropServices;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a manager's server survives, and what its clients do with a server that does not answer as it should.</summary>
public sealed partial class ManagerRoomTests
{
    private const int DescriptorLimit = 7;

    [Fact]
    public void A_server_without_a_descriptor_left_says_so_lives_on_and_serves_again_when_it_has_one()
    {
        using var manager = new Manager();
        ValueProxy<int> value = manager.Value(7);
        using var mayEnd = new ManualResetEventSlim();
        int server = manager.ServerId!.Value;
        var address = ManagerAddress.Read(manager.Offset);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux limits what another process may open.");
        Limit before = DescriptorLimitOf(server);
        SetDescriptorLimit(server, before with { Soft = (ulong)LastDescriptor(server) + 1 });
        List<Aside> clients = [];
        Exception? refusal = null;
        for (int client = 0; client < 64 && refusal is null; client++)
        {
            using var asked = new ManualResetEventSlim();
            var thread = new Aside(() =>
            {
                refusal = Record.Exception(() => _ = value.Value);
                asked.Set();
                mayEnd.Wait();
                ManagerConnections.Close(address); // Or the collector does, in the middle of another test.
            });
            thread.Start();
            clients.Add(thread);
            Assert.True(asked.Wait(Watchdog.Limit));
        }
        Assert.Contains("no room", Assert.IsType<InvalidOperationException>(refusal).Message);
        Assert.Equal(7, value.Value);
        SetDescriptorLimit(server, before);
        mayEnd.Set();
        clients.ForEach(thread => thread.JoinWatched());
        int seen = 0;
        var late = new Aside(() =>
        {
            seen = value.Value;
            ManagerConnections.Close(address);
        });
        late.Start();
        late.JoinWatched();
        Assert.Equal(7, seen);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 })]
    public void After_an_answer_that_is_none_the_connection_is_dropped_and_the_next_call_makes_another(byte[] garbage)
    {
        int slot = NamedSlot.Create(SlotKind.Manager, 0, 0, 0, "garbler");
        ManagerAddress.Create(slot);
        using Socket listener = ManagerAddress.Listen(slot);
        var address = ManagerAddress.Read(slot);
        var server = new Aside(() =>
        {
            using Socket first = listener.Accept();
            _ = Asked(first);
            _ = first.Send(garbage);
            using Socket second = listener.Accept();
            Asked(second).Send(ManagerAnswer.Nothing.Encode());
        });
        server.Start();
        var request = new ManagerRequest(SlotKind.ValueProxy, 0, ManagerVerb.Get, -1, []);
        var thrown = Assert.Throws<ManagerLostException>(() => ManagerConnections.Call(slot, request, "number"));
        Assert.Contains("did not understand", thrown.Message);
        Assert.IsType<WireFormatException>(thrown.InnerException);
        Assert.Equal(ManagerStatus.Done, ManagerConnections.Call(slot, request, "number").Status);
        server.JoinWatched();
        ManagerConnections.Close(address);
    }

    [Fact]
    public void A_call_that_is_larger_than_a_message_may_be_is_refused_and_the_manager_stays()
    {
        using var manager = new Manager();
        ValueProxy<byte[]> value = manager.Value<byte[]>([1]);
        var thrown = Assert.Throws<InvalidOperationException>(() => value.Value = new byte[70_000_000]);
        Assert.Contains("16 MiB", thrown.Message);
        Assert.Equal([1], value.Value);
    }

    // A client's greeting and its call.
    private static ManagerFrames Asked(Socket socket)
    {
        var frames = new ManagerFrames(socket);
        Assert.NotNull(frames.Receive());
        Assert.NotNull(frames.Receive());
        return frames;
    }

    private static int LastDescriptor(int process) =>
        Directory
            .GetFiles($"/proc/{process}/fd")
            .Max(path => int.Parse(Path.GetFileName(path), System.Globalization.CultureInfo.InvariantCulture));

    private static unsafe Limit DescriptorLimitOf(int process)
    {
        Limit limit;
        Assert.Equal(0, SetLimit(process, DescriptorLimit, null, &limit));
        return limit;
    }

    private static unsafe void SetDescriptorLimit(int process, Limit limit) =>
        Assert.Equal(0, SetLimit(process, DescriptorLimit, &limit, null));

    [LibraryImport("libc", EntryPoint = "prlimit")]
    private static unsafe partial int SetLimit(int process, int resource, Limit* limit, Limit* old);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Soft, ulong Hard);
}
