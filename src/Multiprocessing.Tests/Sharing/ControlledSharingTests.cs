using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>Queues and shared values in a controlled run: each call is one operation, and the arbiter keeps what they hold.</summary>
public sealed class ControlledSharingTests
{
    [Fact]
    public void A_Put_hands_its_item_to_the_arbiter_and_a_Get_is_handed_one()
    {
        using var controller = new FakeController();
        var queue = new Queue<string>(maxSize: 2);
        queue.Put("one");
        Operation put = Assert.Single(controller.Arrived);
        Assert.Equal(
            (OperationKind.Put, queue.Offset, -1, "one"),
            (put.Kind, put.Object, put.Timeout, Wire.Decode(put.Payload))
        );
        controller.Answer = operation =>
            operation.Kind == OperationKind.Get && operation.Timeout != 0
                ? new Decision(Outcome.Go, 0, Wire.Encode("two"))
                : new Decision(Outcome.TimedOut);
        Assert.Equal("two", queue.Get());
        Assert.False(queue.TryGet(out _));
        Assert.False(queue.TryPut("three", TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.TicksPerSecond, controller.Arrived[^1].Timeout);
    }

    [Fact]
    public void Looking_at_a_queue_and_dealing_with_items_are_operations()
    {
        using var controller = new FakeController(static operation => new Decision(
            Outcome.Go,
            operation.Kind == OperationKind.TaskDone ? -1 : 1
        ));
        var queue = new JoinableQueue<int>();
        Assert.Equal((1, false, false), (queue.Count, queue.IsEmpty, queue.IsFull));
        Assert.Throws<MultiprocessingUsageException>(queue.TaskDone);
        queue.Join();
        Assert.Equal(
            [OperationKind.Read, OperationKind.Read, OperationKind.Read, OperationKind.TaskDone, OperationKind.Wait],
            controller.Arrived.Select(operation => operation.Kind)
        );
    }

    [Fact]
    public void An_item_that_does_not_fit_into_the_arbiters_mailbox_is_refused_before_the_point()
    {
        using var controller = new FakeController { PayloadLimit = 100 };
        var queue = new Queue<byte[]>();
        Assert.Contains("100", Assert.Throws<NotSupportedException>(() => queue.Put(new byte[200])).Message);
        Assert.Empty(controller.Arrived);
    }

    [Fact]
    public void Each_access_to_a_shared_value_is_one_operation()
    {
        using var controller = new FakeController(static operation => new Decision(
            Outcome.Go,
            Payload: operation.Kind == OperationKind.Write ? null : Wire.Encode(7)
        ));
        var value = new Value<int>(5);
        value.Value += 1;
        Assert.Equal(7, value.Add(2));
        Assert.Equal(7, value.CompareExchange(1, 2));
        Assert.Equal(
            [
                OperationKind.Write,
                OperationKind.Read,
                OperationKind.Write,
                OperationKind.Add,
                OperationKind.CompareExchange,
            ],
            controller.Arrived.Select(operation => operation.Kind)
        );
        Assert.Equal(8, Wire.Decode(controller.Arrived[2].Payload));
        Assert.Equal(
            [1, 2],
            ManagerArguments.Unpack(controller.Arrived[4].Payload).Select(one => Wire.Decode(one.AsSpan()))
        );
        Assert.Equal($"Value({value.Name})", value.ToString());
    }

    [Fact]
    public void An_access_to_an_array_says_which_element()
    {
        using var controller = new FakeController();
        var array = new SharedArray<double>([1, 2]);
        Assert.Equal(0, array[1]); // Nothing came, so it is what it was at first.
        array[^2] = 4;
        Assert.Equal([Cells<double>.All, 1, 0], controller.Arrived.Select(operation => operation.Argument));
        Assert.Equal(2, array.ToArray().Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => array[2]);
        Assert.Equal(5, controller.Arrived.Count);
    }
}
