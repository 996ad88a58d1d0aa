using ConcurrencyKatas.Testing;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class HelpTests
{
    [Theory]
    [InlineData]
    [InlineData("list")]
    [InlineData("next")]
    [InlineData("watch")]
    [InlineData("test")]
    [InlineData("hint")]
    [InlineData("reset")]
    [InlineData("solution")]
    [InlineData("run")]
    [InlineData("grade")]
    [InlineData("report")]
    [InlineData("check")]
    [InlineData("replay")]
    [InlineData("play")]
    [InlineData("new")]
    [InlineData("new", "impostor")]
    [InlineData("coverage")]
    [InlineData("mutate")]
    [InlineData("detect")]
    [InlineData("strength")]
    [InlineData("bench")]
    [InlineData("bench", "multiprocessing")]
    [InlineData("bench", "verdicts")]
    public async Task Help_says_what_a_verb_does_and_gives_an_example(params string[] verb)
    {
        using var course = new TestCourse();
        var spoken = await course.RunAsync([.. verb, "--help"]);
        Assert.Equal(ExitCodes.Passed, spoken.Code);
        Assert.True(verb.Length == 0 || spoken.Output.Contains($"  ./kata {verb[0]}", StringComparison.Ordinal));
        await Approved.MatchAsync(spoken.Output, string.Join('-', ["kata", .. verb]));
    }

    [Fact]
    public async Task Without_a_verb_the_help_is_shown()
    {
        using var course = new TestCourse();
        Assert.Equal((await course.RunAsync("--help")).Output, (await course.RunAsync()).Output);
    }
}
