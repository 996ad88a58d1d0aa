using System.Text;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class QueueModelTests
{
    private static readonly Operation s_get = Operation.OnSlot(OperationKind.Get, 0);
    private static readonly Operation s_close = Operation.OnSlot(OperationKind.Close, 0);

    private readonly Model _queue = Act.New(SlotKind.Queue);

    [Fact]
    public void Items_come_out_in_the_order_in_which_they_were_put_and_with_their_numbers()
    {
        Assert.Equal(0, Put("a").Value);
        Assert.Equal(1, Put("b").Value);
        Assert.Equal((0, "a"), Get());
        Assert.Equal(2, Put("c").Value);
        Assert.Equal((1, "b"), Get());
        Assert.Equal((2, "c"), Get());
    }

    [Fact]
    public void A_get_waits_for_an_item_or_for_the_close_and_not_at_all_with_no_time()
    {
        Assert.False(_queue.IsEnabled(1, s_get));
        Assert.True(_queue.IsEnabled(1, s_get with { Timeout = 0 }));
        Assert.Equal(Outcome.TimedOut, _queue.Perform(1, s_get with { Timeout = 0 }).Outcome);
        Put("a");
        Assert.True(_queue.IsEnabled(1, s_get));
        Get();
        Assert.False(_queue.IsEnabled(1, s_get));
        Assert.Throws<InvalidOperationException>(() => _queue.Perform(1, s_get));
        _queue.Perform(1, s_close);
        Assert.True(_queue.IsEnabled(1, s_get));
        Assert.Equal(new Decision(Outcome.Go, QueueModel.None), _queue.Perform(1, s_get));
    }

    [Fact]
    public void A_closed_queue_gives_what_it_has_and_takes_nothing()
    {
        Put("a");
        _queue.Perform(0, s_close);
        Assert.Equal(QueueModel.None, Put("b").Value);
        Assert.Equal((0, "a"), Get());
        Assert.Equal(QueueModel.None, _queue.Perform(1, s_get).Value);
    }

    [Fact]
    public void A_close_that_drops_leaves_nothing_to_get()
    {
        Put("a");
        _queue.Perform(0, s_close with { Argument = 1 });
        Assert.Equal(QueueModel.None, _queue.Perform(1, s_get).Value);
    }

    [Fact]
    public void It_tells_in_advance_which_item_an_operation_will_be_about()
    {
        Assert.Equal(0, _queue.ItemOf(s_get));
        Put("a");
        Assert.Equal(0, _queue.ItemOf(s_get));
        Assert.Equal(1, _queue.ItemOf(Operation.OnSlot(OperationKind.Put, 0)));
        Assert.Null(_queue.ItemOf(s_get with { Timeout = 0 }));
        Get();
        _queue.Perform(0, s_close);
        Assert.Equal(QueueModel.None, _queue.ItemOf(s_get));
    }

    [Fact]
    public void A_clone_goes_its_own_way()
    {
        Put("a");
        var clone = _queue.Clone();
        Assert.Equal(_queue.Digest, clone.Digest);
        clone.Perform(1, s_get);
        Assert.NotEqual(_queue.Digest, clone.Digest);
        Assert.Equal((0, "a"), Get());
    }

    [Fact]
    public void A_result_lets_everybody_through_once_it_is_set_and_until_then_names_its_setter()
    {
        var (wait, set) = (Operation.OnSlot(OperationKind.Wait, 0), Operation.OnSlot(OperationKind.Set, 0));
        var result = Act.New(SlotKind.Result, initial: 3);
        Assert.False(result.IsEnabled(0, wait));
        Assert.Equal([3], result.Holders);
        Assert.Equal(Outcome.TimedOut, result.Perform(0, wait with { Timeout = 0 }).Outcome);
        result.Perform(3, set);
        Assert.Empty(result.Holders);
        Assert.True(result.Perform(0, wait).Go);
        Assert.True(result.Clone().Perform(1, wait with { Timeout = 0 }).Go);
    }

    [Fact]
    public void A_full_queue_makes_a_put_wait_for_a_get_and_refuses_one_that_has_no_time()
    {
        var queue = Act.New(SlotKind.Queue, 0, maximum: 1);
        var put = Operation.OnSlot(OperationKind.Put, 0) with { Payload = [1] };
        Assert.True(queue.IsEnabled(1, put));
        queue.Perform(1, put);
        Assert.False(queue.IsEnabled(1, put));
        Assert.False(queue.IsEnabled(1, put with { Timeout = 5 }));
        Assert.Equal(Act.TimedOut, queue.Perform(1, put with { Timeout = 0 }));
        Assert.Throws<InvalidOperationException>(() => queue.Perform(1, put));
        Assert.Equal(1, queue.Perform(1, Operation.OnSlot(OperationKind.Read, 0)).Value);
        queue.Perform(2, s_get);
        Assert.Equal(1, queue.Perform(1, put).Value);
        Assert.Equal((2L, null), (queue.ItemOf(put), queue.ItemOf(put with { Timeout = 0 })));
    }

    [Fact]
    public void A_join_waits_until_every_item_has_been_dealt_with_and_one_TaskDone_too_many_is_refused()
    {
        var queue = Act.New(SlotKind.JoinableQueue);
        var (join, done) = (Operation.OnSlot(OperationKind.Wait, 0), Operation.OnSlot(OperationKind.TaskDone, 0));
        Assert.True(queue.IsEnabled(1, join));
        Assert.Equal(-1, queue.Perform(1, done).Value);
        queue.Perform(0, Operation.OnSlot(OperationKind.Put, 0));
        Assert.False(queue.IsEnabled(1, join));
        Assert.Equal(Act.TimedOut, queue.Perform(1, join with { Timeout = 0 }));
        queue.Perform(0, s_get);
        Assert.False(queue.IsEnabled(1, join)); // Taken is not dealt with.
        var clone = queue.Clone();
        Assert.Equal(0, queue.Perform(1, done).Value);
        Assert.True(queue.IsEnabled(1, join));
        Assert.False(clone.IsEnabled(1, join));
        Assert.NotEqual(queue.Digest, clone.Digest);
        Assert.Equal(-2, queue.Perform(1, done).Value);
    }

    private Decision Put(string item) =>
        _queue.Perform(0, Operation.OnSlot(OperationKind.Put, 0) with { Payload = Encoding.UTF8.GetBytes(item) });

    private (long, string) Get()
    {
        var decision = _queue.Perform(1, s_get);
        return (decision.Value, Encoding.UTF8.GetString(decision.Payload!));
    }
}
