using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Compares what a bounded search shows with what every schedule within the bound shows.</summary>
internal static class BoundedComparison
{
    /// <summary>For each bound that was enumerated; where that is all, without a bound as well.</summary>
    public static void AssertSame(IForkableStage stage, EveryBoundedSchedule every, string name)
    {
        for (var bound = 0; bound < every.Observations.Count; bound++)
        {
            var search = Search(stage, bound, out var seen);
            Assert.True(
                search.Result.Bound == bound || (search.Result.Complete && search.Result.Bound < bound),
                $"{name}: {search.Result} is not the bound {bound}."
            );
            AssertSame(every.Observations[bound], seen, $"{name}, at most {bound} preemptions");
        }
        if (every.IsWhole)
        {
            var search = Search(stage, int.MaxValue, out var seen);
            Assert.True(search.Result.Complete, $"{name}: {search.Result} is not complete.");
            AssertSame(every.Observations[^1], seen, name);
        }
    }

    private static BoundedSearch Search(IForkableStage stage, int bound, out HashSet<string> seen)
    {
        var options = new BoundedOptions { MaxRuns = int.MaxValue, MaxPreemptions = bound };
        var search = new BoundedSearch(stage, options);
        seen = [.. search.Explore().Select(Observation.Of)];
        Assert.Null(search.Result.Obstacle);
        return search;
    }

    private static void AssertSame(HashSet<string> every, HashSet<string> seen, string name)
    {
        Assert.True(seen.IsSubsetOf(every), $"{name}: the search saw what no schedule shows.");
        Assert.True(
            seen.SetEquals(every),
            $"{name}: {seen.Count} of {every.Count} observations were seen, among those missing:\n"
                + every.Except(seen).FirstOrDefault()
        );
    }
}
