using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Pipes in a controlled run: the arbiter keeps the messages, and is told who has which end.</summary>
public sealed class ControlledPipeTests : IDisposable
{
    private readonly FakeController _controller = new();

    public void Dispose()
    {
        ControlledConnectionEnd.Forget();
        _controller.Dispose();
    }

    [Fact]
    public void Each_call_is_an_operation_that_names_the_pipe_the_end_and_the_process()
    {
        (Connection first, Connection second) = Pipe.Create(name: "tube");
        _controller.Answer = static operation => new Decision(
            Outcome.Go,
            Payload: operation.Kind == OperationKind.Take ? Wire.Encode("answer") : null
        );
        first.Send("question");
        Assert.Equal("answer", second.Receive<string>());
        Assert.True(second.Poll());
        Assert.True(first.Poll(TimeSpan.FromTicks(5)));
        second.Close();
        second.Close();
        Assert.Equal(
            [
                (OperationKind.Send, 0, -1),
                (OperationKind.Receive, 1, -1),
                (OperationKind.Take, 1, -1),
                (OperationKind.Poll, 1, 0),
                (OperationKind.Poll, 0, 5),
                (OperationKind.Close, 1, -1),
            ],
            _controller.Arrived.Select(static one => (one.Kind, one.End, one.Timeout))
        );
        Assert.Equal("question", Wire.Decode(_controller.Arrived[0].Payload));
        Assert.All(_controller.Arrived, static one => Assert.Equal(Session.Current.Self, one.Process));
        Assert.Equal(SlotKind.Pipe, (SlotKind)Slot(_controller.Arrived[0].Object, SlotLayout.Kind));
        Assert.True(second.IsClosed);
        Assert.Equal("Connection(tube.Second, closed)", second.ToString());
    }

    [Fact]
    public void The_slot_of_a_pipe_says_whether_it_is_duplex_how_much_it_holds_and_who_made_it()
    {
        (Connection reader, Connection writer) = Pipe.Create(duplex: false);
        writer.Send(1);
        int slot = _controller.Arrived[0].Object;
        int initial = Slot(slot, SlotLayout.Initial);
        Assert.Equal((false, 64 * 1024), (ControlledPipe.IsDuplex(initial), ControlledPipe.CapacityOf(initial)));
        Assert.Equal(Session.Current.Self, Slot(slot, SlotLayout.Maximum));
        Assert.EndsWith(".Reader", reader.Name);
        Assert.EndsWith(".Writer", writer.Name);
        Assert.Throws<InvalidOperationException>(() => reader.Send(1));
        Assert.Throws<InvalidOperationException>(() => writer.Poll());
        Assert.Single(_controller.Arrived);
    }

