namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>How often strategies meet the bug of a model, with fixed seeds: the same numbers every time.</summary>
internal static class Detection
{
    /// <summary>What an exploration knows after its first schedules.</summary>
    public static Profile ProfileOf(BugModel model)
    {
        var profile = new Profile();
        profile.Add(Arbiter.Run(model.Stage(), new RoundRobin()));
        for (var actor = 0; actor < profile.Actors; actor++)
        {
            profile.Add(Arbiter.Run(model.Stage(), new ActorFirst(actor)));
        }
        var options = new RunOptions { Pruning = new Pruning(profile) };
        profile.Add(Arbiter.Run(model.Stage(), new RandomWalk(1), options));
        return profile;
    }

    /// <summary>In how many of the schedules of seeds 0, 1, 2, … the bug shows.</summary>
    public static int Count(BugModel model, Func<ulong, Profile, IStrategy> create, int schedules, bool prune = true)
    {
        var profile = ProfileOf(model);
        var options = new RunOptions { Pruning = prune ? new Pruning(profile) : null };
        var shown = 0;
        for (ulong seed = 0; seed < (ulong)schedules; seed++)
        {
            var run = Arbiter.Run(model.Stage(), create(SplitMix.Mix(seed + 1), profile), options);
            shown += model.ShowsIn(run) ? 1 : 0;
        }
        return shown;
    }

    /// <summary>
    /// How many schedules an exploration needs that is not told what to look for, under a configuration's name; null when
    /// its portfolio does not find the bug.
    /// </summary>
    public static int? SchedulesUntilFound(BugModel model, string configuration)
    {
        var explorer = new Explorer(model.Stage(), configuration, new ExplorerOptions { ProofRuns = 0 });
        var schedules = 0;
        foreach (var explored in explorer.Explore())
        {
            schedules++;
            if (explored.IsNew && model.ShowsIn(explored.Run))
            {
                return schedules;
            }
        }
        return null;
    }
}
