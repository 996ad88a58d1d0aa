using ConcurrencyKatas.Scheduling.Tests;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>The bounded search over the bug models: each bug shows with as many preemptions as it needs, and with no fewer.</summary>
public sealed class BugBoundTests
{
    private static readonly IReadOnlyList<BugModel> s_all = [.. BugCatalogue.All(0), .. BugCatalogue.Mended(0)];

    [Theory]
    [MemberData(nameof(BugProofTests.Small), MemberType = typeof(BugProofTests))]
    public void Where_all_schedules_can_be_gone_through_each_bound_sees_what_they_show(string name)
    {
        var model = Model(name);
        var every = EveryBoundedSchedule.Of(model.Stage(), bound: 3, maxStates: 20_000);
        Assert.True(every.Observations.Count > 1);
        BoundedComparison.AssertSame(model.Stage(), every, name);
    }

    [Theory]
    [InlineData("barrier reuse, 3", 0)]
    [InlineData("lost update, 2", 1)]
    [InlineData("check then act, 4", 1)]
    [InlineData("opposite locks, 2", 1)]
    [InlineData("philosophers, 3", 1)]
    [InlineData("lost wake-up, 2", 1)]
    [InlineData("wrong lock, 1 + 3", 1)]
    [InlineData("half published, 4", 1)]
    [InlineData("two stages, 2", 1)]
    [InlineData("if instead of while", 1)]
    [InlineData("ABA free list, 2", 1)]
    [InlineData("create if missing, 2", 1)]
    [InlineData("transfer and auditor, 4", 1)]
    public void A_bug_shows_with_as_many_preemptions_as_it_needs_and_with_no_fewer(string name, int preemptions)
    {
        for (var bound = 0; bound <= preemptions; bound++)
        {
            var options = new BoundedOptions { MaxPreemptions = bound };
            var search = new BoundedSearch(Model(name).Stage(), options);
            Assert.Equal(bound == preemptions, search.Explore().ToList().Exists(Model(name).ShowsIn));
            Assert.Equal(bound, search.Result.Bound);
        }
    }

    private static BugModel Model(string name) => s_all.Single(model => model.Name == name);
}
