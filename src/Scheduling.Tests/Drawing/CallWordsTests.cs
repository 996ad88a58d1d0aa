using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Calls on objects of a manager, as they stand in source.</summary>
public sealed class CallWordsTests
{
    [Theory]
    [InlineData(ManagerStatus.NoSuchKey, "no such key")]
    [InlineData(ManagerStatus.NoSuchIndex, "no such index")]
    [InlineData(ManagerStatus.KeyExists, "there already")]
    [InlineData(ManagerStatus.Empty, "empty")]
    [InlineData(ManagerStatus.TooLarge, "refused")]
    public void A_refused_call_says_why(ManagerStatus status, string why) =>
        Assert.Equal(
            $"stock.Remove(7) → {why}",
            Did(Act.Call(ManagerVerb.Remove, 7), SlotKind.DictionaryProxy, ManagerAnswer.Refused(status))
        );

    [Fact]
    public void A_call_whose_answer_is_not_known_is_said_without_one() =>
        Assert.Equal("stock[7]", Did(Act.Call(ManagerVerb.Get, 7), SlotKind.DictionaryProxy, answer: null));

    [Theory]
    [InlineData(SlotKind.ListProxy, ManagerVerb.AddMany, 1, "stock.AddRange(7)")]
    [InlineData(SlotKind.DictionaryProxy, ManagerVerb.AddMany, 2, "stock.Update(7, 7)")]
    [InlineData(SlotKind.ListProxy, ManagerVerb.Remove, 0, "stock.RemoveLast()")]
    [InlineData(SlotKind.ListProxy, ManagerVerb.Remove, 1, "stock.RemoveAt(7)")]
    [InlineData(SlotKind.DictionaryProxy, ManagerVerb.Remove, 1, "stock.Remove(7)")]
    [InlineData(SlotKind.ListProxy, ManagerVerb.Copy, 0, "stock.ToList()")]
    [InlineData(SlotKind.ArrayProxy, ManagerVerb.Copy, 0, "stock.ToArray()")]
    [InlineData(SlotKind.DictionaryProxy, ManagerVerb.Copy, 0, "stock.ToDictionary()")]
    [InlineData(SlotKind.NamespaceProxy, ManagerVerb.Contains, 1, "stock.Contains(7)")]
    [InlineData(SlotKind.DictionaryProxy, ManagerVerb.Contains, 1, "stock.ContainsKey(7)")]
    [InlineData(SlotKind.ArrayProxy, ManagerVerb.Count, 0, "stock.Length")]
    [InlineData(SlotKind.ListProxy, ManagerVerb.Count, 0, "stock.Count")]
    public void A_verb_has_the_name_that_it_has_in_the_class_of_its_object(
        SlotKind kind,
        ManagerVerb verb,
        int arguments,
        string said
    ) =>
        Assert.Equal(
            said,
            CallWords.Does(Act.Call(verb, [.. Enumerable.Repeat<object?>(7, arguments)]), "stock", kind)
        );

    public static TheoryData<object?, string> Values =>
        new()
        {
            { null, "null" },
            { true, "true" },
            { false, "false" },
            { "sofa", "\"sofa\"" },
            { 1.5, "1.5" },
            { new object?[] { 1, null, "a" }, "[1, null, \"a\"]" },
            { new string('x', 40), $"\"{new string('x', 22)}…" },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_said_as_source_would_say_it_and_cut_where_it_is_long(object? value, string said) =>
        Assert.Equal(said, CallWords.Say(Wire.Encode(value)));

    [Fact]
    public void Bytes_that_nobody_can_read_are_said_to_be_that()
    {
        Assert.Equal("?", CallWords.Say([0xff]));
        Assert.Equal("stock.Clear()", CallWords.Does(Hostile(ManagerVerb.Clear), "stock", SlotKind.ListProxy));

        static Operation Hostile(ManagerVerb verb) => Act.Call(verb) with { Payload = [0xff] };
    }

    private static string Did(Operation call, SlotKind kind, ManagerAnswer? answer) =>
        CallWords.Did(
            new Step(0, 1, call, new Decision(Outcome.Go, Payload: answer?.Encode()), default, null),
            "stock",
            kind
        );
}
