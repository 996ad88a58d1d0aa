using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is told to a person of each object's state.</summary>
public sealed class DescriptionTests
{
    private static readonly byte[] s_five = Wire.Encode(5);

    public static TheoryData<SlotKind> Kinds =>
        [.. Enum.GetValues<SlotKind>().Where(kind => Record.Exception(() => Act.New(kind)) is null)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_primitive_that_has_a_model_says_something_of_its_first_state(SlotKind kind) =>
        Assert.NotEqual("", Say(Act.New(kind)));

    [Fact]
    public void A_lock_says_who_holds_it()
    {
        var gate = Act.New(SlotKind.Lock);
        Assert.Equal("free", Say(gate));
        gate.Perform(2, Act.Acquire);
        Assert.Equal("held by p2", Say(gate));
    }

    [Fact]
    public void A_recursive_lock_says_how_often_it_was_taken()
    {
        var gate = Act.New(SlotKind.RLock);
        gate.Perform(2, Act.Acquire);
        Assert.Equal("held by p2", Say(gate));
        gate.Perform(2, Act.Acquire);
        Assert.Equal("held by p2, who took it 2 times", Say(gate));
    }

    [Fact]
    public void A_lock_says_who_is_to_be_notified_the_one_who_has_waited_longest_first()
    {
        var gate = Act.New(SlotKind.Lock);
        foreach (var actor in (int[])[3, 1])
        {
            gate.Perform(actor, Act.Acquire);
            gate.Perform(actor, Operation.OnCondition(OperationKind.GiveWay, 0, 64, "ready"));
        }
        Assert.Equal("free; to be notified: p3 and p1", Say(gate));
    }

    [Fact]
    public void A_semaphore_says_how_much_is_free_and_who_took_the_rest()
    {
        var rooms = Act.New(SlotKind.Semaphore, initial: 3);
        Assert.Equal("3 of 3 free", Say(rooms));
        foreach (var actor in (int[])[2, 1, 2])
        {
            rooms.Perform(actor, Act.Acquire);
        }
        Assert.Equal("0 of 3 free, taken by p1 and p2 (2 times)", Say(rooms));
    }

    [Fact]
    public void A_semaphore_that_began_with_nothing_says_how_much_there_is()
    {
        var plates = Act.New(SlotKind.Semaphore, initial: 0);
        Assert.Equal("0 free", Say(plates));
        plates.Perform(1, Act.Release);
        Assert.Equal("1 free", Say(plates));
    }

    [Fact]
    public void An_event_and_a_result_say_whether_they_are_set()
    {
        var (light, result) = (Act.New(SlotKind.Event), Act.New(SlotKind.Result));
        Assert.Equal(("not set", "not ready"), (Say(light), Say(result)));
        light.Perform(1, Operation.OnSlot(OperationKind.Set, 0));
        result.Perform(1, Operation.OnSlot(OperationKind.Set, 0));
        Assert.Equal(("set", "ready"), (Say(light), Say(result)));
    }

    [Fact]
    public void A_barrier_says_who_has_come_and_who_is_still_to_go()
    {
        var square = Act.New(SlotKind.Barrier, initial: 3);
        List<string> said = [Say(square)];
        foreach (var actor in (int[])[1, 2, 3])
        {
            square.Perform(actor, Operation.OnSlot(OperationKind.Arrive, 0));
            said.Add(Say(square));
        }
        square.Perform(0, Operation.OnSlot(OperationKind.Abort, 0));
        said.Add(Say(square));
        Assert.Equal(
            [
                "nobody has come, of 3",
                "1 of 3 have come: p1",
                "2 of 3 have come: p1 and p2",
                "open; still to go: p1 and p2",
                "broken; still there: p1 and p2",
            ],
            said
        );
    }

    [Fact]
    public void A_barrier_with_an_action_says_who_is_to_open_it()
    {
        var square = Act.New(SlotKind.Barrier, initial: 1);
        square.Perform(4, Operation.OnSlot(OperationKind.Arrive, 0) with { Argument = 1 });
        Assert.Equal("all 1 have come, p4 is to open it", Say(square));
    }

    [Fact]
    public void A_queue_says_its_items_and_whether_it_is_closed()
    {
        var orders = Act.New(SlotKind.Queue, maximum: 2);
        Assert.Equal("empty", Say(orders));
        orders.Perform(1, Operation.OnSlot(OperationKind.Put, 0) with { Payload = s_five });
        orders.Perform(1, Operation.OnSlot(OperationKind.Put, 0) with { Payload = Wire.Encode("tea") });
        Assert.Equal("2 of 2 at most: 5, \"tea\"", Say(orders));
        orders.Perform(1, Act.Close);
        Assert.Equal("2 of 2 at most: 5, \"tea\"; closed", Say(orders));
    }

    [Fact]
    public void A_joinable_queue_says_how_much_is_not_done_with()
    {
        var dishes = Act.New(SlotKind.JoinableQueue);
        dishes.Perform(1, Operation.OnSlot(OperationKind.Put, 0) with { Payload = s_five });
        dishes.Perform(2, Operation.OnSlot(OperationKind.Get, 0));
        Assert.Equal("empty; 1 not done with", Say(dishes));
    }

    [Fact]
    public void A_shared_value_and_an_array_say_what_they_hold()
    {
        var (left, row) = (Act.New(SlotKind.Value), Act.New(SlotKind.SharedArray, 0, maximum: 2));
        Assert.Equal(("as it was made", "as it was made"), (Say(left), Say(row)));
        left.Perform(1, Act.OnCell(OperationKind.Write, 0, 0, s_five));
        row.Perform(1, Act.OnCell(OperationKind.Write, 0, -1, Act.Pack(1, 2)));
        Assert.Equal(("5", "[0] 1, [1] 2"), (Say(left), Say(row)));
    }

    [Fact]
    public void Objects_of_a_manager_say_what_they_hold_and_that_it_is_gone()
    {
        var left = Act.New(SlotKind.DictionaryProxy);
        var names = Act.New(SlotKind.ListProxy);
        var total = Act.New(SlotKind.ValueProxy);
        left.Perform(1, Act.Call(ManagerVerb.Set, "count", 100));
        left.Perform(1, Act.Call(ManagerVerb.Set, "sold", 0));
        names.Perform(1, Act.Call(ManagerVerb.Add, "ann"));
        total.Perform(1, Act.Call(ManagerVerb.Set, 7));
        Assert.Equal(("\"count\": 100, \"sold\": 0", "\"ann\"", "7"), (Say(left), Say(names), Say(total)));
        left.Perform(0, Act.Close);
        Assert.Equal("its manager is gone", Say(left));
    }

    [Fact]
    public void A_lock_of_a_manager_says_what_a_lock_says_until_that_is_gone()
    {
        var gate = Act.New(SlotKind.LockProxy);
        gate.Perform(2, Act.Acquire);
        Assert.Equal("held by p2", Say(gate));
        gate.Perform(0, Act.Close);
        Assert.Equal("its manager is gone", Say(gate));
    }

    [Fact]
    public void A_pipe_says_what_is_on_the_way_and_who_has_which_end_open()
    {
        var pipe = Act.New(SlotKind.Pipe, ControlledPipe.Describe(isDuplex: false), maximum: 0);
        var (reader, writer) = (new PipeEnd(0, 0), new PipeEnd(0, 1));
        Assert.Equal("it.Reader has nothing to receive; it.Reader is open in p0; it.Writer is open in p0", Say(pipe));
        pipe.Perform(0, Act.OnPipe(OperationKind.Send, writer) with { Payload = s_five });
        pipe.Perform(0, Act.OnPipe(OperationKind.Close, writer));
        ((PipeModel)pipe).HandOn(2, reader.End);
        Assert.Equal(
            "it.Reader may receive 5; it.Reader is open in p0 and p2; it.Writer is open in no process",
            Say(pipe)
        );
    }

    [Fact]
    public void Marks_say_the_last_one_and_a_process_how_it_ended()
    {
        var marks = new MarkModel(new ObjectInfo(SlotKind.Free, 0, 0, "spa"));
        Assert.Equal("", Say(marks));
        marks.Perform(1, new Operation(OperationKind.Mark, ObjectSpace.Mark, Text: "spa\tguest 1 enters"));
        Assert.Equal("guest 1 enters", Say(marks));
        Assert.Equal("guest 1 enters", Say(marks.Clone()));

        var process = new ProcessModel(new ObjectInfo(SlotKind.Free, 0, 0, "guest-1"), 1, 0);
        Assert.Equal("runs", Say(process));
        process.Perform(1, new Operation(OperationKind.End, Argument: 3));
        Assert.Equal("ended with exit code 3", Say(process));
    }

    private static string Say(Model model) => model.Describe(actor => $"p{actor}");
}
