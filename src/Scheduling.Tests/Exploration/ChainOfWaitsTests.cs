using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Why somebody came no further, where the chain is short.</summary>
public sealed class ChainOfWaitsTests
{
    private static readonly ObjectId s_door = new(ObjectSpace.Slot, 64);

    [Theory]
    [InlineData(0, "main has ended")]
    [InlineData(null, "main was not seen to wait")]
    public void Of_whoever_waits_for_nothing_it_is_said_whether_it_has_ended(int? exitCode, string told) =>
        Assert.Equal(told, new ChainOfWaits(Run(exitCode), held: []).Tell(about: null));

    [Fact]
    public void Whoever_is_held_where_there_is_no_mark_is_held_where_it_does_something()
    {
        Parked[] held = [new(1, Operation.OnSlot(OperationKind.Acquire, 64), s_door)];

        Assert.StartsWith("ann is held where it ", new ChainOfWaits(Run(exitCode: null), held).Tell("ann"));
    }

    [Fact]
    public void Without_a_name_it_begins_with_the_first_who_waits()
    {
        var waits = new Wait(1, Operation.OnSlot(OperationKind.Acquire, 64), s_door, [0], null);

        Assert.Equal(
            "ann waits for door (Lock, held by main), which has ended",
            new ChainOfWaits(Run(exitCode: 0) with { Waits = [waits] }, held: []).Tell(about: null)
        );
    }

    private static Run Run(int? exitCode) =>
        new()
        {
            Steps = [],
            Ending = Ending.Stopped,
            Actors = [new ActorInfo(0, "main", -1, exitCode), new ActorInfo(1, "ann", 0, null)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo> { [s_door] = new(SlotKind.Lock, 1, 1, "door") },
            Strategy = "by hand",
        };
}
