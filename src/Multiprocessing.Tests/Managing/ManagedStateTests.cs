using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What an object of a manager makes of calls, right ones and wrong ones. Any process of a session may send them.</summary>
public sealed class ManagedStateTests
{
    private static readonly ManagerVerb[] s_withIndex = [ManagerVerb.Get, ManagerVerb.Set, ManagerVerb.Insert];

    // Every verb that each object knows, with how many arguments.
    private static readonly Dictionary<SlotKind, Dictionary<ManagerVerb, int[]>> s_known = new()
    {
        [SlotKind.ListProxy] = new()
        {
            [ManagerVerb.Create] = [0, 1, 2, 3],
            [ManagerVerb.AddMany] = [0, 1, 2, 3],
            [ManagerVerb.Add] = [1],
            [ManagerVerb.Get] = [1],
            [ManagerVerb.Set] = [2],
            [ManagerVerb.Remove] = [0, 1],
            [ManagerVerb.Insert] = [2],
            [ManagerVerb.IndexOf] = [1],
            [ManagerVerb.Count] = [0],
            [ManagerVerb.Copy] = [0],
            [ManagerVerb.Clear] = [0],
            [ManagerVerb.Reverse] = [0],
        },
        [SlotKind.DictionaryProxy] = new()
        {
            [ManagerVerb.Create] = [0, 2],
            [ManagerVerb.AddMany] = [0, 2],
            [ManagerVerb.Get] = [1],
            [ManagerVerb.Set] = [2],
            [ManagerVerb.Add] = [2],
            [ManagerVerb.GetOrAdd] = [2],
            [ManagerVerb.Remove] = [1],
            [ManagerVerb.Contains] = [1],
            [ManagerVerb.Count] = [0],
            [ManagerVerb.Clear] = [0],
            [ManagerVerb.Copy] = [0],
            [ManagerVerb.Keys] = [0],
            [ManagerVerb.Values] = [0],
        },
        [SlotKind.ValueProxy] = new()
        {
            [ManagerVerb.Create] = [1],
            [ManagerVerb.Get] = [0],
            [ManagerVerb.Set] = [1],
        },
    };

    public static TheoryData<SlotKind, ManagerVerb> Calls =>
        [.. s_known.Keys.SelectMany(kind => Enum.GetValues<ManagerVerb>().Select(verb => (kind, verb)))];

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_is_known_by_its_verb_and_its_number_of_arguments_and_refused_otherwise(
        SlotKind kind,
        ManagerVerb verb
    )
    {
        for (int count = 0; count <= 3; count++)
        {
            ManagedState state = Filled(kind);
            byte[][] before = [.. state.Contents];
            ManagerAnswer answer = state.Perform(verb, [.. Enumerable.Range(0, count).Select(n => Wire.Encode(n))]);

            bool isKnown = s_known[kind].GetValueOrDefault(verb, []).Contains(count);
            Assert.Equal(isKnown, answer.Status != ManagerStatus.BadCall);
            Assert.True(isKnown || state.Contents.SequenceEqual(before), "What was refused has changed it.");
        }
    }

    [Fact]
    public void An_index_of_a_list_is_a_number_within_it()
    {
        foreach (ManagerVerb verb in s_withIndex)
        {
            byte[][] Arguments(byte[] index) => verb == ManagerVerb.Get ? [index] : [index, Wire.Encode("new")];

            Assert.Equal(ManagerStatus.BadCall, Filled(SlotKind.ListProxy).Perform(verb, Arguments([0xff])).Status);
            Assert.Equal(
                ManagerStatus.BadCall,
                Filled(SlotKind.ListProxy).Perform(verb, Arguments(Wire.Encode("0"))).Status
            );
            foreach (int index in (int[])[-1, 4, int.MaxValue, int.MinValue])
            {
                ManagedState list = Filled(SlotKind.ListProxy);
                Assert.Equal(ManagerStatus.NoSuchIndex, list.Perform(verb, Arguments(Wire.Encode(index))).Status);
                Assert.Equal(3, list.Contents.Count());
            }
            // Behind the last one may be inserted, and nothing else be done.
            Assert.Equal(
                verb == ManagerVerb.Insert ? ManagerStatus.Done : ManagerStatus.NoSuchIndex,
                Filled(SlotKind.ListProxy).Perform(verb, Arguments(Wire.Encode(3))).Status
            );
        }
    }

    [Fact]
    public void Nothing_can_be_taken_from_an_empty_list()
    {
        ManagedState list = ManagedState.Create(SlotKind.ListProxy)!;
        Assert.Equal(ManagerStatus.Empty, list.Perform(ManagerVerb.Remove, []).Status);
        Assert.Equal(ManagerStatus.NoSuchIndex, list.Perform(ManagerVerb.Remove, [Wire.Encode(0)]).Status);
    }

    [Theory]
    [InlineData(SlotKind.ListProxy)]
    [InlineData(SlotKind.DictionaryProxy)]
    [InlineData(SlotKind.ValueProxy)]
    public void A_copy_goes_its_own_way(SlotKind kind)
    {
        ManagedState state = Filled(kind);
        byte[][] before = [.. state.Contents];
        ManagedState copy = state.Clone();
        _ = copy.Perform(
            ManagerVerb.Set,
            kind == SlotKind.ValueProxy
                ?
                [
                    [1],
                ]
                : [Wire.Encode(0), Wire.Encode("new")]
        );

        Assert.True(state.Contents.SequenceEqual(before));
        Assert.False(copy.Contents.Select(Convert.ToHexString).SequenceEqual(before.Select(Convert.ToHexString)));
    }

    [Theory]
    [InlineData(SlotKind.ListProxy, ManagerVerb.Add)]
    [InlineData(SlotKind.DictionaryProxy, ManagerVerb.Set)]
    [InlineData(SlotKind.DictionaryProxy, ManagerVerb.GetOrAdd)]
    [InlineData(SlotKind.ValueProxy, ManagerVerb.Set)]
    public void What_would_make_it_too_large_is_refused_and_leaves_it_as_it_was(SlotKind kind, ManagerVerb verb)
    {
        ManagedState state = Filled(kind);
        byte[] large = new byte[WireLimits.NeutralBytes + 1];
        byte[][] arguments = kind == SlotKind.DictionaryProxy ? [Wire.Encode(9), large] : [large];

        Assert.Equal(ManagerStatus.TooLarge, state.Perform(verb, arguments).Status);
        Assert.True(state.Contents.SequenceEqual(Filled(kind).Contents, ByBytes.Instance));
    }

    [Fact]
    public void Only_what_holds_something_has_a_state() => Assert.Null(ManagedState.Create(SlotKind.Lock));

    private static ManagedState Filled(SlotKind kind)
    {
        ManagedState state = ManagedState.Create(kind)!;
        byte[][] contents = kind switch
        {
            SlotKind.ListProxy => [Wire.Encode(7), Wire.Encode("b"), Wire.Encode(null)],
            SlotKind.DictionaryProxy => [Wire.Encode(0), Wire.Encode("zero"), Wire.Encode(5), Wire.Encode("five")],
            _ => [Wire.Encode("it")],
        };
        Assert.Equal(ManagerStatus.Done, state.Perform(ManagerVerb.Create, contents).Status);
        return state;
    }

    private sealed class ByBytes : IEqualityComparer<byte[]>
    {
        public static readonly ByBytes Instance = new();

        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(byte[] bytes) => bytes.Length;
    }
}
