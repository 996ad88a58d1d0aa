using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ProxyModelTests
{
    public static TheoryData<SlotKind> Objects => [SlotKind.DictionaryProxy, SlotKind.ListProxy, SlotKind.ValueProxy];

    public static TheoryData<SlotKind> Locks => [SlotKind.LockProxy, SlotKind.RLockProxy];

    // What would wait with nobody there to end it.
    public static readonly TheoryData<SlotKind, OperationKind> Waits = new()
    {
        { SlotKind.SemaphoreProxy, OperationKind.Acquire },
        { SlotKind.BoundedSemaphoreProxy, OperationKind.Acquire },
        { SlotKind.EventProxy, OperationKind.Wait },
        { SlotKind.BarrierProxy, OperationKind.Wait },
        { SlotKind.QueueProxy, OperationKind.Get },
        { SlotKind.JoinableQueueProxy, OperationKind.Get },
    };

    [Theory]
    [MemberData(nameof(Waits))]
    public void A_primitive_of_a_manager_waits_as_the_primitive_does_until_the_manager_ends(
        SlotKind kind,
        OperationKind wait
    )
    {
        var (it, plain) = (Act.New(kind, 0, 1), Act.New(kind.Plain(), 0, 1));
        var operation = Operation.OnSlot(wait, 0);
        Assert.False(plain.IsEnabled(1, operation));
        Assert.False(it.IsEnabled(1, operation));
        Assert.Equal(plain.ItemOf(operation), it.ItemOf(operation));
        var clone = it.Clone();
        Assert.Equal(it.Digest, clone.Digest);
        it.Perform(0, Act.Close);
        Assert.NotEqual(it.Digest, clone.Digest);
        Assert.True(it.IsEnabled(1, operation));
        Assert.Null(it.ItemOf(operation));
        Assert.Empty(it.HoldersFor(1, operation));
        Assert.Equal(new Decision(Outcome.Go, Decision.Closed), it.Perform(1, operation));
        Assert.False(clone.IsEnabled(1, operation));
    }

    [Fact]
    public void A_namespace_is_a_dictionary_and_an_array_a_list()
    {
        var (settings, scores) = (Act.New(SlotKind.NamespaceProxy), Act.New(SlotKind.ArrayProxy));
        settings.Perform(1, Act.Call(ManagerVerb.Set, "depth", 3));
        Assert.Equal([3], Values(settings.Perform(2, Act.Call(ManagerVerb.Get, "depth"))));
        scores.Perform(1, Act.Call(ManagerVerb.Create, 1, 2));
        Assert.Equal([1, 2], Values(scores.Perform(2, Act.Call(ManagerVerb.Copy))));
    }

    [Fact]
    public void A_call_is_performed_at_once_and_answered()
    {
        var left = Act.New(SlotKind.DictionaryProxy);
        Assert.True(left.IsEnabled(1, Act.Call(ManagerVerb.Get, "count")));
        left.Perform(1, Act.Call(ManagerVerb.Set, "count", 100));
        Assert.Equal([100], Values(left.Perform(2, Act.Call(ManagerVerb.Get, "count"))));
    }

    [Fact]
    public void A_call_that_is_refused_changes_nothing_and_says_why()
    {
        var left = Act.New(SlotKind.DictionaryProxy);
        var before = left.Digest;
        var decision = left.Perform(1, Act.Call(ManagerVerb.Get, "count"));
        Assert.Equal(Decision.Refused, decision.Value);
        Assert.Equal(ManagerStatus.NoSuchKey, ManagerAnswer.Decode(decision.Payload).Status);
        Assert.Equal(before, left.Digest);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Hostile_bytes_are_refused(SlotKind kind)
    {
        var model = Act.New(kind);
        var before = model.Digest;
        byte[]?[] payloads = [null, [], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [1, 200, 1], [2, 1, 9]];
        foreach (var payload in payloads)
        {
            foreach (var verb in (ManagerVerb[])[ManagerVerb.Set, ManagerVerb.Insert, (ManagerVerb)99])
            {
                var decision = model.Perform(1, Act.Call(verb) with { Payload = payload });
                Assert.Equal(ManagerStatus.BadCall, ManagerAnswer.Decode(decision.Payload).Status);
            }
        }
        Assert.Equal(before, model.Digest);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_clone_is_equal_and_goes_its_own_way(SlotKind kind)
    {
        var model = Act.New(kind);
        var first = Filling(kind, 1);
        model.Perform(1, first);
        var clone = model.Clone();
        Assert.Equal(model.Digest, clone.Digest);
        clone.Perform(1, Filling(kind, 2));
        Assert.NotEqual(model.Digest, clone.Digest);
        clone.Perform(1, Act.Close);
        Assert.Equal(0, model.Perform(1, first).Value);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void After_the_managers_end_every_call_is_told_so(SlotKind kind)
    {
        var model = Act.New(kind);
        var before = model.Digest;
        model.Perform(0, Act.Close);
        Assert.NotEqual(before, model.Digest);
        Assert.True(model.IsEnabled(1, Act.Call(ManagerVerb.Count)));
        Assert.Equal(new Decision(Outcome.Go, Decision.Closed), model.Perform(1, Act.Call(ManagerVerb.Count)));
        Assert.Equal(Decision.Closed, model.Clone().Perform(1, Act.Call(ManagerVerb.Count)).Value);
    }

    [Theory]
    [MemberData(nameof(Locks))]
    public void A_lock_of_a_manager_is_the_lock_that_it_is(SlotKind kind)
    {
        var gate = Act.New(kind);
        Assert.Equal(Act.Go, gate.Perform(1, Act.Acquire));
        Assert.Equal([1], gate.Holders);
        Assert.False(gate.IsEnabled(2, Act.Acquire));
        Assert.Equal(kind == SlotKind.RLockProxy, gate.IsEnabled(1, Act.Acquire));
        Assert.Equal(Act.TimedOut, gate.Perform(2, Act.Try));
        Assert.Equal(kind == SlotKind.RLockProxy ? Act.Refused : Act.Go, gate.Clone().Perform(2, Act.Release));
    }

    [Theory]
    [MemberData(nameof(Locks))]
    public void Nobody_waits_for_a_lock_whose_manager_is_gone(SlotKind kind)
    {
        var gate = Act.New(kind);
        gate.Perform(1, Act.Acquire);
        gate.Perform(0, Act.Close);
        Assert.True(gate.IsEnabled(2, Act.Acquire));
        Assert.Empty(gate.Holders);
        Assert.Equal(Decision.Closed, gate.Perform(2, Act.Acquire).Value);
        Assert.Equal(Decision.Closed, gate.Perform(1, Act.Release).Value);
    }

    [Fact]
    public void An_object_knows_no_operation_but_calls() =>
        Assert.Throws<InvalidOperationException>(() => Act.New(SlotKind.ValueProxy).Perform(1, Act.Acquire));

    private static Operation Filling(SlotKind kind, int value) =>
        kind == SlotKind.DictionaryProxy ? Act.Call(ManagerVerb.Set, "a", value)
        : kind == SlotKind.ListProxy ? Act.Call(ManagerVerb.Add, value)
        : Act.Call(ManagerVerb.Set, value);

    private static IEnumerable<object?> Values(Decision decision) =>
        ManagerAnswer.Decode(decision.Payload).Values.Select(value => Wire.Decode(value));
}
