using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ModelTests
{
    public static readonly TheoryData<SlotKind> Kinds =
    [
        SlotKind.Lock,
        SlotKind.RLock,
        SlotKind.Semaphore,
        SlotKind.BoundedSemaphore,
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_clone_is_equal_and_goes_its_own_way(SlotKind kind)
    {
        var model = Act.New(kind, initial: 1, maximum: 1);
        model.Perform(1, Act.Acquire);
        var clone = model.Clone();
        Assert.Equal(model.Digest, clone.Digest);
        Assert.Equal(model.Holders, clone.Holders);
        clone.Perform(1, Act.Release);
        Assert.NotEqual(model.Digest, clone.Digest);
        Assert.Equal([1], model.Holders);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_finite_wait_is_enabled_exactly_when_an_endless_one_is(SlotKind kind)
    {
        var model = Act.New(kind, initial: 1, maximum: 1);
        Assert.True(model.IsEnabled(2, Act.Timed));
        model.Perform(1, Act.Acquire);
        Assert.False(model.IsEnabled(2, Act.Timed));
        Assert.False(model.IsEnabled(2, Act.Acquire));
    }

    [Fact]
    public void A_slot_without_a_primitive_has_no_model()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => Act.New(SlotKind.Free));
        Assert.Contains("no model", thrown.Message);
    }

    [Fact]
    public void Marks_are_always_ready_and_remember_their_order()
    {
        var (one, other) = (Mark("1"), Mark("2"));
        var marks = new MarkModel(new ObjectInfo(SlotKind.Free, 0, 0, "m"));
        var (there, back) = (marks.Clone(), marks.Clone());
        there.Perform(1, one);
        there.Perform(2, other);
        back.Perform(2, other);
        back.Perform(1, one);
        Assert.NotEqual(there.Digest, back.Digest);
    }

    private static Operation Mark(string what) => new(OperationKind.Mark, ObjectSpace.Mark, Text: $"m\t{what}");
}
