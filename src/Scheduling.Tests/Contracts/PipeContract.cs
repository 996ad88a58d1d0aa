using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What holds of pipes within one process, for real and in a controlled run alike.</summary>
public abstract class PipeContract
{
    [Fact]
    public void Objects_and_bytes_arrive_as_copies_in_the_order_in_which_they_were_sent()
    {
        var (one, two) = Pipe.Create();
        List<int> list = [1, 2];
        one.Send(list);
        list.Add(3);
        one.SendBytes([7, 8]);
        one.SendBytes([]);
        one.Send<object?>(null);
        Assert.Equal([1, 2], two.Receive<List<int>>());
        Assert.Equal([7, 8], two.ReceiveBytes());
        Assert.Equal([], two.ReceiveBytes());
        Assert.Null(two.Receive<object?>());
        two.Send("back");
        Assert.Equal("back", one.Receive<string>());
    }

    [Fact]
    public void The_ends_of_a_pipe_that_is_not_duplex_do_one_thing_each()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        writer.Send(1);
        Assert.Equal(1, reader.Receive<int>());
        Assert.Contains("read-only", Assert.Throws<InvalidOperationException>(() => reader.Send(1)).Message);
        Assert.Contains("write-only", Assert.Throws<InvalidOperationException>(() => writer.Receive<int>()).Message);
        Assert.Contains("write-only", Assert.Throws<InvalidOperationException>(() => writer.Poll()).Message);
    }

    [Fact]
    public void The_end_comes_after_all_messages_once_the_other_end_is_closed_and_stays()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        writer.Send(1);
        writer.Close();
        Assert.Equal(1, reader.Receive<int>());
        var message = Assert.Throws<EndOfStreamException>(() => reader.Receive<int>()).Message;
        Assert.Contains(reader.Name, message);
        Assert.Throws<EndOfStreamException>(() => reader.ReceiveBytes());
    }

    [Fact]
    public void Sending_what_nobody_can_receive_is_an_error()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        reader.Close();
        Assert.Contains("broken pipe", Assert.Throws<IOException>(() => writer.Send(1)).Message);
        var (one, two) = Pipe.Create();
        two.Close();
        Assert.Throws<IOException>(() => one.SendBytes([1]));
        Assert.Throws<EndOfStreamException>(() => one.Receive<int>());
    }

    [Fact]
    public void A_message_that_is_longer_than_accepted_makes_the_end_unreadable()
    {
        var (one, two) = Pipe.Create();
        one.SendBytes([1, 2, 3]);
        Assert.Contains("bad message length", Assert.Throws<IOException>(() => two.ReceiveBytes(2)).Message);
        Assert.Throws<InvalidOperationException>(() => two.ReceiveBytes());
        two.Send(1);
        Assert.Equal(1, one.Receive<int>());
    }

    [Fact]
    public void A_poll_takes_nothing_and_sees_empty_messages_and_the_end()
    {
        var (one, two) = Pipe.Create();
        Assert.False(two.Poll());
        Assert.False(two.Poll(TimeSpan.FromTicks(1)));
        Assert.False(two.Poll(TimeSpan.FromSeconds(-1)));
        one.SendBytes([]);
        Assert.True(two.Poll());
        Assert.True(two.Poll(Timeout.InfiniteTimeSpan));
        Assert.Equal([], two.ReceiveBytes());
        Assert.False(two.Poll());
        one.Close();
        Assert.True(two.Poll());
        Assert.True(two.Poll(Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public void A_wait_for_any_tells_all_that_are_ready_in_the_order_in_which_they_were_given()
    {
        var (one, two) = Pipe.Create();
        var (three, four) = Pipe.Create();
        Assert.Empty(Connection.WaitAny([one, two, three], TimeSpan.FromTicks(1)));
        one.Send(1);
        Assert.Equal([two], Connection.WaitAny([one, two, three], Timeout.InfiniteTimeSpan));
        four.Close();
        Assert.Equal([three, two], Connection.WaitAny([three, one, two], TimeSpan.Zero));
        Assert.Empty(Connection.WaitAny([], TimeSpan.Zero));
    }

    [Fact]
    public void A_closed_end_refuses_everything_and_closing_it_again_is_fine()
    {
        var (one, two) = Pipe.Create(name: "line");
        one.Close();
        one.Dispose();
        Assert.True(one.IsClosed);
        Assert.Equal("Connection(line.First, closed)", one.ToString());
        Assert.Throws<ObjectDisposedException>(() => one.Send(1));
        Assert.Throws<ObjectDisposedException>(() => one.Receive<int>());
        Assert.Throws<ObjectDisposedException>(() => one.Poll());
        Assert.Throws<ObjectDisposedException>(() => Connection.WaitAny([one, two], TimeSpan.Zero));
        two.Close();
    }

    [Fact]
    public void Locks_and_queues_travel_in_messages()
    {
        var (one, two) = Pipe.Create();
        one.Send(new Lock("gate"));
        Assert.Equal("gate", two.Receive<Lock>().Name);
        one.Send(new Queue<int>(name: "orders"));
        Assert.Equal("orders", two.Receive<Queue<int>>().Name);
    }
}
