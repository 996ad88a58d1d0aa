using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class VerdictsTests
{
    private const string Proved = "PROVED (60 classes; this size, no crash injected)";
    private const string Sampled = "SAMPLED (214 schedules, 200 distinct)";
    private const string Bounded = "BOUNDED (every schedule with at most 1 preemption, 240 runs; this size)";

    [Theory]
    [InlineData(Proved, "PROVED (60 classes)")]
    [InlineData(Sampled, Sampled)]
    [InlineData(Bounded, "BOUNDED (every schedule with at most 1 preemption, 240 runs)")]
    [InlineData($"small: {Proved}; large: {Sampled}", $"small: PROVED (60 classes); large: {Sampled}")]
    [InlineData("shown by a probe", "shown by a probe")]
    public void What_a_proof_assumes_is_left_out_of_its_line(string verdict, string expected) =>
        Assert.Equal(expected, Verdicts.Short(verdict));

    [Theory]
    [InlineData(Proved, false)]
    [InlineData(Bounded, true)]
    [InlineData($"small: {Proved}; large: {Sampled}", true)]
    public void Whether_something_was_left_untried_is_seen_in_the_line(string verdict, bool isPartial) =>
        Assert.Equal(isPartial, Verdicts.IsPartial(verdict));

    [Fact]
    public void What_several_proofs_assume_is_said_once()
    {
        Assert.Equal("this size, no crash injected", Verdicts.AssumedBy([Proved, Sampled, Proved]));
        Assert.Null(Verdicts.AssumedBy([Sampled]));
        Assert.Equal("this size, no crash injected, more", Verdicts.AssumedBy([Proved, Proved[..^1] + ", more)"]));
    }
}
