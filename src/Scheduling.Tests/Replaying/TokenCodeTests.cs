using System.Buffers.Text;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Letters whose checksum is right, whatever they say.</summary>
public sealed class TokenCodeTests
{
    private const string CutOff = "cut off in the middle of a segment";

    [Fact]
    public void Large_numbers_come_back_as_they_were_written()
    {
        Segment[] written = [new(0, 1, 7), new(200, 9_999_999, 255), new(16_384, 128, 0)];

        var letters = TokenCode.Write(written, Ending.TooLong, "Kata", "c");

        Assert.Null(TokenCode.Read(letters, "Kata", "c", out var segments, out var ending));
        Assert.Equal(written, segments);
        Assert.Equal(Ending.TooLong, ending);
    }

    [Theory]
    [InlineData("an actor, and no points", 5)]
    [InlineData("a number that goes on", 0x80)]
    [InlineData("points that go on", 5, 0x80)]
    [InlineData("no digest", 5, 1)]
    [InlineData("no point at all", 5, 0, 9)]
    [InlineData("a number of five parts", 0x80, 0x80, 0x80, 0x80, 1, 1, 9)]
    [InlineData("more points than a run may have", 5, 0x81, 0xad, 0xe2, 0x04, 9)]
    public void A_segment_that_is_not_whole_is_refused(string what, params int[] segment)
    {
        var problem = TokenCode.Read(Letters(segment), "Kata", "c", out _, out _);

        Assert.True(problem?.Contains(CutOff, StringComparison.Ordinal), $"{what}: {problem}");
    }

    [Fact]
    public void The_most_points_that_a_run_may_have_are_read()
    {
        Assert.Null(TokenCode.Read(Letters(5, 0x80, 0xad, 0xe2, 0x04, 9), "Kata", "c", out var segments, out _));
        Assert.Equal(new Segment(5, 10_000_000, 9), Assert.Single(segments));
    }

    private static string Letters(params int[] segment)
    {
        byte[] body = [1, (byte)Ending.Completed, .. segment.Select(part => (byte)part)];
        var checksum = body.Aggregate(new Digest().Add("Kata").Add("c"), (digest, part) => digest.Add(part)).Value;
        return Base64Url.EncodeToString([.. body, (byte)checksum, (byte)(checksum >> 8)]);
    }
}
