using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class PipeModelTests
{
    private const int Parent = 0;
    private const int Child = 1;

    private readonly PipeModel _pipe = New();

    [Fact]
    public void Messages_come_in_the_order_in_which_they_were_sent_and_each_direction_is_its_own()
    {
        Assert.Equal(0, Send(Parent, 0, "a"));
        Assert.Equal(1, Send(Parent, 0, "b"));
        Assert.False(Can(OperationKind.Receive, Parent, 0));
        Assert.Equal(0, Send(Child, 1, "c"));
        Assert.Equal("a", Receive(Child, 1));
        Assert.Equal("b", Receive(Child, 1));
        Assert.Equal("c", Receive(Parent, 0));
        Assert.False(Can(OperationKind.Receive, Child, 1));
    }

    [Fact]
    public void The_end_comes_when_every_process_that_has_a_copy_of_the_other_end_has_closed_it()
    {
        Send(Parent, 0, "a");
        Close(Parent, 0);
        Assert.Equal("a", Receive(Child, 1));
        Assert.False(Can(OperationKind.Receive, Child, 1)); // It has a copy itself.
        Assert.Equal([Child], _pipe.HoldersFor(Child, On(OperationKind.Receive, Child, 1)));
        Close(Child, 0);
        Assert.Equal(PipeModel.None, _pipe.Perform(Child, On(OperationKind.Receive, Child, 1)).Value);
        Assert.Equal(PipeModel.None, _pipe.ItemOf(On(OperationKind.Receive, Child, 1)));
        Close(Child, 0); // Again is fine.
    }

    [Fact]
    public void A_copy_that_was_handed_on_keeps_an_end_open()
    {
        var pipe = New(maker: Parent, child: null);
        pipe.HandOn(Child, 0);
        pipe.Perform(Parent, On(OperationKind.Close, Parent, 0));
        Assert.False(pipe.IsReady(1));
        pipe.Perform(Child, On(OperationKind.Close, Child, 0));
        Assert.True(pipe.IsReady(1));
    }

    [Fact]
    public void Sending_what_nobody_can_receive_any_more_is_refused_at_once()
    {
        Close(Parent, 1);
        Assert.Equal(0, Send(Parent, 0, "a"));
        Close(Child, 1);
        Assert.Equal(PipeModel.None, Send(Parent, 0, "b"));
        Assert.Equal("c", Echo(Child, 1, Parent, 0, "c")); // The other direction goes on, for who has that end.
    }

    [Fact]
    public void A_send_waits_for_room_unless_nobody_could_ever_make_it()
    {
        var pipe = New(capacity: 10);
        Operation send = On(OperationKind.Send, Parent, 0) with { Payload = [1] };
        Assert.Equal(PipeOrder.Pack(0, -1), pipe.Perform(Parent, send).Value);
        Assert.Equal(PipeOrder.Pack(1, -1), pipe.Perform(Parent, send).Value);
        Assert.False(pipe.IsEnabled(Parent, send));
        Assert.Equal(PipeOrder.Pack(2, 0), pipe.ItemOf(send));
        pipe.Perform(Child, On(OperationKind.Receive, Child, 1));
        Assert.False(pipe.IsEnabled(Parent, send)); // Only what has been taken makes room.
        pipe.Perform(Child, On(OperationKind.Take, Child, 1));
        Assert.True(pipe.IsEnabled(Parent, send));
        Assert.Equal(PipeOrder.Pack(2, 0), pipe.Perform(Parent, send).Value);
        pipe.Perform(Parent, On(OperationKind.Close, Parent, 1));
        pipe.Perform(Child, On(OperationKind.Close, Child, 1));
        Assert.Equal(PipeModel.None, pipe.Perform(Parent, send).Value);
    }

    [Fact]
    public void Who_receives_where_another_process_has_begun_to_is_told_that_the_message_is_torn()
    {
        Send(Child, 0, "a");
        Send(Child, 0, "b");
        Assert.Equal(0, _pipe.Perform(Parent, On(OperationKind.Receive, Parent, 1)).Value);
        Assert.Equal(PipeModel.Torn, _pipe.ItemOf(On(OperationKind.Receive, Child, 1)));
        Assert.Equal(PipeModel.Torn, _pipe.Perform(Child, On(OperationKind.Receive, Child, 1)).Value);
        Assert.False(Can(OperationKind.Take, Child, 1));
        Assert.False(Can(OperationKind.Receive, Parent, 1)); // A second thread of the same process takes its turn.
        Assert.Equal((0L, "a"), Taken(Parent, 1));
        Assert.Equal("b", Receive(Child, 1));
    }

    [Fact]
    public void A_poll_takes_nothing_and_sees_messages_and_the_end()
    {
        Operation look = On(OperationKind.Poll, Child, 1) with { Timeout = 0 };
        Operation wait = On(OperationKind.Poll, Child, 1);
        Assert.Equal(Act.TimedOut, _pipe.Perform(Child, look));
        Assert.False(_pipe.IsEnabled(Child, wait));
        Send(Parent, 0, "a");
        Assert.Equal(0, _pipe.Perform(Child, wait).Value);
        Assert.Equal((0L, null), (_pipe.ItemOf(wait), _pipe.ItemOf(look)));
        Assert.Equal("a", Receive(Child, 1));
        Close(Parent, 0);
        Close(Child, 0);
        Assert.Equal(PipeModel.None, _pipe.Perform(Child, wait).Value);
        Assert.True(_pipe.Perform(Child, look).Go);
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        Send(Parent, 0, "a");
        _pipe.Perform(Child, On(OperationKind.Receive, Child, 1));
        var clone = _pipe.Clone();
        Assert.Equal(_pipe.Digest, clone.Digest);
        clone.Perform(Child, On(OperationKind.Take, Child, 1));
        Assert.NotEqual(_pipe.Digest, clone.Digest);
        Assert.Equal((0L, "a"), Taken(Child, 1));
        Assert.Equal(_pipe.Digest, clone.Digest);
        clone.Perform(Child, On(OperationKind.Close, Child, 1));
        Assert.NotEqual(_pipe.Digest, clone.Digest);
    }

    [Fact]
    public void What_is_not_enabled_is_not_performed()
    {
        Assert.Throws<InvalidOperationException>(() => _pipe.Perform(Child, On(OperationKind.Receive, Child, 1)));
        Assert.Throws<InvalidOperationException>(() => _pipe.Perform(Child, On(OperationKind.Take, Child, 1)));
        Assert.Throws<InvalidOperationException>(() => _pipe.Perform(Child, On(OperationKind.Poll, Child, 1)));
        Assert.Throws<InvalidOperationException>(() => _pipe.Perform(Child, On(OperationKind.Acquire, Child, 1)));
    }

    private static PipeModel New(int maker = Parent, int? child = Child, int capacity = 1_000)
    {
        var pipe = (PipeModel)Act.New(SlotKind.Pipe, ControlledPipe.Describe(true, capacity), maker);
        if (child is { } second)
        {
            pipe.HandOn(second, 0);
            pipe.HandOn(second, 1);
        }
        return pipe;
    }

    private static Operation On(OperationKind kind, int process, int end) => Operation.OnPipe(kind, 0, end, process);

    private bool Can(OperationKind kind, int process, int end) => _pipe.IsEnabled(process, On(kind, process, end));

    private long Send(int process, int end, string message) =>
        _pipe.Perform(process, On(OperationKind.Send, process, end) with { Payload = Wire.Encode(message) }).Value;

    private void Close(int process, int end) => _pipe.Perform(process, On(OperationKind.Close, process, end));

    private string Receive(int process, int end)
    {
        _pipe.Perform(process, On(OperationKind.Receive, process, end));
        return Taken(process, end).Item2;
    }

    private (long, string) Taken(int process, int end)
    {
        var decision = _pipe.Perform(process, On(OperationKind.Take, process, end));
        return (decision.Value, (string)Wire.Decode(decision.Payload)!);
    }

    private string Echo(int sender, int through, int receiver, int at, string message)
    {
        Send(sender, through, message);
        return Receive(receiver, at);
    }
}