    [Fact]
    public void What_the_arbiter_says_of_the_other_end_becomes_the_same_error_as_for_real()
    {
        (Connection first, _) = Pipe.Create();
        _controller.Answer = static _ => new Decision(Outcome.Go, -1);
        Assert.Contains("broken pipe", Assert.Throws<IOException>(() => first.Send(1)).Message);
        Assert.Contains("no more messages", Assert.Throws<EndOfStreamException>(() => first.Receive<int>()).Message);
        _controller.Answer = static _ => new Decision(Outcome.Go, ControlledPipe.Torn);
        Assert.Contains("take turns", Assert.Throws<IOException>(() => first.Receive<int>()).Message);
        _controller.Answer = static _ => new Decision(Outcome.TimedOut);
        Assert.False(first.Poll(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void A_message_that_a_controlled_pipe_has_no_room_for_is_refused_before_the_point()
    {
        (Connection first, _) = Pipe.Create();
        first.SendBytes(new byte[ControlledPipe.Capacity - ControlledPipe.Header]);
        Assert.Contains(
            "several parts",
            Assert.Throws<NotSupportedException>(() => first.SendBytes(new byte[ControlledPipe.Capacity])).Message
        );
        Assert.Single(_controller.Arrived);
    }

    [Fact]
    public void A_start_names_the_ends_that_the_child_gets_and_the_child_has_them()
    {
        (Connection first, Connection second) = Pipe.Create(name: "tube");
        int actor = 0;
        _controller.Answer = operation => new Decision(
            Outcome.Go,
            operation.Kind == OperationKind.Start ? ++actor : 0,
            operation.Kind == OperationKind.Take ? Wire.Encode(7) : null
        );
        var child = new Process(TakeBoth, second, first, 3);
        child.Start();
        CurrentProcess.Remove(child);
        Operation start = _controller.Arrived[0];
        Assert.Equal([(1, true), (0, true)], PipeEnd.In(start).Select(end => (end.End, end.Number > 0)));
        Assert.Equal(2, start.Object);
        _controller.Arrived.Clear();
        try
        {
            ProcessPayload.Run(PipeEnd.WithoutEnds(start));
            Assert.Equal(
                [(OperationKind.Receive, 1), (OperationKind.Take, 1), (OperationKind.Send, 0)],
                _controller.Arrived.Select(static one => (one.Kind, one.End))
            );
            Assert.Equal(10, Wire.Decode(_controller.Arrived[2].Payload));
            CurrentProcess.CloseConnections();
            CurrentProcess.CloseConnections();
        }
        finally
        {
            CurrentProcess.BeginMain();
        }
        Assert.Equal(
            [(OperationKind.Close, 1), (OperationKind.Close, 0)],
            _controller.Arrived[3..].Select(static one => (one.Kind, one.End))
        );
    }

    [Fact]
    public void A_process_that_ends_joins_its_children_before_it_closes_what_it_left_open()
    {
        _ = Pipe.Create();
        _controller.Answer = static operation => new Decision(
            Outcome.Go,
            operation.Kind == OperationKind.Start ? 9 : 0
        );
        new Process(Children.Nothing).Start();
        CurrentProcess.CloseConnections();
        Assert.Equal(
            [OperationKind.Start, OperationKind.Join, OperationKind.Close, OperationKind.Close],
            _controller.Arrived.Select(static one => one.Kind)
        );
    }

    [Fact]
    public void A_wait_for_several_is_one_operation_that_names_them_all()
    {
        (Connection first, Connection second) = Pipe.Create();
        _controller.Answer = static operation =>
            operation.Kind == OperationKind.WaitAny
                ? new Decision(Outcome.Go, Payload: [0, 1, 1])
                : new Decision(Outcome.Go, operation.Kind == OperationKind.Start ? 4 : 0);
        var child = new Process(Children.Nothing);
        child.Start();
        var ready = Connection.WaitAny([first, second], [child], TimeSpan.FromTicks(3));
        Assert.Equal([second], ready.Connections);
        Assert.Equal([child], ready.Processes);
        Operation wait = _controller.Arrived[^1];
        Assert.Equal(3, wait.Timeout);
        Assert.Equal([0, 1, PipeEnd.Process], PipeEnd.In(wait).Select(static end => end.End));
        Assert.Equal(4, PipeEnd.In(wait)[2].Number);
        _controller.Answer = static _ => new Decision(Outcome.TimedOut);
        Assert.Empty(Connection.WaitAny([first, second], TimeSpan.Zero));
        CurrentProcess.Remove(child);
    }

    [Fact]
    public void A_payload_too_short_for_the_ends_that_it_is_to_hold_names_none()
    {
        var start = new Operation(OperationKind.Start, Object: int.MaxValue, Payload: new byte[20]);
        Assert.Empty(PipeEnd.In(start));
        Assert.Equal(20, PipeEnd.WithoutEnds(start).Length);
        Assert.Empty(PipeEnd.In(start with { Object = -1 }));
        Assert.Empty(PipeEnd.In(new Operation(OperationKind.WaitAny)));
    }

    private static void TakeBoth(Connection there, Connection here, int more) => here.Send(there.Receive<int>() + more);

    private static unsafe int Slot(int offset, int field) => *(int*)(Session.Current.Slot(offset) + field);
}
