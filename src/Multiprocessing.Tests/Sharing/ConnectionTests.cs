using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>CPython's <c>_TestConnection</c>, <c>_TestPoll</c> and <c>TestWait</c>, where a test names its case.</summary>
public sealed class ConnectionTests
{
    [SlowTheory] // _TestConnection.test_connection
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(100_000)]
    [InlineData(16 * 1024 * 1024)]
    public void What_a_child_is_sent_comes_back_byte_by_byte(int length)
    {
        (Connection here, Connection there) = Pipe.Create();
        using var child = new Process(PipeChildren.Echo, there);
        child.Start();
        there.Close();
        byte[] sent = new byte[length];
        new Random(length).NextBytes(sent);
        here.SendBytes(sent);
        Assert.True(sent.AsSpan().SequenceEqual(here.ReceiveBytes()));
        here.SendBytes([]);
        Assert.Throws<EndOfStreamException>(() => here.ReceiveBytes());
        child.JoinWatched();
        Assert.Equal(0, child.ExitCode);
    }

    [SlowFact] // _TestConnection.test_connection
    public void Objects_arrive_as_copies_in_the_order_in_which_they_were_sent()
    {
        (Connection one, Connection two) = Pipe.Create();
        one.Send<List<int>?>([1, 2]);
        one.Send("text");
        one.Send<object?>(null);
        Assert.Equal([1, 2], two.Receive<List<int>>());
        Assert.Equal("text", two.Receive<string>());
        Assert.Null(two.Receive<object?>());
        two.Send(1);
        Assert.Throws<Control.WireFormatException>(() => one.Receive<string>());
    }

    [SlowFact] // _TestConnection.test_duplex_false
    public void The_ends_of_a_pipe_that_is_not_duplex_do_one_thing_each()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        Assert.Equal((true, false, false, true), (reader.CanRead, reader.CanWrite, writer.CanRead, writer.CanWrite));
        writer.Send(1);
        Assert.Equal(1, reader.Receive<int>());
        Assert.Contains("read-only", Assert.Throws<InvalidOperationException>(() => reader.Send(1)).Message);
        Assert.Contains("write-only", Assert.Throws<InvalidOperationException>(() => writer.Receive<int>()).Message);
        Assert.Contains("write-only", Assert.Throws<InvalidOperationException>(() => writer.Poll()).Message);
    }

    [SlowFact] // _TestConnection.test_spawn_close
    public void The_parent_may_close_the_childs_end_as_soon_as_the_child_has_started()
    {
        (Connection here, Connection there) = Pipe.Create();
        using var child = new Process(PipeChildren.Greet, there);
        child.Start();
        there.Close();
        there.Close();
        Assert.Equal("hello", here.Receive<string>());
        child.JoinWatched();
    }

    [SlowFact] // _TestSubclassingProcess.test_subclassing
    public void A_process_can_have_an_end_as_a_member()
    {
        (Connection here, Connection there) = Pipe.Create();
        using var child = new EchoProcess(there);
        child.Start();
        here.Send(4);
        Assert.Equal(4, here.Receive<int>());
        here.SendBytes([]);
        child.JoinWatched();
    }

    [SlowFact]
    public void The_end_comes_only_when_every_process_has_closed_the_end_that_sends()
    {
        var sum = new Value<int>();
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        using var child = new Process(PipeChildren.ReceiveToTheEnd, reader, sum);
        child.Start();
        reader.Close();
        writer.Send(1);
        writer.Send(2);
        writer.Close();
        child.JoinWatched();
        Assert.Equal(1003, sum.Value);
    }

    [SlowFact]
    public void The_end_comes_when_the_process_that_sends_is_killed()
    {
        var running = new Semaphore(0);
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        using var child = new Process(PipeChildren.SendAndStay, writer, running);
        child.Start();
        writer.Close();
        running.AcquireWatched();
        child.Kill();
        Assert.Equal([1], reader.ReceiveBytes());
        string message = Assert.Throws<EndOfStreamException>(() => reader.ReceiveBytes()).Message;
        Assert.Contains(reader.Name, message);
        child.JoinWatched();
    }

    [SlowFact]
    public void Sending_to_an_end_that_nobody_has_open_is_an_error_and_not_a_signal()
    {
        (Connection one, Connection two) = Pipe.Create();
        two.Close();
        Assert.Contains("broken pipe", Assert.Throws<IOException>(() => one.Send(1)).Message);
        Assert.True(one.Poll());
        Assert.Throws<EndOfStreamException>(() => one.Receive<int>());
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        reader.Close();
        Assert.Throws<IOException>(() => writer.Send(1));
    }

    [SlowFact]
    public unsafe void A_message_that_breaks_off_in_the_middle_is_an_error_of_its_own()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        byte* half = stackalloc byte[] { 9, 0, 0, 0, 1 };
        Assert.True(OperatingSystemPlatform.Current.Pipes.Write(writer.Descriptor, half, 5));
        writer.Close();
        string message = Assert.Throws<IOException>(() => reader.ReceiveBytes()).Message;
        Assert.Contains("got end of file during message", message);
    }

    [SlowFact] // _TestConnection.test_connection: recv_bytes(maxlength)
    public void A_message_that_is_longer_than_accepted_makes_the_end_unreadable()
    {
        (Connection one, Connection two) = Pipe.Create();
        one.SendBytes([1, 2, 3]);
        one.SendBytes([4]);
        Assert.Throws<ArgumentOutOfRangeException>(() => two.ReceiveBytes(-1));
        Assert.Contains("bad message length", Assert.Throws<IOException>(() => two.ReceiveBytes(2)).Message);
        Assert.Throws<InvalidOperationException>(() => two.ReceiveBytes());
        two.Send(1);
        Assert.Equal(1, one.Receive<int>());
    }

    [SlowFact] // _TestPoll.test_empty_string, test_strings, test_dont_merge
    public void Poll_takes_nothing_and_sees_empty_messages()
    {
        (Connection one, Connection two) = Pipe.Create();
        Assert.False(two.Poll());
        Assert.False(two.Poll(TimeSpan.FromTicks(1)));
        Assert.False(two.Poll(TimeSpan.FromSeconds(-1)));
        one.SendBytes([]);
        one.SendBytes([1]);
        Assert.True(two.Poll());
        Assert.True(two.Poll(Timeout.InfiniteTimeSpan));
        Assert.Equal([], two.ReceiveBytes());
        Assert.Equal([1], two.ReceiveBytes());
        Assert.False(two.Poll());
    }

    [SlowFact] // _TestPoll.test_boundaries
    public void A_process_that_polls_takes_no_part_of_a_message()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        using var child = new Process(PipeChildren.Poll, reader);
        child.Start();
        writer.SendBytes("first"u8);
        writer.SendBytes("second"u8);
        writer.Close();
        child.JoinWatched();
        Assert.Equal(0, child.ExitCode);
        Assert.Equal("first"u8, reader.ReceiveBytes());
        Assert.Equal("second"u8, reader.ReceiveBytes());
        reader.Close();
    }

    [SlowFact] // _TestConnection.test_context
    public void A_using_block_closes_an_end()
    {
        (Connection one, Connection two) = Pipe.Create();
        using (one)
        using (two)
        {
            one.Send(1729);
            Assert.Equal(1729, two.Receive<int>());
        }
        Assert.True(one.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => two.Receive<int>());
    }

    [SlowFact] // TestWait.test_neg_timeout
    public void A_wait_for_a_negative_time_is_a_look()
    {
        (Connection one, Connection two) = Pipe.Create();
        Assert.Empty(Connection.WaitAny([one, two], TimeSpan.FromSeconds(-1)));
        two.Send(1);
        Assert.Equal([one], Connection.WaitAny([one, two], TimeSpan.FromSeconds(-1)));
        one.Close();
        two.Close();
    }

    [SlowFact]
    public void A_closed_end_refuses_everything()
    {
        (Connection one, Connection two) = Pipe.Create(name: "line");
        one.Close();
        one.Dispose();
        Assert.True(one.IsClosed);
        Assert.Equal("Connection(line.First, closed)", one.ToString());
        Assert.Throws<ObjectDisposedException>(() => one.Send(1));
        Assert.Throws<ObjectDisposedException>(() => one.Receive<int>());
        Assert.Throws<ObjectDisposedException>(() => one.Poll());
        Assert.Contains(
            "it is closed",
            Assert.Throws<MultiprocessingUsageException>(() => new Process(PipeChildren.Echo, one).Start()).Message
        );
        two.Close();
    }

    [SlowFact] // TestWait.test_wait
    public void Four_children_are_waited_for_together_until_each_has_come_to_its_end()
    {
        List<Connection> open = [];
        List<Process> children = [];
        for (int number = 0; number < 4; number++)
        {
            (Connection reader, Connection writer) = Pipe.Create(duplex: false);
            children.Add(new Process(PipeChildren.SendNumbers, writer, 10));
            children[^1].Start();
            writer.Close();
            open.Add(reader);
        }
        List<(int Number, string Who)> all = [];
        while (open.Count > 0)
        {
            IReadOnlyList<Connection> ready = Connection.WaitAny(open, Watchdog.Limit);
            Assert.NotEmpty(ready);
            foreach (Connection connection in ready)
            {
                try
                {
                    all.Add(connection.Receive<(int, string)>());
                }
                catch (EndOfStreamException)
                {
                    _ = open.Remove(connection);
                }
            }
        }
        children.ForEach(child => child.JoinWatched());
        Assert.Equal(
            children.SelectMany(child => Enumerable.Range(0, 10).Select(n => (n, child.Name))).Order(),
            all.Order()
        );
    }

    [SlowFact] // TestWait.test_wait_integer, _TestProcess.test_sentinel, TestWait.test_wait_timeout
    public void A_wait_for_connections_and_processes_tells_which_of_them_are_ready()
    {
        (Connection one, Connection two) = Pipe.Create();
        var running = new Semaphore(0);
        using var child = new Process(Children.Stay, running);
        child.Start();
        running.AcquireWatched();
        var nothing = Connection.WaitAny([two], [child], TimeSpan.FromTicks(1));
        Assert.Empty(nothing.Connections);
        Assert.Empty(nothing.Processes);
        one.Send(1);
        Assert.Equal([two], Connection.WaitAny([two], [child], Timeout.InfiniteTimeSpan).Connections);
        child.Kill();
        Assert.Equal([child], Connection.WaitAny([], [child], Watchdog.Limit).Processes);
        child.JoinWatched();
        var both = Connection.WaitAny([one, two], [child], Timeout.InfiniteTimeSpan);
        Assert.Equal([two], both.Connections);
        Assert.Equal([child], both.Processes);
        Assert.Throws<MultiprocessingUsageException>(() =>
            Connection.WaitAny([], [new Process(Children.Nothing)], TimeSpan.Zero)
        );
    }

    [SlowFact]
    public void A_thread_that_waits_for_a_message_gets_it_from_another_thread()
    {
        (Connection one, Connection two) = Pipe.Create();
        int received = 0;
        var getter = new Aside(() => received = two.Receive<int>());
        getter.Start();
        one.Send(3);
        getter.JoinWatched();
        Assert.Equal(3, received);
    }
}
