using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class WireRoundTripTests
{
    private enum Colour : byte
    {
        Red,
        Blue = 200,
    }

    public static TheoryData<object> Scalars =>
        [
            true,
            false,
            (sbyte)-3,
            (byte)250,
            short.MinValue,
            ushort.MaxValue,
            int.MinValue,
            -1,
            0,
            uint.MaxValue,
            long.MinValue,
            long.MaxValue,
            ulong.MaxValue,
            1.5f,
            double.NaN,
            -0.1,
            79228162514264337593543950335m,
            -0.10m,
            '\uD800',
            "",
            "héllo \U0001F600\0",
            "half a pair: \uD83D",
            TimeSpan.MinValue,
            Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        ];

    [Theory]
    [MemberData(nameof(Scalars), DisableDiscoveryEnumeration = true)]
    public void A_scalar_arrives_as_it_was(object value) => Assert.Equal(value, Copy(value));

    [Fact]
    public void A_scalar_keeps_its_type() =>
        Assert.Equal(
            [typeof(byte), typeof(long), typeof(float)],
            ((object[])Copy(new object[] { (byte)1, 1L, 1f })!).Select(one => one.GetType())
        );

    public static TheoryData<Array> Numbers =>
        [
            new sbyte[] { sbyte.MinValue, -1 },
            new byte[] { 0, byte.MaxValue },
            new short[] { short.MinValue, 1 },
            new ushort[] { ushort.MaxValue },
            new int[] { int.MinValue, 7 },
            new uint[] { uint.MaxValue, 0 },
            new long[] { long.MinValue },
            new ulong[] { ulong.MaxValue, 2 },
            new float[] { float.NaN, -0f },
            new double[] { double.Epsilon },
            Array.Empty<int>(),
        ];

    [Theory]
    [MemberData(nameof(Numbers), DisableDiscoveryEnumeration = true)]
    public void An_array_of_numbers_of_any_kind_arrives_as_it_was(Array numbers)
    {
        Array copy = Copy(numbers);

        Assert.NotSame(numbers, copy);
        Assert.Equal(numbers.GetType(), copy.GetType());
        Assert.Equal(numbers, copy);
    }

    [Fact]
    public void Nothing_arrives_as_nothing() => Assert.Null(Wire.Decode(Wire.Encode(null)));

    [Fact]
    public void A_date_keeps_its_kind() =>
        Assert.Equal(DateTimeKind.Local, Copy(new DateTime(1, DateTimeKind.Local)).Kind);

    [Fact]
    public void Enums_arrive_also_those_without_a_name() =>
        Assert.Equal([Colour.Blue, (Colour)7], Copy(new[] { Colour.Blue, (Colour)7 }));

    [Fact]
    public void Collections_arrive_with_their_items()
    {
        Assert.Equal([1, 2, 3], Copy(new[] { 1, 2, 3 }));
        Assert.Equal(
            [
                [1.5],
                [],
            ],
            Copy(new double[][] { [1.5], [] })
        );
        Assert.Equal(["a", null], Copy(new List<string?> { "a", null }));
        Assert.Equal([null, 4], Copy(new List<int?> { null, 4 }));
        Assert.Equal(
            new System.Collections.Generic.Queue<int>([1, 2]),
            Copy(new System.Collections.Generic.Queue<int>([1, 2]))
        );
        Assert.Equal(["a", "b"], Copy(new SortedSet<string> { "b", "a" }));
        Assert.Contains("x", Copy(new HashSet<string> { "x" }));
    }

    [Fact]
    public void A_dictionary_finds_what_it_found_before()
    {
        var byName = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase) { ["One"] = [1] };
        Assert.Equal([1], Copy(byName)["ONE"]);
        Assert.Equal(2, Copy(new Dictionary<(int, string), int> { [(1, "a")] = 2 })[(1, "a")]);
    }

    [Fact]
    public void Tuples_arrive_long_ones_and_objects_too()
    {
        Assert.Equal((1, "a", (2.5, 'c')), Copy((1, "a", (2.5, 'c'))));
        Assert.Equal((1, 2, 3, 4, 5, 6, 7, 8, 9), Copy((1, 2, 3, 4, 5, 6, 7, 8, 9)));
        Assert.Equal(Tuple.Create(1, "a"), Copy(Tuple.Create(1, "a")));
    }

    [Fact]
    public void Records_and_plain_objects_arrive_by_their_fields_those_of_bases_too()
    {
        var guest = new VipGuest("Ada", 3) { Notes = { "late" } };
        VipGuest copy = Copy(guest);
        Assert.Equal(("Ada", 3), (copy.Name, copy.Room));
        Assert.Equal(["late"], copy.Notes);
        Assert.Equal(new Point(1, 2), Copy(new Point(1, 2)));
    }

    [Fact]
    public void What_is_marked_as_not_serialised_stays_behind() => Assert.Null(Copy(new Cached { Value = "x" }).Value);

    [Fact]
    public void One_object_at_two_places_is_one_object_there()
    {
        var shared = new List<int> { 1 };
        List<int>[] copy = Copy(new[] { shared, shared });
        Assert.Same(copy[0], copy[1]);
    }

    [Fact]
    public void An_object_that_contains_itself_arrives_as_such()
    {
        var node = new Node();
        node.Next = node;
        Node copy = Copy(node);
        Assert.Same(copy, copy.Next);
        object[] loop = new object[1];
        loop[0] = loop;
        object[] loopCopy = Copy(loop);
        Assert.Same(loopCopy, loopCopy[0]);
    }

    [Fact]
    public void An_exception_arrives_as_what_it_said()
    {
        Exception? thrown = Record.Exception(static () => Children.Throw("why"));
        var copy = (RemoteException)Wire.Decode(Wire.Encode(thrown))!;
        Assert.Equal(("System.InvalidOperationException", "why"), (copy.TypeName, copy.Message));
        Assert.Contains("Children.Throw", copy.RemoteTrace);
        Assert.Equal(copy.ToString(), Wire.Decode(Wire.Encode(copy))!.ToString());
    }

    [Fact]
    public void A_primitive_arrives_as_the_same_primitive()
    {
        var rooms = new BoundedSemaphore(2, "rooms");
        BoundedSemaphore copy = Copy(rooms);
        copy.Acquire();
        Assert.Equal(("rooms", 1), (copy.Name, rooms.Value));
    }

    [Fact]
    public void A_delegate_that_captures_nothing_arrives()
    {
        Assert.Equal(5, Copy<Func<int, int>>(static one => one + 1)(4));
        Assert.Equal(4, Copy<Func<int, int, int>>(Math.Max)(4, 3));
        Assert.Equal(3, Copy<Func<string, int>>(Length<string>)("abc"));
    }

    private static int Length<T>(T value) => value!.ToString()!.Length;

    private static T Copy<T>(T value) => (T)Wire.Decode(Wire.Encode(value))!;

    private record struct Point(int X, int Y);

    private class Guest(string name)
    {
        public string Name { get; } = name;

        public List<string> Notes { get; } = [];
    }

    private sealed class VipGuest(string name, int room) : Guest(name)
    {
        public int Room { get; } = room;
    }

    private sealed class Cached
    {
        [field: NonSerialized]
        public string? Value { get; set; }
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }
}
