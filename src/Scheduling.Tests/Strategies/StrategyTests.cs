namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is promised of every strategy in the list.</summary>
public sealed class StrategyTests
{
    public static TheoryData<string> All => [.. Scheduling.Strategies.All.Select(strategy => strategy.Name)];

    public static TheoryData<string> Exploring =>
        [.. Scheduling.Strategies.All.Where(strategy => strategy.Explores).Select(strategy => strategy.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_gives_the_same_run(string name)
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var run = Arbiter.Run(program.Stage(), Create(name, seed, program));
            var again = Arbiter.Run(program.Stage(), Create(name, seed, program));
            Assert.Equal(run.Steps, again.Steps);
            Assert.Equal(run.Strategy, again.Strategy);
        }
    }

    // The arbiter throws when a strategy chooses an actor that is not enabled.
    [Theory]
    [MemberData(nameof(All))]
    public void It_brings_every_program_to_an_end_without_choosing_a_blocked_actor(string name)
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var run = Arbiter.Run(program.Stage(), Create(name, seed, program));
            Assert.True(run.Ending is Ending.Completed or Ending.Deadlocked, $"Program {seed}: {run.Detail}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_describes_itself_by_its_name_in_the_list_and_its_parameters(string name)
    {
        var (one, other) = (Create(name, 1, Corpus.AbBa()), Create(name, 12, Corpus.AbBa()));
        Assert.StartsWith(name + "[", one.Describe());
        Assert.EndsWith("]", one.Describe());
        Assert.NotEqual(one.Describe(), other.Describe());
    }

    [Theory]
    [MemberData(nameof(Exploring))]
    public void It_finds_a_lost_update_within_200_seeds(string name) =>
        Assert.Contains(
            Enumerable.Range(0, 200),
            seed =>
                Corpus.HasLostUpdate(
                    Arbiter.Run(Corpus.LostUpdate().Stage(), Create(name, (ulong)seed, Corpus.LostUpdate()))
                )
        );

    [Theory]
    [MemberData(nameof(Exploring))]
    public void It_finds_opposite_lock_orders_within_200_seeds(string name) =>
        Assert.Contains(
            Enumerable.Range(0, 200),
            seed =>
                Arbiter.Run(Corpus.AbBa().Stage(), Create(name, (ulong)seed, Corpus.AbBa())).Ending == Ending.Deadlocked
        );

    [Fact]
    public void Names_are_unique_and_every_strategy_says_what_it_does()
    {
        Assert.Equal(All.Count, Scheduling.Strategies.All.Select(strategy => strategy.Name).Distinct().Count());
        Assert.All(Scheduling.Strategies.All, strategy => Assert.NotEmpty(strategy.Description));
    }

    /// <summary>What one run in turn shows of a program.</summary>
    internal static Profile ProfileOf(ScriptedProgram program)
    {
        var profile = new Profile();
        profile.Add(Arbiter.Run(program.Stage(), new RoundRobin()));
        return profile;
    }

    private static IStrategy Create(string name, ulong seed, ScriptedProgram program) =>
        Scheduling.Strategies.All.Single(strategy => strategy.Name == name).Create(seed, ProfileOf(program));
}
