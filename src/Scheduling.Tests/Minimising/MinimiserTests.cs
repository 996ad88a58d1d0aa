using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class MinimiserTests
{
    public static TheoryData<string> Small =>
        [
            "lost update, 2",
            "opposite locks, 2",
            "philosophers, 3",
            "lost wake-up, 2",
            "half published, 4",
            "two stages, 2",
            "if instead of while",
            "create if missing, 2",
        ];

    public static TheoryData<string> All =>
        [.. BugCatalogue.All(0).Select(model => model.Name).Except(["two stages, 20"])];

    [Theory]
    [MemberData(nameof(Small))]
    public void A_failure_that_was_found_by_chance_is_told_with_as_few_switches_as_any(string name)
    {
        var model = Model(name);
        var least = LeastSwitches.Of(model);
        var told = Enumerable.Range(0, 10).Select(seed => Minimiser.Switches(Minimised(model, (ulong)seed)));
        Assert.All(told, switches => Assert.Equal(least, switches));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_the_same_failure_told_with_fewer_switches_within_the_budget(string name)
    {
        var model = Model(name);
        var run = Failing(model, 1);
        var minimiser = new Minimiser(model.Stage(), again => IsSame(model, run, again));
        var told = minimiser.Minimise(run);
        Assert.True(IsSame(model, run, told));
        Assert.True(Minimiser.Switches(told) <= Minimiser.Switches(run));
        Assert.True(minimiser.Runs <= new MinimiserOptions().MaxRuns + 1);
    }

    [Fact]
    public void An_order_with_fewer_switches_is_one_of_the_same_interleaving()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var run = Arbiter.Run(program.Stage(), new RandomWalk(seed));
            var order = FewestSwitches.Of(run);
            var again = Arbiter.Run(program.Stage(), new Prefix(order));
            Assert.Equal(order, again.Steps.Select(step => step.Actor));
            Assert.Equal(MazurkiewiczFingerprint.Of(run), MazurkiewiczFingerprint.Of(again));
            Assert.True(Minimiser.Switches(again) <= Minimiser.Switches(run));
        }
    }

    [Fact]
    public void Runs_that_are_cut_off_are_few()
    {
        var model = Model("philosophers, 20");
        var run = Failing(model, 3);
        var killed = 0;
        var options = new MinimiserOptions { MaxKilled = 3 };
        new Minimiser(
            model.Stage(),
            again =>
            {
                killed += again.Ending == Ending.Completed ? 0 : 1;
                return model.ShowsIn(again);
            },
            options
        ).Minimise(run);
        Assert.InRange(killed, 1, options.MaxKilled + 1);
    }

    [Fact]
    public void What_does_not_fail_again_is_left_as_it_was()
    {
        var model = Model("lost update, 2");
        var run = Failing(model, 1);
        Assert.Same(run, new Minimiser(model.Stage(), _ => false).Minimise(run));
    }

    internal static Run Minimised(BugModel model, ulong seed)
    {
        var run = Failing(model, seed);
        return new Minimiser(model.Stage(), again => IsSame(model, run, again), new() { MaxKilled = 100 }).Minimise(
            run
        );
    }

    private static bool IsSame(BugModel model, Run run, Run again) =>
        model.ShowsIn(again) && again.Ending == run.Ending;

    // The first failure by strategies that hold actors somewhere, or by random walks.
    private static Run Failing(BugModel model, ulong seed)
    {
        var profile = Detection.ProfileOf(model);
        var options = new RunOptions { Pruning = new Pruning(profile) }; // else twenty philosophers never meet
        for (ulong number = 0; ; number++)
        {
            var start = SplitMix.Mix((seed << 32) + number);
            IStrategy strategy = number % 2 == 0 ? new Directed(start, profile) : new RandomWalk(start);
            var run = Arbiter.Run(model.Stage(), strategy, options);
            if (model.ShowsIn(run))
            {
                return run;
            }
        }
    }

    private static BugModel Model(string name) => BugCatalogue.All(0).Single(model => model.Name == name);
}
