using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests.Platforms;

/// <summary>What every system's pipes have to do; they run against the back end of the system that they are on.</summary>
public sealed unsafe class PipeTests
{
    private const int Large = 1_000_000;

    private static IPipes Pipes => OperatingSystemPlatform.Current.Pipes;

    [Fact]
    public void What_is_written_is_read_in_order_and_then_comes_the_end()
    {
        (int reader, int writer) = Pipes.Create();
        Assert.True(Write(writer, [1, 2]));
        Assert.True(Write(writer, [3]));
        Pipes.Close(writer);
        Assert.Equal([1, 2, 3], DescriptorPipe.Receive(reader));
        Pipes.Close(reader);
    }

    [Fact]
    public void Who_hands_over_what_is_not_open_is_told_and_who_hands_over_to_nobody_too()
    {
        Needs.HandingOver();
        (int first, int second) = Pipes.CreateDuplex();
        _ = Assert.Throws<System.ComponentModel.Win32Exception>(() => Pipes.HandOver(first, [-1]));
        Pipes.Close(second);
        Assert.False(Pipes.HandOver(first, [first]));
        Pipes.Close(first);
    }

    [Fact]
    public void A_writer_waits_for_room_and_loses_nothing()
    {
        (int reader, int writer) = Pipes.Create();
        byte[] sent = [.. Enumerable.Range(0, Large).Select(static number => (byte)(number % 251))];
        var other = new Aside(() =>
        {
            _ = Write(writer, sent);
            Pipes.Close(writer);
        });
        other.Start();
        Assert.Equal(sent, DescriptorPipe.Receive(reader));
        other.JoinWatched();
        Pipes.Close(reader);
    }

    [Fact]
    public void Both_ends_of_a_duplex_pipe_read_and_write_at_the_same_time()
    {
        (int first, int second) = Pipes.CreateDuplex();
        byte[] answer = new byte[1];
        var reading = new Aside(() => Read(first, answer));
        reading.Start();
        // Nothing has come for who reads, and its end can be written to all the same.
        Assert.True(Write(first, [7]));
        byte[] asked = new byte[1];
        Read(second, asked);
        Assert.True(Write(second, [(byte)(asked[0] + 1)]));
        reading.JoinWatched();
        Assert.Equal(8, answer[0]);
        Pipes.Close(second);
        Assert.False(Write(first, [1]));
        Assert.Equal(0, Read(first, answer));
        Pipes.Close(first);
    }

    [Fact]
    public void Of_several_those_are_ready_that_have_something_or_have_come_to_their_end()
    {
        (int Reader, int Writer)[] pipes = [Pipes.Create(), Pipes.Create(), Pipes.Create()];
        int[] readers = [.. pipes.Select(static pipe => pipe.Reader)];
        Assert.Equal([false, false, false], Readiness.Wait(readers, 0));
        Assert.Equal([false, false, false], Readiness.Wait(readers, TimeSpan.TicksPerMillisecond));
        Assert.True(Write(pipes[1].Writer, [1]));
        Assert.Equal([false, true, false], Readiness.Wait(readers, -1));
        Pipes.Close(pipes[2].Writer);
        Assert.Equal([false, true, true], Readiness.Wait(readers, -1));
        byte[] one = new byte[1];
        // Waiting has taken nothing.
        Assert.Equal(1, Read(readers[1], one));
        Assert.Equal([false, false, true], Readiness.Wait(readers, 0));
        Array.ForEach(readers, Pipes.Close);
        Pipes.Close(pipes[0].Writer);
        Pipes.Close(pipes[1].Writer);
    }

    [Fact]
    public void Who_waits_is_called_by_what_comes_later()
    {
        (int reader, int writer) = Pipes.Create();
        (int other, int silent) = Pipes.Create();
        bool[] ready = [];
        var waiter = new Aside(() => ready = Readiness.Wait([other, reader], -1));
        waiter.Start();
        Assert.True(Write(writer, [1]));
        waiter.JoinWatched();
        Assert.Equal([false, true], ready);
        Array.ForEach([reader, writer, other, silent], Pipes.Close);
    }

    [Fact]
    public void A_process_is_waited_for_together_with_pipes()
    {
        (int reader, int writer) = Pipes.Create();
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        using var child = new Process(RunOn, running, goOn);
        child.Start();
        running.AcquireWatched();
        int watched = ProcessLife.Watch(child.Id!.Value, out bool isGone);
        Assert.False(isGone);
        Assert.Equal([false, false], Readiness.Wait([watched, reader], 0));
        goOn.Release();
        Assert.Equal([true, false], Readiness.Wait([watched, reader], -1));
        child.JoinWatched();
        ProcessLife.Close(watched);
        Pipes.Close(reader);
        Pipes.Close(writer);
    }

    private static void RunOn(Semaphore running, Semaphore goOn)
    {
        running.Release();
        goOn.Acquire();
    }

    private static bool Write(int descriptor, byte[] bytes)
    {
        fixed (byte* start = bytes)
        {
            return Pipes.Write(descriptor, start, bytes.Length);
        }
    }

    private static int Read(int descriptor, byte[] bytes)
    {
        fixed (byte* start = bytes)
        {
            return Pipes.Read(descriptor, start, bytes.Length);
        }
    }
}
