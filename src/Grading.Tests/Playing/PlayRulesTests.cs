using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Playing;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class PlayRulesTests
{
    private static readonly Size s_small = new("small");
    private static readonly Size s_large = new("large");
    private static readonly Violation s_violation = new("It is broken.");

    private readonly PlayRules _rules = new();

    [Fact]
    public void A_claim_is_kept_with_its_name_and_its_sizes()
    {
        _rules.Collect("One", () => _rules.AllRuns([s_small, s_large]).Never(_ => s_violation));
        _rules.Collect("Other", () => _rules.AllRuns([s_large]).Never(_ => null));
        _rules.Collect("For real", () => _rules.ForReal().Must(_ => s_violation));
        Assert.Equal(["One", "Other", "For real"], _rules.Claims);
        Assert.Equal(["One"], _rules.Of(s_small).Select(rule => rule.Claim));
        Assert.Equal(["One", "Other"], _rules.Of(s_large).Select(rule => rule.Claim));
    }

    [Theory]
    [InlineData(Ending.Completed, true)]
    [InlineData(Ending.Deadlocked, false)]
    [InlineData(Ending.Stopped, false)]
    public void What_must_not_be_at_the_end_is_broken_by_runs_that_came_to_it(Ending ending, bool isBroken)
    {
        _rules.Collect("At the end", () => _rules.AllRuns([s_small]).AtTheEnd(_ => s_violation));
        Assert.Equal(isBroken, Broken(ending));
    }

    [Theory]
    [InlineData(Ending.Completed)]
    [InlineData(Ending.Deadlocked)]
    [InlineData(Ending.Stopped)]
    public void What_must_never_be_is_broken_by_the_beginning_of_a_run_too(Ending ending)
    {
        _rules.Collect("Never", () => _rules.AllRuns([s_small]).Never(_ => s_violation));
        Assert.True(Broken(ending));
    }

    [Theory]
    [InlineData(Ending.Completed, false)]
    [InlineData(Ending.Looping, true)]
    [InlineData(Ending.Stopped, false)]
    public void That_nothing_gets_stuck_is_broken_by_runs_that_did(Ending ending, bool isBroken)
    {
        _rules.Collect("Never deadlocks", () => _rules.AllRuns([s_small]).NeverDeadlocks());
        Assert.Equal(isBroken, Broken(ending));
    }

    private bool Broken(Ending ending)
    {
        var run = new Run
        {
            Steps = [],
            Ending = ending,
            Detail = ending == Ending.Completed ? null : "it came to no point",
            Actors = [new ActorInfo(0, "main", -1, null)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "test",
        };
        return Assert.Single(_rules.Of(s_small)).Violation(new KataRun(run, s_small)) is not null;
    }
}
