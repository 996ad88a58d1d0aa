using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Tests;

/// <summary>What is loaded ahead decides nothing, and breaks nothing.</summary>
public sealed class RehearsalTests
{
    [Fact]
    public void The_sample_can_be_shown() => Assert.Null(Record.Exception(Rehearsal.Run));

    [Fact]
    public void A_rehearsal_that_fails_says_so_and_ends_nothing()
    {
        var problems = new StringWriter();

        Rehearsal.Begin(() => throw new InvalidDataException("no such sample"), problems).Join();

        Assert.Contains("no such sample", problems.ToString());
    }
}
