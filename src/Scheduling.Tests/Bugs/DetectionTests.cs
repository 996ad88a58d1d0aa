using System.Collections.Concurrent;
using System.Text;
using ConcurrencyKatas.Scheduling.Tests;

namespace ConcurrencyKatas.Scheduling.Bugs;

/// <summary>What the strategies are worth, over bugs whose probabilities are known or were simulated elsewhere.</summary>
public sealed class DetectionTests
{
    private const int Noise = 2; // strategies that prune do not notice more
    private const int Schedules = 400;
    private const int Explorations = 4;
    private const int Few = 4; // where the probability is next to nothing

    private static readonly ConcurrentDictionary<(string Bug, string Strategy), Lazy<int>> s_met = new();

    public static TheoryData<string, string, double> Known =>
        new()
        {
            // Whoever reads first, the other one comes next with even chance, and then reads before the write.
            { "lost update, 2", "random", 1 / 2.0 },
            { "opposite locks, 2", "random", 1 / 2.0 },
            // Four of the six orders of two reads and two writes lose an update.
            { "lost update, 2", "surw", 2 / 3.0 },
            // The new priority of who went first is below the lower one of two with a chance of a third.
            { "lost update, 2", "pos", 1 / 3.0 },
            { "opposite locks, 2", "pos", 1 / 3.0 },
        };

    [SlowFact]
    public void Every_strategy_meets_each_bug_as_often_as_it_did()
    {
        var strategies = Scheduling.Strategies.All.Where(entry => entry.Explores && entry.Name != "prefix").ToList();
        var table = new StringBuilder($"of {Schedules} schedules      ");
        strategies.ForEach(entry => table.Append($"{entry.Name, 10}"));
        foreach (var model in BugCatalogue.All(Noise))
        {
            table.Append($"\n{model.Name, -25}");
            strategies.ForEach(entry => table.Append($"{Met(model, entry.Name), 10}"));
        }
        Approved.Check(table.ToString());
    }

    [SlowTheory]
    [MemberData(nameof(Known))]
    public void What_can_be_worked_out_is_met_as_often_as_it_should(string bug, string strategy, double probability)
    {
        const int many = 3_000;
        var met = Detection.Count(Model(bug), Entry(strategy), many);
        Assert.InRange(
            met,
            many * probability - Slack(many, probability),
            many * probability + Slack(many, probability)
        );
    }

    [SlowTheory]
    [InlineData("random", 0, true)]
    [InlineData("pos", 1, true)]
    // SURW is better the better its counts are, and ours come from several runs instead of one.
    [InlineData("surw", 2, false)]
    public void Another_simulator_came_to_the_same_probabilities(string strategy, int column, bool orLess)
    {
        foreach (var (bug, simulated) in SimulatedElsewhere.All)
        {
            var probability = simulated[column];
            var met = Met(Model(bug), strategy);
            var (expected, slack) = (Schedules * probability, Slack(Schedules, probability) + Few);
            Assert.True(met >= expected - slack, $"{bug}: {met}, and not {expected:0.0} - {slack:0.0}.");
            Assert.True(!orLess || met <= expected + slack, $"{bug}: {met}, and not {expected:0.0} + {slack:0.0}.");
        }
    }

    [SlowFact]
    public void PCT_keeps_its_guarantee()
    {
        foreach (var (bug, depth) in new[] { ("lost update, 2", 2), ("opposite locks, 2", 2), ("philosophers, 3", 3) })
        {
            var model = Model(bug);
            var profile = Detection.ProfileOf(model);
            var met = Detection.Count(model, (seed, seen) => new Pct(depth, seed, seen.Choices), Schedules);
            var guaranteed = Schedules / (profile.Actors * Math.Pow(profile.Choices, depth - 1));
            Assert.True(met >= guaranteed, $"{bug}: {met} of {Schedules}, and not {guaranteed:0.0}.");
        }
    }

    [SlowFact]
    public void The_portfolio_finds_all_but_one_of_the_bugs_every_time()
    {
        var table = Explore(Explorations, out var found);
        Assert.Equal(26, found.Count(count => count == Explorations));
        Approved.Check(table);
    }

    // So many that 99 % can be told from 98 %. Takes minutes.
    [Fact(Explicit = true)]
    public void The_portfolio_finds_26_of_27_bugs_with_a_probability_of_99_percent_within_200_schedules()
    {
        var table = Explore(1_000, out var found);
        TestContext.Current.SendDiagnosticMessage("{0}", table);
        Assert.True(found.Count(count => count >= 990) >= 26, table);
    }

    // Each in explorations as a submission would get them, whose seeds follow from a name.
    private static string Explore(int explorations, out List<int> found)
    {
        found = [];
        var table = new StringBuilder($"found in {explorations} explorations    median      90 %");
        foreach (var model in BugCatalogue.All(Noise))
        {
            int[] needed =
            [
                .. Enumerable
                    .Range(0, explorations)
                    .Select(number => Detection.SchedulesUntilFound(model, $"{model.Name} {number}") ?? int.MaxValue)
                    .Order(),
            ];
            found.Add(needed.Count(schedules => schedules < int.MaxValue));
            var (median, most) = (Say(needed[explorations / 2]), Say(needed[explorations * 9 / 10]));
            table.Append($"\n{model.Name, -25}{found[^1], 5}{median, 10}{most, 10}");
        }
        return table.ToString();
    }

    // Several tests look at the same counts.
    private static int Met(BugModel model, string strategy)
    {
        var met = s_met.GetOrAdd(
            (model.Name, strategy),
            _ => new Lazy<int>(() => Detection.Count(model, Entry(strategy), Schedules))
        );
        return met.Value;
    }

    private static string Say(int schedules) => schedules == int.MaxValue ? "-" : $"{schedules}";

    // Four standard deviations of a count: chance passes it once in some 16,000 cells.
    private static double Slack(int count, double probability) =>
        4 * Math.Sqrt(count * probability * (1 - probability));

    private static BugModel Model(string name) => BugCatalogue.All(Noise).Single(model => model.Name == name);

    private static Func<ulong, Profile, IStrategy> Entry(string name) =>
        Scheduling.Strategies.All.Single(entry => entry.Name == name).Create;
}
