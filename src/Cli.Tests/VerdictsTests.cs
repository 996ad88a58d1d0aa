using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class VerdictsTests
{
    private const string Proved = "PROVED (60 classes; this size, no crash injected)";
    private const string Sampled = "SAMPLED (214 schedules, 200 distinct)";

    [Theory]
    [InlineData(Proved, "PROVED (60 classes)")]
    [InlineData(Sampled, Sampled)]
    [InlineData($"small: {Proved}; large: {Sampled}", $"small: PROVED (60 classes); large: {Sampled}")]
    [InlineData("shown by a probe", "shown by a probe")]
    public void What_a_proof_assumes_is_left_out_of_its_line(string verdict, string expected) =>
        Assert.Equal(expected, Verdicts.Short(verdict));

    [Fact]
    public void What_several_proofs_assume_is_said_once()
    {
        Assert.Equal("this size, no crash injected", Verdicts.AssumedBy([Proved, Sampled, Proved]));
        Assert.Null(Verdicts.AssumedBy([Sampled]));
        Assert.Equal("this size, no crash injected, more", Verdicts.AssumedBy([Proved, Proved[..^1] + ", more)"]));
    }
}
