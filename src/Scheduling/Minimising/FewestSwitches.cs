namespace ConcurrencyKatas.Scheduling;

/// <summary>
/// Orders the steps of a run anew, within its interleaving: as few switches between actors as can be found without anybody
/// noticing. Exact for runs of few actors; of many it follows the most promising ways only.
/// </summary>
internal static class FewestSwitches
{
    // Ways that are followed at once; shared among the pairs of actors.
    private const int Ways = 4_000;

    /// <summary>The actors of the steps, in the new order.</summary>
    public static IReadOnlyList<int> Of(Run run)
    {
        var order = new HappensBefore(run);
        var steps = new List<IReadOnlyList<int>>[run.Actors.Count];
        for (var actor = 0; actor < steps.Length; actor++)
        {
            steps[actor] = [];
        }
        foreach (var step in run.Steps)
        {
            steps[step.Actor].Add(order.ClockOf(step.Index));
        }
        var followed = Math.Max(1, Ways / (steps.Length * steps.Length));
        // Breadth first by the number of switches: who stays as long as possible never needs more of them.
        List<Way> ways = [new Way(null, -1, new int[steps.Length], 0)];
        while (ways.Count > 0)
        {
            Dictionary<string, Way> next = [];
            foreach (var way in ways)
            {
                for (var actor = 0; actor < steps.Length; actor++)
                {
                    if (actor == way.Actor || GoOn(way, actor, steps) is not { } longer)
                    {
                        continue;
                    }
                    if (longer.Done == run.Steps.Count)
                    {
                        return longer.Order();
                    }
                    next.TryAdd(string.Join(',', longer.Taken), longer);
                }
            }
            ways = [.. next.Values.OrderByDescending(way => way.Done).Take(followed)];
        }
        return [.. run.Steps.Select(step => step.Actor)];
    }

    private static Way? GoOn(Way way, int actor, List<IReadOnlyList<int>>[] steps)
    {
        var taken = (int[])way.Taken.Clone();
        while (taken[actor] < steps[actor].Count && IsReady(steps[actor][taken[actor]], actor, taken))
        {
            taken[actor]++;
        }
        return taken[actor] == way.Taken[actor]
            ? null
            : new Way(way, actor, taken, way.Done + taken[actor] - way.Taken[actor]);
    }

    private static bool IsReady(IReadOnlyList<int> clock, int actor, int[] taken)
    {
        for (var other = 0; other < taken.Length; other++)
        {
            if (other != actor && clock[other] > taken[other])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>How far some of the steps have come.</summary>
    private sealed record Way(Way? Before, int Actor, int[] Taken, int Done)
    {
        /// <summary>The actors of all steps up to here.</summary>
        public List<int> Order()
        {
            if (Before is null)
            {
                return [];
            }
            var order = Before.Order();
            order.AddRange(Enumerable.Repeat(Actor, Done - Before.Done));
            return order;
        }
    }
}
