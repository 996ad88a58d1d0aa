using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What another process makes of a primitive's kind and place, which is all that travels.</summary>
public sealed class FromSlotTests
{
    [Fact]
    public void The_place_of_a_primitive_gives_an_object_of_its_kind_and_for_any_other_kind_nothing()
    {
        using var manager = new Manager();
        Primitive[] all =
        [
            new Lock("a"),
            new RLock("b"),
            new Semaphore(1, "c"),
            new BoundedSemaphore(1, "d"),
            new Event("e"),
            new Condition(new Lock(), "f"),
            new Barrier(2, name: "g"),
            new TaskQueue("h"),
            manager.Lock("i"),
            manager.RLock("j"),
            manager.Semaphore(1, "k"),
            manager.BoundedSemaphore(1, "l"),
            manager.Event("m"),
            manager.Barrier(2, name: "n"),
        ];
        foreach (Primitive primitive in all)
        {
            foreach (SlotKind kind in Enum.GetValues<SlotKind>())
            {
                Primitive? made = Primitive.FromSlot(kind, primitive.Offset);
                if (kind == primitive.Kind)
                {
                    Assert.Equal((primitive.GetType(), primitive.Name), (made?.GetType(), made?.Name));
                }
                else
                {
                    Assert.Null(made);
                }
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public void Where_no_slot_can_be_there_is_nothing(int offset) =>
        Assert.All(Enum.GetValues<SlotKind>(), kind => Assert.Null(Primitive.FromSlot(kind, offset)));
}
