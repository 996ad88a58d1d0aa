namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ReplayTokenTests
{
    public static TheoryData<string> All => [.. Scheduling.Strategies.All.Select(strategy => strategy.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_run_of_any_strategy_comes_again_from_its_token(string name)
    {
        var entry = Scheduling.Strategies.All.Single(strategy => strategy.Name == name);
        for (ulong seed = 0; seed < 60; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var run = Arbiter.Run(program.Stage(), entry.Create(seed, StrategyTests.ProfileOf(program)));
            var token = ReplayToken.Of("Kata", "a size", run);
            var strategy = new ReplayStrategy(ReplayToken.Parse(token.ToString()));
            var again = Arbiter.Run(program.Stage(), strategy);
            Assert.Null(strategy.Check(again));
            Assert.Equal(run.Steps, again.Steps);
            Assert.Equal(run.Ending, again.Ending);
            Assert.Equal(token.ToString(), ReplayToken.Of("Kata", "a size", again).ToString());
        }
    }

    [Fact]
    public void A_token_names_kata_and_configuration_and_is_short()
    {
        var run = Arbiter.Run(Corpus.Rooms(3, 2).Stage(), new RandomWalk(1));
        var token = ReplayToken.Of("SemaphoreRooms", "3 guests, 2 rooms", run);
        Assert.StartsWith("SemaphoreRooms.3-guests-2-rooms.", token.ToString());
        Assert.Equal(run.Steps.Count, token.Points);
        Assert.True(token.ToString().Length < 140, token.ToString());
    }

    [Fact]
    public void A_pruned_run_comes_again_without_pruning()
    {
        var options = new RunOptions { Pruning = new Pruning(new Profile()) };
        var run = Arbiter.Run(Corpus.Rooms(3, 2).Stage(), new RandomWalk(5), options);
        var strategy = new ReplayStrategy(ReplayToken.Of("K", "c", run));
        Assert.Equal(run.Steps, Arbiter.Run(Corpus.Rooms(3, 2).Stage(), strategy).Steps);
    }

    [Fact]
    public void A_run_that_was_stopped_comes_again_up_to_where_it_was_stopped()
    {
        var probe = new Probe((_, _) => false, steps => steps.Count == 9).Run(Corpus.Rooms(3, 2).Stage());
        var strategy = new ReplayStrategy(ReplayToken.Of("K", "c", probe.Run));
        var again = Arbiter.Run(Corpus.Rooms(3, 2).Stage(), strategy);
        Assert.Null(strategy.Check(again));
        Assert.Equal(probe.Run.Steps, again.Steps);
        Assert.Equal(Ending.Stopped, again.Ending);
    }

    [Theory]
    [InlineData("", "form KATA.CONFIGURATION.LETTERS")]
    [InlineData("Kata.c", "form KATA.CONFIGURATION.LETTERS")]
    [InlineData("Kata.c.!!!", "base64url")]
    [InlineData("Kata.c.AQ", "too few")]
    [InlineData("Kata.c.CQAAAAAAAA", "version 9")]
    public void What_is_no_token_is_refused_with_the_reason(string text, string reason)
    {
        var thrown = Assert.Throws<FormatException>(() => ReplayToken.Parse(text));
        Assert.Contains(reason, thrown.Message);
    }

    [Fact]
    public void Every_single_changed_letter_is_noticed()
    {
        var token = Token().ToString();
        var start = token.LastIndexOf('.') + 1;
        // The last letter may carry bits that mean nothing.
        for (var place = start; place < token.Length - 1; place++)
        {
            var changed = token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
            Assert.False(ReplayToken.TryParse(changed, out _, out var problem));
            Assert.NotEmpty(problem);
        }
    }

    [Fact]
    public void A_token_for_another_kata_is_noticed()
    {
        var token = Token().ToString().Replace("Kata.", "Other.");
        Assert.Contains("checksum", Assert.Throws<FormatException>(() => ReplayToken.Parse(token)).Message);
    }

    [Fact]
    public void Blanks_around_a_token_do_no_harm() => Assert.Equal(Token(), ReplayToken.Parse($"  {Token()}\n"));

    [Theory]
    [InlineData("3 guests, 2 rooms", "3-guests-2-rooms")]
    [InlineData("  Ünder_Score  ", "nder-score")]
    public void A_configurations_slug_has_small_letters_digits_and_single_hyphens(string name, string slug) =>
        Assert.Equal(slug, ReplayToken.Slug(name));

    [Fact]
    public void A_kata_with_a_dot_cannot_be_named()
    {
        var run = Arbiter.Run(Corpus.AbBa().Stage(), new RoundRobin());
        Assert.Throws<ArgumentException>(() => ReplayToken.Of("a.b", "c", run));
    }

    private static ReplayToken Token() =>
        ReplayToken.Of("Kata", "c", Arbiter.Run(Corpus.Rooms(3, 2).Stage(), new RandomWalk(1)));
}
