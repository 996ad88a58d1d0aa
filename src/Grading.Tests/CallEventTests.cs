using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What graders see of calls on the objects of a manager.</summary>
public sealed class CallEventTests
{
    private static readonly ObjectInfo s_book = new(SlotKind.DictionaryProxy, 0, 0, "book");
    private static readonly byte[] s_key = Wire.Encode("count");
    private static readonly byte[] s_unreadable = [0xff, 0xff];

    [Fact]
    public void A_value_that_cannot_be_read_hides_no_call_that_was_done()
    {
        IReadOnlyList<CallEvent> calls = Calls(
            Call(ManagerVerb.Set, ManagerArguments.Pack([s_key, s_unreadable])),
            Call(ManagerVerb.Get, ManagerArguments.Pack([s_key]))
        );

        Assert.All(calls, call => Assert.True(call.IsDone));
        Assert.Equal([ManagerVerb.Set, ManagerVerb.Get], calls.Select(call => call.Verb));
        Assert.Equal(["count", null], calls[0].Arguments);
        Assert.Equal([null], calls[1].Answer);
    }

    [Fact]
    public void A_call_whose_arguments_are_no_arguments_was_refused()
    {
        CallEvent call = Assert.Single(Calls(Call(ManagerVerb.Set, s_unreadable)));

        Assert.Equal((ManagerStatus.BadCall, false), (call.Status, call.IsDone));
        Assert.Empty(call.Arguments);
    }

    [Fact]
    public void A_call_that_came_after_the_managers_end_brought_no_answer_and_is_not_seen()
    {
        Operation get = Call(ManagerVerb.Get, ManagerArguments.Pack([s_key]));
        var close = Operation.OnSlot(OperationKind.Close, 64);

        Assert.Single(Calls(get, close, get));
    }

    private static Operation Call(ManagerVerb verb, byte[] arguments) =>
        Operation.OnSlot(OperationKind.Call, 64) with
        {
            Argument = (int)verb,
            Payload = arguments,
        };

    // As the arbiter's model answers.
    private static IReadOnlyList<CallEvent> Calls(params Operation[] operations)
    {
        var (model, id) = (new DictionaryProxyModel(s_book), new ObjectId(ObjectSpace.Slot, 64));
        var run = new Run
        {
            Steps = [.. operations.Select((o, index) => new Step(index, 0, o, model.Perform(0, o), id, null))],
            Ending = Ending.Completed,
            Actors = [new ActorInfo(0, "main", -1, 0)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo> { [id] = s_book },
            Strategy = "by hand",
        };
        return [.. new KataRun(run, new Size("1 call")).Calls];
    }
}
