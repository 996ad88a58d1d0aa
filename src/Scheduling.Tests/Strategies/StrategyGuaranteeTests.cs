namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What single strategies promise beyond what all do.</summary>
public sealed class StrategyGuaranteeTests
{
    [Fact]
    public void A_random_walk_meets_the_deadlock_of_opposite_lock_orders_in_about_every_third_run()
    {
        var deadlocks = Enumerable
            .Range(0, 1_000)
            .Count(seed => Arbiter.Run(Corpus.AbBa().Stage(), new RandomWalk((ulong)seed)).Ending == Ending.Deadlocked);
        Assert.InRange(deadlocks, 250, 550);
    }

    [Fact]
    public void With_local_points_pruned_a_random_walk_meets_a_lost_update_in_about_every_second_run()
    {
        var profile = new Profile();
        var options = new RunOptions { Pruning = new Pruning(profile) };
        var losses = Enumerable
            .Range(0, 1_000)
            .Count(seed =>
                Corpus.HasLostUpdate(Arbiter.Run(Corpus.LostUpdate().Stage(), new RandomWalk((ulong)seed), options))
            );
        Assert.InRange(losses, 350, 650);
    }

    [Fact]
    public void Without_changes_PCT_lets_the_highest_priority_run_as_long_as_it_can()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var pct = new Pct(1, seed, 20);
            var run = Arbiter.Run(Corpus.LostUpdate().Stage(), pct);
            Assert.False(Corpus.HasLostUpdate(run));
            var ranks = pct.Priorities.ToList();
            var first = run.Steps.First(step => step.Actor > 0 && step.Operation.Kind == Control.OperationKind.Mark);
            var higher = ranks.IndexOf(1) < ranks.IndexOf(2) ? 1 : 2;
            // Main may start the second child late, when it ranks below the first.
            Assert.True(first.Actor == higher || ranks.IndexOf(0) > ranks.IndexOf(1));
        }
    }

    [Fact]
    public void One_change_is_enough_for_PCT_to_find_a_lost_update()
    {
        var losses = Enumerable
            .Range(0, 500)
            .Count(seed => Corpus.HasLostUpdate(Arbiter.Run(Corpus.LostUpdate().Stage(), new Pct(2, (ulong)seed, 12))));
        Assert.InRange(losses, 500 / (3 * 12), 499); // at least 1/(n·k)
    }

    [Fact]
    public void PCT_lets_a_spinning_actor_get_its_answer()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program.Child("spinner", s => Enumerable.Repeat(0, 500).ToList().ForEach(_ => s.Try(gate).Mark("spins")));
        program.Child("opener", o => o.Release(gate)).JoinAll();
        for (ulong seed = 0; seed < 50; seed++)
        {
            var run = Arbiter.Run(program.Stage(), new Pct(2, seed, 10));
            Assert.Contains(run.Steps, step => step.Operation.Timeout == 0 && step.Decision.Go);
        }
    }

    [Fact]
    public void Round_robin_grants_nobody_twice_while_another_could_go_on()
    {
        var log = new EnabledLog(new RoundRobin());
        var run = Arbiter.Run(Corpus.Rooms(4, 2).Stage(), log);
        for (var first = 0; first < run.Steps.Count; first++)
        {
            var waiting = log.Enabled[first].Where(actor => actor != run.Steps[first].Actor).ToHashSet();
            for (
                var next = first + 1;
                next < run.Steps.Count && run.Steps[next].Actor != run.Steps[first].Actor;
                next++
            )
            {
                waiting.IntersectWith(log.Enabled[next]);
                waiting.Remove(run.Steps[next].Actor);
            }
            var again = run.Steps.Skip(first + 1).Any(step => step.Actor == run.Steps[first].Actor);
            Assert.True(
                !again || waiting.Count == 0,
                $"Step {first} came again before actor {waiting.FirstOrDefault()}."
            );
        }
    }

    [Fact]
    public void The_first_actor_goes_on_whenever_it_can()
    {
        var run = Arbiter.Run(Corpus.NoSemaphore(3).Stage(), new ActorFirst(2));
        var own = run.Steps.Where(step => step.Actor == 2).Select(step => step.Index).ToList();
        Assert.Equal(own.Count - 1, own[^1] - own[0]);
    }

    [Fact]
    public void A_prefix_is_followed_and_then_the_lowest_goes_on()
    {
        var run = Arbiter.Run(Corpus.LostUpdate().Stage(), new Prefix([0, 0, 0, 2, 2, 1, 1]));
        Assert.Equal([0, 0, 0, 2, 2, 1, 1], run.Steps.Take(7).Select(step => step.Actor));
        Assert.Equal(["2 reads", "1 reads", "1 writes", "2 writes"], Corpus.Marks(run));
    }

    [Fact]
    public void The_generator_gives_the_numbers_of_its_publication()
    {
        var random = new SplitMix(1234567);
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423];
        ulong[] actual = [random.Next(), random.Next(), random.Next()];
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Numbers_below_a_bound_are_all_about_equally_likely()
    {
        var random = new SplitMix(7);
        var counts = new int[5];
        for (var i = 0; i < 5_000; i++)
        {
            counts[random.Below(5)]++;
        }
        Assert.All(counts, count => Assert.InRange(count, 900, 1_100));
    }

    private sealed class EnabledLog(IStrategy inner) : IStrategy
    {
        public List<int[]> Enabled { get; } = [];

        public string Describe() => inner.Describe();

        public Choice Choose(Situation situation)
        {
            Enabled.Add([.. situation.Enabled.Select(parked => parked.Actor)]);
            return inner.Choose(situation);
        }
    }
}
