using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>The short way for numbers, texts and bytes has to be the long way, in fewer steps.</summary>
public sealed class WireShortTests
{
    private static readonly byte[] s_long = new byte[300];

    public static TheoryData<object> Values =>
        [
            .. WireRoundTripTests.Scalars.Select(static row => row.Data),
            Array.Empty<byte>(),
            new byte[] { 1, 2 },
            s_long,
        ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void The_bytes_are_those_that_a_writer_writes(object value) =>
        Assert.Equal(Written(value), WireShort.Encode(value));

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void What_is_read_is_what_a_reader_reads(object value)
    {
        byte[] bytes = Written(value);
        Assert.Equal(new WireReader(bytes).Read(typeof(object)), Wire.Read<object>(bytes));
    }

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Bytes_that_end_too_early_or_too_late_are_not_read(object value)
    {
        byte[] bytes = Written(value);
        Assert.False(WireShort.TryRead([.. bytes, 0], out _));
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.False(WireShort.TryRead(bytes.AsSpan(0, length), out _));
        }
    }

    [Fact]
    public void Another_version_is_not_read() =>
        Assert.False(WireShort.TryRead([WireLimits.Version + 1, (byte)WireTag.True], out _));

    [Fact]
    public void A_number_that_is_too_large_for_its_tag_is_refused()
    {
        var buffer = new WireBuffer();
        buffer.Byte(WireLimits.Version);
        buffer.Tag(WireTag.Int32);
        buffer.Signed(1L + int.MaxValue);
        _ = Assert.Throws<WireFormatException>(() => Wire.Decode(buffer.ToArray()));
    }

    [Fact]
    public void Signed_bytes_that_pass_for_bytes_stay_signed() =>
        Assert.Equal(
            (sbyte[])[-1, 2],
            Assert.IsType<sbyte[]>(Wire.Decode(Wire.Encode((byte[])(object)new sbyte[] { -1, 2 })))
        );

    [Fact]
    public void What_is_an_object_is_left_to_a_writer() => Assert.Null(WireShort.Encode(new object?[] { 1 }));

    [Fact]
    public void A_value_of_another_type_than_the_place_is_refused() =>
        _ = Assert.Throws<WireFormatException>(() => Wire.Read<string>(Wire.Encode(1)));

    private static byte[] Written(object value)
    {
        var writer = new WireWriter();
        writer.Write(value);
        return writer.ToArray();
    }
}
