using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Ends of pipes that travel in messages, as CPython's <c>test_pickling_connections</c> (_TestPicklingConnections).</summary>
public sealed class PostedConnectionTests
{
    public PostedConnectionTests() => Needs.HandingOver();

    [SlowFact]
    public void An_end_travels_through_a_queue_to_a_process_that_runs_already()
    {
        var ends = new Queue<Connection>();
        using var child = new Process(AnswerAll, ends);
        child.Start();
        for (int number = 1; number <= 3; number++)
        {
            var (mine, theirs) = Pipe.Create();
            ends.Put(theirs);
            theirs.Close();
            mine.Send(number);
            Assert.Equal(2 * number, mine.Receive<int>());
            _ = Assert.Throws<EndOfStreamException>(() => mine.Receive<int>());
        }
        child.JoinWatched();
        Assert.Equal(0, child.ExitCode);
    }

    [SlowFact]
    public void An_end_travels_through_a_pipe_from_a_child_to_its_parent()
    {
        var received = new Event();
        var (mine, theirs) = Pipe.Create(duplex: false);
        using var child = new Process(SendAnEndAndUseTheOther, theirs, received);
        child.Start();
        theirs.Close();
        (string name, Connection end) = mine.Receive<(string, Connection)>();
        Assert.Equal("made in a child", name);
        Assert.Equal("through it", end.Receive<string>());
        _ = Assert.Throws<EndOfStreamException>(() => end.Receive<string>());
        received.Set();
        child.JoinWatched();
        Assert.Equal(0, child.ExitCode);
    }

    [Fact]
    public void It_arrives_with_its_name_and_what_it_can_do()
    {
        var (reader, writer) = Pipe.Create(duplex: false, name: "tube");
        using Connection came = Through(writer);
        Assert.Equal((writer.Name, false, true), (came.Name, came.CanRead, came.CanWrite));
        came.Send(7);
        Assert.Equal(7, reader.Receive<int>());
    }

    [Fact]
    public void It_may_be_closed_before_it_arrives()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        var queue = new Queue<Connection>();
        queue.Put(writer);
        writer.Close();
        Assert.False(reader.Poll()); // It is under way, so this is not the end.
        queue.Get().Close();
        _ = Assert.Throws<EndOfStreamException>(() => reader.Receive<int>());
    }

    [Fact]
    public void It_stays_open_with_its_sender_too()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        Through(writer).Close();
        writer.Send("still");
        Assert.Equal("still", reader.Receive<string>());
    }

    [Fact]
    public void A_message_that_is_not_sent_takes_no_end_along()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        var full = new Queue<object>(maxSize: 1);
        full.Put(1);
        Assert.False(full.TryPut(writer));
        writer.Close();
        _ = Assert.Throws<EndOfStreamException>(() => reader.Receive<int>());
    }

    [Fact]
    public void A_message_of_which_a_part_cannot_travel_takes_no_end_along()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        var queue = new Queue<object[]>();
        _ = Assert.Throws<MultiprocessingUsageException>(() => queue.Put([writer, Stream.Null]));
        writer.Close();
        _ = Assert.Throws<EndOfStreamException>(() => reader.Receive<int>());
    }

    [Fact]
    public void A_closed_end_is_refused()
    {
        var (_, writer) = Pipe.Create(duplex: false);
        writer.Close();
        var refused = Assert.Throws<MultiprocessingUsageException>(() => new Queue<Connection>().Put(writer));
        Assert.Contains("it is closed", refused.Message, StringComparison.Ordinal);
    }

    [SlowFact]
    public void Who_ends_before_it_arrives_takes_it_along()
    {
        var queue = new Queue<Connection>();
        Assert.Equal(0, new Process(PutAnEndAndLeave, queue).RunToEnd());
        var lost = Assert.Throws<IOException>(queue.Get);
        Assert.Contains("has ended before it was received", lost.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_in_something_that_is_no_message_is_refused()
    {
        var (_, writer) = Pipe.Create(duplex: false);
        var refused = Assert.Throws<MultiprocessingUsageException>(() => Wire.Encode(writer));
        Assert.Contains(
            "send it through a pipe, or a queue that no manager has",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [SlowFact]
    public void A_managers_queue_refuses_an_end_and_nothing_keeps_it_open()
    {
        using var manager = new Manager();
        QueueProxy<Connection> queue = manager.Queue<Connection>();
        var (reader, writer) = Pipe.Create(duplex: false);
        var refused = Assert.Throws<MultiprocessingUsageException>(() => queue.Put(writer));
        Assert.Contains("a queue that no manager has", refused.Message, StringComparison.Ordinal);
        writer.Close();
        _ = Assert.Throws<EndOfStreamException>(() => reader.Receive<int>());
        reader.Close();
    }

    private static Connection Through(Connection end)
    {
        var queue = new Queue<Connection>();
        queue.Put(end);
        return queue.Get();
    }

    private static void AnswerAll(Queue<Connection> ends)
    {
        for (int times = 0; times < 3; times++)
        {
            using Connection end = ends.Get();
            end.Send(2 * end.Receive<int>());
        }
    }

    private static void SendAnEndAndUseTheOther(Connection parent, Event received)
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        parent.Send(("made in a child", reader));
        writer.Send("through it");
        writer.Close();
        received.Wait();
    }

    private static void PutAnEndAndLeave(Queue<Connection> queue) => queue.Put(Pipe.Create(duplex: false).Second);
}
