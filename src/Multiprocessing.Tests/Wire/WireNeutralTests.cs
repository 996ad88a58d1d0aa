using System.Text;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class WireNeutralTests
{
    private enum Colour
    {
        Red,
    }

    [Fact]
    public void Values_come_without_types()
    {
        Assert.Equal(5, Neutral(5));
        Assert.Equal("Red", Neutral(Colour.Red));
        Assert.Equal(new object?[] { 1, 2 }, Neutral(new[] { 1, 2 }));
        Assert.Equal(new object?[] { "a", null }, Neutral(new List<string?> { "a", null }));
        Assert.Equal(new object?[] { 1, "a" }, Neutral((1, "a")));
        Assert.Equal(new object?[] { 'x' }, Neutral(new HashSet<char> { 'x' }));
    }

    [Fact]
    public void Records_come_as_their_members()
    {
        var order = (IReadOnlyDictionary<string, object?>)Neutral(new Order("ada", [new Line(2)]))!;
        Assert.Equal("ada", order["Customer"]);
        var line = (IReadOnlyDictionary<string, object?>)((object?[])order["Lines"]!)[0]!;
        Assert.Equal(2, line["Count"]);
    }

    [Fact]
    public void Dictionaries_come_by_text_or_as_pairs()
    {
        var byText = (IReadOnlyDictionary<string, object?>)Neutral(new Dictionary<string, int> { ["a"] = 1 })!;
        Assert.Equal(1, byText["a"]);
        object?[] pairs = (object?[])Neutral(new Dictionary<int, string> { [1] = "a" })!;
        Assert.Equal(new object?[] { 1, "a" }, pairs[0]);
    }

    [Fact]
    public void Exceptions_come_as_what_they_said()
    {
        var failure = (IReadOnlyDictionary<string, object?>)Neutral(new TimeoutException("late"))!;
        Assert.Equal(("System.TimeoutException", "late"), (failure["TypeName"], failure["Message"]));
    }

    [Fact]
    public void An_object_that_contains_itself_is_malformed()
    {
        var loop = new List<object>();
        loop.Add(loop);
        Assert.Contains("contains itself", Malformed(Wire.Encode(loop)));
    }

    [Fact]
    public void A_delegate_is_malformed() => Malformed(Wire.Encode(new Action(Children.Nothing)));

    [Fact]
    public void An_empty_message_is_malformed() => Malformed([]);

    [Fact]
    public void More_bytes_than_a_value_are_malformed() => Malformed([.. Wire.Encode(1), 0]);

    [Fact]
    public void Sharing_that_unfolds_to_billions_of_values_is_malformed()
    {
        object level = new object[] { 1, 2 };
        for (int time = 0; time < 100; time++)
        {
            level = new[] { level, level };
        }
        Assert.Contains("values", Malformed(Wire.Encode(level)));
    }

    [Theory]
    [InlineData((int)WireTag.NumberArray, new byte[] { 9, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    [InlineData((int)WireTag.String, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0x07 })]
    [InlineData((int)WireTag.RawString, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01 })]
    [InlineData((int)WireTag.Int64, new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData((int)WireTag.Reference, new byte[] { 0 })]
    [InlineData(99, new byte[] { 0 })]
    public void A_length_or_number_beyond_the_message_is_malformed_without_reserving_memory(int tag, byte[] rest)
    {
        byte[] message = [WireLimits.Version, (byte)tag, .. rest];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Malformed(message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Nested_promises_of_many_items_reserve_memory_for_one_only()
    {
        var message = new WireBuffer();
        message.Byte(WireLimits.Version);
        message.Tag(WireTag.List);
        message.Raw([0, WireTypeWriter.Named, 0]);
        message.Text("assembly");
        message.Identity(Guid.Empty);
        message.Fixed32(1);
        message.Text("type");
        message.Count(0);
        for (int level = 0; level < 200; level++)
        {
            message.Count(900_000);
            message.Tag(WireTag.List);
            message.Count(0);
        }
        message.Raw(new byte[1_000_000]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Malformed(message.ToArray());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void Deep_nesting_is_malformed_and_overflows_no_stack()
    {
        byte[] open = [WireLimits.Version, (byte)WireTag.List, 0, WireTypeWriter.Named, 0, 0];
        var message = new WireBuffer();
        message.Raw(open);
        message.Identity(Guid.Empty);
        message.Fixed32(1);
        message.Text("");
        message.Count(0);
        for (int level = 0; level < 100_000; level++)
        {
            message.Count(1);
            message.Tag(WireTag.List);
            message.Count(0);
        }
        Assert.Contains("nested too deeply", Malformed(message.ToArray()));
    }

    [Fact]
    public void Damaged_bytes_are_decoded_or_malformed_and_nothing_else()
    {
        var random = new Random(20260102);
        byte[] sound = Wire.Encode(
            new object?[]
            {
                new Order("ada", [new Line(2), new Line(3)]),
                new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = new[] { 1L, 2L } },
                new HashSet<(int, string)> { (1, "x") },
                Colour.Red,
                new TimeoutException("late"),
                1.25m,
                DateTime.UnixEpoch,
                "half: \uD83D",
            }
        );
        int malformed = 0;
        for (int time = 0; time < 20_000; time++)
        {
            byte[] damaged = [.. sound[..random.Next(1, sound.Length + 1)]];
            for (int hit = random.Next(4); hit >= 0; hit--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }
            try
            {
                _ = Wire.DecodeNeutral(damaged);
            }
            catch (WireFormatException)
            {
                malformed++;
            }
        }
        Assert.InRange(malformed, 10_000, 19_999);
    }

    [Fact]
    public void Bytes_that_end_too_early_are_malformed_for_the_decoder_with_types_too()
    {
        byte[] sound = Wire.Encode(
            new object?[] { new Order("ada", [new Line(2)]), new[] { 1, 2 }, Encoding.UTF8.WebName }
        );
        for (int length = 0; length < sound.Length; length++)
        {
            byte[] cut = sound[..length];
            Assert.Throws<WireFormatException>(() => Wire.Decode(cut));
        }
    }

    private static object? Neutral(object? value) => Wire.DecodeNeutral(Wire.Encode(value));

    private static string Malformed(byte[] bytes) =>
        Assert.Throws<WireFormatException>(() => Wire.DecodeNeutral(bytes)).Message;

    private sealed record Order(string Customer, List<Line> Lines);

    private sealed record Line(int Count);
}
