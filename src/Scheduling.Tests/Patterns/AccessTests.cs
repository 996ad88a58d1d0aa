using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What a step reads and changes, as patterns see it.</summary>
public sealed class AccessTests
{
    private static readonly ObjectId s_stock = new(ObjectSpace.Slot, 64);
    private static readonly ObjectId s_total = new(ObjectSpace.Slot, 128);
    private static readonly ObjectId s_shelf = new(ObjectSpace.Slot, 192);
    private static readonly ObjectId s_door = new(ObjectSpace.Slot, 256);

    private static readonly Run s_run = new()
    {
        Steps = [],
        Ending = Ending.Completed,
        Actors = [],
        Waits = [],
        Objects = new Dictionary<ObjectId, ObjectInfo>
        {
            [s_stock] = new(SlotKind.DictionaryProxy, 0, 0, "stock"),
            [s_total] = new(SlotKind.Value, 0, 0, "total"),
            [s_shelf] = new(SlotKind.SharedArray, 0, 9, "shelf"),
            [s_door] = new(SlotKind.Lock, 1, 1, "door"),
        },
        Strategy = "by hand",
    };

    [Theory]
    [InlineData(ManagerVerb.Get, 1, "7", true, false)]
    [InlineData(ManagerVerb.Get, 0, "", true, false)]
    [InlineData(ManagerVerb.Contains, 1, "7", true, false)]
    [InlineData(ManagerVerb.Set, 2, "7", false, true)]
    [InlineData(ManagerVerb.Set, 1, "", false, true)]
    [InlineData(ManagerVerb.Add, 2, "7", true, true)]
    [InlineData(ManagerVerb.Add, 1, null, true, true)]
    [InlineData(ManagerVerb.GetOrAdd, 2, "7", true, true)]
    [InlineData(ManagerVerb.Remove, 1, "7", true, true)]
    [InlineData(ManagerVerb.Remove, 0, null, true, true)]
    [InlineData(ManagerVerb.Count, 0, null, true, false)]
    [InlineData(ManagerVerb.Copy, 0, null, true, false)]
    [InlineData(ManagerVerb.Clear, 0, null, true, true)]
    [InlineData(ManagerVerb.Insert, 2, null, true, true)]
    public void A_call_is_about_its_key_or_about_all_of_the_object(
        ManagerVerb verb,
        int arguments,
        string? place,
        bool reads,
        bool writes
    )
    {
        var access = Call(verb, [.. Enumerable.Repeat<object?>(7, arguments)])!;

        Assert.Equal((place, reads, writes), (access.Place, access.Reads, access.Writes));
        Assert.Equal(reads && writes, access.IsAtomic);
    }

    [Theory]
    [InlineData(ManagerVerb.Create)]
    [InlineData(ManagerVerb.Perform)]
    [InlineData(ManagerVerb.Describe)]
    public void The_making_of_an_object_and_what_is_no_call_on_data_is_none(ManagerVerb verb) =>
        Assert.Null(Call(verb, 7));

    [Fact]
    public void A_call_that_was_refused_is_none() =>
        Assert.Null(Of(Act.Call(ManagerVerb.Get, 7), s_stock, new Decision(Outcome.Go, Model.Refused)));

    [Theory]
    [InlineData(OperationKind.Read, true, false)]
    [InlineData(OperationKind.Write, false, true)]
    [InlineData(OperationKind.Add, true, true)]
    [InlineData(OperationKind.CompareExchange, true, true)]
    public void A_shared_value_is_one_place_and_an_array_has_one_for_each_index(
        OperationKind kind,
        bool reads,
        bool writes
    )
    {
        var value = Of(Act.OnCell(kind, s_total.Number, 0), s_total)!;
        var item = Of(Act.OnCell(kind, s_shelf.Number, 3), s_shelf)!;

        Assert.Equal(("", reads, writes), (value.Place, value.Reads, value.Writes));
        Assert.Equal(("3", reads, writes), (item.Place, item.Reads, item.Writes));
    }

    [Fact]
    public void The_first_content_of_a_shared_value_and_what_is_done_with_its_lock_are_none()
    {
        Assert.Null(Of(Act.OnCell(OperationKind.Write, s_total.Number, -1), s_total));
        Assert.Null(Of(Operation.OnSlot(OperationKind.Acquire, s_total.Number), s_total));
        Assert.Null(Of(Operation.OnSlot(OperationKind.Acquire, s_door.Number), s_door));
    }

    [Fact]
    public void Who_asks_whether_or_where_or_how_many_tests()
    {
        Assert.All(
            [ManagerVerb.Contains, ManagerVerb.Count, ManagerVerb.IndexOf],
            verb => Assert.True(Call(verb, 7)!.IsTest)
        );
        Assert.False(Call(ManagerVerb.Get, 7)!.IsTest);
        Assert.False(Of(Act.OnCell(OperationKind.Read, s_total.Number, 0), s_total)!.IsTest);
    }

    [Fact]
    public void Two_are_about_the_same_data_when_one_is_about_all_of_it_or_both_about_one_place()
    {
        var seven = Call(ManagerVerb.Get, 7)!;

        Assert.True(seven.IsAbout(Call(ManagerVerb.Set, 7, 1)!));
        Assert.True(seven.IsAbout(Call(ManagerVerb.Clear)!));
        Assert.True(Call(ManagerVerb.Clear)!.IsAbout(seven));
        Assert.False(seven.IsAbout(Call(ManagerVerb.Set, 8, 1)!));
        Assert.False(seven.IsAbout(Of(Act.OnCell(OperationKind.Read, s_total.Number, 0), s_total)!));
    }

    private static Access? Call(ManagerVerb verb, params object?[] arguments) => Of(Act.Call(verb, arguments), s_stock);

    private static Access? Of(Operation operation, ObjectId on, Decision? decision = null) =>
        Access.Of(s_run, new Step(0, 1, operation, decision ?? Act.Go, on, null));
}
