using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ValueModelTests
{
    [Fact]
    public void A_read_brings_what_was_written_last_and_nothing_before_that()
    {
        var value = Act.New(SlotKind.Value);
        Assert.Null(Do(value, OperationKind.Read));
        Do(value, OperationKind.Write, Wire.Encode(3));
        Assert.Equal(3, Do(value, OperationKind.Read));
    }

    [Fact]
    public void A_sum_wraps_around_in_its_own_type_and_begins_at_zero()
    {
        var value = Act.New(SlotKind.Value);
        Assert.Equal(int.MaxValue, Do(value, OperationKind.Add, Wire.Encode(int.MaxValue)));
        Assert.Equal(int.MinValue, Do(value, OperationKind.Add, Wire.Encode(1)));
        Assert.Equal(int.MinValue, Do(value, OperationKind.Read));
        var wide = Act.New(SlotKind.Value);
        Do(wide, OperationKind.Write, Wire.Encode(long.MaxValue));
        Assert.Equal(long.MinValue, Do(wide, OperationKind.Add, Wire.Encode(1L)));
    }

    [Fact]
    public void A_compare_exchange_replaces_what_it_expects_and_says_what_was_there()
    {
        var value = Act.New(SlotKind.Value);
        Assert.Equal(0L, Do(value, OperationKind.CompareExchange, Act.Pack(5L, 0L)));
        Assert.Equal(5L, Do(value, OperationKind.CompareExchange, Act.Pack(7L, 1L)));
        Assert.Equal(5L, Do(value, OperationKind.Read));
    }

    [Fact]
    public void The_elements_of_an_array_are_apart_and_can_be_written_together()
    {
        var array = Act.New(SlotKind.SharedArray, 0, maximum: 2);
        array.Perform(0, Act.OnCell(OperationKind.Write, 0, -1, Act.Pack(1, 2)));
        var clone = array.Clone();
        array.Perform(0, Act.OnCell(OperationKind.Write, 0, 1, Wire.Encode(9)));
        Assert.Equal((1, 9), (Do(array, OperationKind.Read), Do(array, OperationKind.Read, index: 1)));
        Assert.Equal((1, 2), (Do(clone, OperationKind.Read), Do(clone, OperationKind.Read, index: 1)));
        Assert.NotEqual(array.Digest, clone.Digest);
    }

    [Fact]
    public void Bytes_that_mean_nothing_change_nothing()
    {
        var value = Act.New(SlotKind.Value);
        Do(value, OperationKind.Write, Wire.Encode(3));
        var before = value.Digest;
        byte[] nonsense = [1, 2, 3];
        Assert.Null(Do(value, OperationKind.Add, nonsense));
        Assert.Null(Do(value, OperationKind.Add, Wire.Encode("text")));
        Assert.Null(Do(value, OperationKind.CompareExchange, nonsense));
        value.Perform(0, Act.OnCell(OperationKind.Write, 0, -1, nonsense));
        Assert.Equal(before, value.Digest);
    }

    [Fact]
    public void A_value_has_no_lock_of_its_own() =>
        Assert.Throws<InvalidOperationException>(() => Act.New(SlotKind.Value).Perform(1, Act.Acquire));

    private static object? Do(Model model, OperationKind kind, byte[]? payload = null, int index = 0) =>
        model.Perform(1, Act.OnCell(kind, 0, index, payload)).Payload is { } answer ? Wire.Decode(answer) : null;
}
