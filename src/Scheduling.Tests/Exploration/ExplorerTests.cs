using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ExplorerTests
{
    [Fact]
    public void A_small_configuration_is_proved_and_the_verdict_says_so()
    {
        var explorer = new Explorer(Corpus.Workshop(2, 2).Stage(), "2 workers");
        foreach (var _ in explorer.Explore()) { }
        Assert.True(explorer.Summary.Proved);
        Assert.Equal(
            "PROVED (6 classes; this size, no crash injected, time-outs only when idle)",
            explorer.Summary.Verdict
        );
    }

    [Fact]
    public void Without_a_proof_the_verdict_counts_schedules_and_different_ones()
    {
        var options = new ExplorerOptions { Schedules = 20, ProofRuns = 0 };
        var explorer = new Explorer(Corpus.NoSemaphore(4).Stage(), "4 guests", options);
        var runs = explorer.Explore().ToList();
        Assert.Equal($"SAMPLED ({runs.Count} schedules, 20 distinct)", explorer.Summary.Verdict);
        Assert.False(explorer.Summary.Proved);
    }

    [Fact]
    public void A_proof_that_ran_out_of_budget_is_named_in_the_verdict()
    {
        var options = new ExplorerOptions { Schedules = 20, ProofRuns = 30 };
        var explorer = new Explorer(Corpus.NoSemaphore(4).Stage(), "4 guests", options);
        foreach (var _ in explorer.Explore()) { }
        Assert.EndsWith("distinct; proof stopped after 30 runs)", explorer.Summary.Verdict);
        Assert.False(explorer.Summary.Proved);
        Assert.Null(explorer.Summary.Bound);
    }

    [Theory]
    [InlineData(60, 0, "every schedule without a preemption, 24 runs")]
    [InlineData(400, 1, "every schedule with at most 1 preemption, 168 runs")]
    public void What_does_not_fit_a_proof_is_covered_up_to_a_bound_and_the_verdict_says_which(
        int proofRuns,
        int bound,
        string covered
    )
    {
        var options = new ExplorerOptions { ProofRuns = proofRuns };
        var explorer = new Explorer(Corpus.NoSemaphore(4).Stage(), "4 guests", options);
        var bounded = explorer.Explore().Count(explored => explored.Purpose == Purpose.Bounded);
        Assert.Equal((proofRuns, proofRuns / 2), (explorer.Summary.ProofRuns, bounded));
        Assert.Equal((bounded, bound), (explorer.Summary.BoundedRuns, explorer.Summary.Bound));
        Assert.Equal(
            $"BOUNDED ({covered}; this size, no crash injected, time-outs only when idle)",
            explorer.Summary.Verdict
        );
        Assert.False(explorer.Summary.Proved);
    }

    [Fact]
    public void What_fits_a_proof_is_searched_up_to_no_bound()
    {
        // To the last run: were one of them kept back, it would not fit.
        var explorer = new Explorer(Corpus.Rooms(3, 2).Stage(), "c", new ExplorerOptions { ProofRuns = 258 });
        Assert.DoesNotContain(explorer.Explore(), explored => explored.Purpose == Purpose.Bounded);
        Assert.True(explorer.Summary.Proved);
        Assert.Equal((258, 0), (explorer.Summary.ProofRuns, explorer.Summary.BoundedRuns));
    }

    [Fact]
    public void Before_a_proof_only_the_first_tries_of_the_portfolio_are_made()
    {
        var explorer = new Explorer(Corpus.Rooms(3, 2).Stage(), "c");
        var first = explorer.Explore().TakeWhile(Is(Purpose.Profile, Purpose.Portfolio)).Count();
        Assert.Equal(new ExplorerOptions().TriesBeforeAProof, first);
    }

    [Fact]
    public void What_a_proof_did_not_come_to_is_sampled_as_if_nobody_had_tried()
    {
        static string[] Sampled(int proofRuns) =>
            [
                .. new Explorer(Corpus.NoSemaphore(4).Stage(), "c", new ExplorerOptions { ProofRuns = proofRuns })
                    .Explore()
                    .Where(Is(Purpose.Profile, Purpose.Portfolio))
                    .Select(explored => string.Join(',', explored.Run.Steps.Select(step => step.Actor))),
            ];
        // However far the proof came, the same schedules follow: what is found after a short proof is found after a long one.
        var afterFew = Sampled(10);
        Assert.InRange(afterFew.Length, 200, 800);
        Assert.Equal(afterFew, Sampled(40).Take(afterFew.Length));
    }

    [Fact]
    public void It_begins_with_a_profile_run_in_turn_and_one_for_each_actor_first()
    {
        var runs = new Explorer(Corpus.Rooms(3, 2).Stage(), "c").Explore().Take(6).ToList();
        Assert.Equal(
            [
                "round-robin[seed=0]",
                "actor-first[actor=0]",
                "actor-first[actor=1]",
                "actor-first[actor=2]",
                "actor-first[actor=3]",
            ],
            runs.Where(run => run.Purpose == Purpose.Profile).Select(run => run.Run.Strategy)
        );
        Assert.Equal(Purpose.Portfolio, runs[5].Purpose);
    }

    [Fact]
    public void Of_ten_portfolio_schedules_four_are_SURWs_and_two_each_directed_POS_and_PCT()
    {
        var runs = new Explorer(Corpus.NoSemaphore(4).Stage(), "c", new ExplorerOptions { ProofRuns = 0 })
            .Explore()
            .Where(Is(Purpose.Portfolio))
            .Take(50)
            .CountBy(explored => explored.Run.Strategy.Split('[')[0])
            .ToDictionary();
        Assert.Equal(
            new()
            {
                ["surw"] = 20,
                ["directed"] = 10,
                ["pos"] = 10,
                ["pct"] = 10,
            },
            runs
        );
    }

    [Fact]
    public void A_configurations_name_decides_every_schedule()
    {
        string[] Strategies(string name) =>
            [.. new Explorer(Corpus.NoSemaphore(3).Stage(), name).Explore().Take(40).Select(run => run.Run.Strategy)];
        Assert.Equal(Strategies("3 guests"), Strategies("3 guests"));
        Assert.NotEqual(Strategies("3 guests"), Strategies("4 guests"));
    }

    [Fact]
    public void Repeated_interleavings_cost_tries_and_not_the_budget()
    {
        var options = new ExplorerOptions
        {
            Schedules = 50,
            GiveUpAfter = int.MaxValue,
            ProofRuns = 0,
        };
        var explorer = new Explorer(Corpus.AbBa().Stage(), "c", options);
        foreach (var _ in explorer.Explore()) { }
        Assert.Equal(3, explorer.Summary.Distinct);
        Assert.Equal(50 * options.TriesPerSchedule, explorer.Summary.Schedules);
    }

    [Fact]
    public void After_many_repeated_interleavings_in_a_row_the_portfolio_gives_up()
    {
        var explorer = new Explorer(Corpus.AbBa().Stage(), "c", new ExplorerOptions { GiveUpAfter = 10 });
        var portfolio = explorer.Explore().Where(Is(Purpose.Portfolio)).ToList();
        Assert.All(portfolio[^10..], explored => Assert.False(explored.IsNew));
        Assert.True(explorer.Summary.Proved);
    }

    [Fact]
    public void A_caller_that_stops_stops_the_exploration()
    {
        var explorer = new Explorer(Corpus.AbBa().Stage(), "c");
        var failure = explorer.Explore().First(explored => explored.Run.Ending == Ending.Deadlocked);
        Assert.Equal(explorer.Summary.Schedules, explorer.Profile.Runs);
        Assert.Equal(0, explorer.Summary.ProofRuns);
        Assert.True(failure.IsNew);
    }

    [Fact]
    public void One_portfolio_schedule_in_eleven_is_not_pruned()
    {
        var stage = Corpus.NoSemaphore(4).Stage();
        var options = new ExplorerOptions { ProofRuns = 0 };
        var runs = new Explorer(stage, "c", options).Explore().Where(Is(Purpose.Portfolio)).Take(66).ToList();
        Assert.Equal(6, runs.Count(explored => explored.Run.Choices is null));
        Assert.All(
            runs.Where(explored => explored.Run.Choices is not null),
            explored => Assert.True(StartsAtOnce(explored.Run))
        );
    }

    // Pruned runs grant all of main's starts, and its children's first points, before anything else.
    private static bool StartsAtOnce(Run run) =>
        run.Steps.Take(9).All(step => step.Operation.Kind is OperationKind.Begin or OperationKind.Start);

    private static Func<ExploredRun, bool> Is(params Purpose[] purposes) =>
        explored => purposes.Contains(explored.Purpose);
}
