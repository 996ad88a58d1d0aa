using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ArbiterTests
{
    [Fact]
    public void A_run_that_nothing_hinders_completes_with_every_exit_code()
    {
        var run = Arbiter.Run(Corpus.Rooms(3, 2).Stage(), new RoundRobin());
        Assert.Equal(Ending.Completed, run.Ending);
        Assert.Equal(["main", "guest-1", "guest-2", "guest-3"], run.Actors.Select(actor => actor.Name));
        Assert.All(run.Actors, actor => Assert.Equal(0, actor.ExitCode));
        Assert.Empty(run.Waits);
        Assert.Null(run.Detail);
    }

    [Fact]
    public void Opposite_lock_orders_can_deadlock_and_the_waits_name_the_holders()
    {
        var run = Arbiter.Run(Corpus.AbBa().Stage(), new Prefix([0, 0, 0, 1, 2, 1, 2]));
        Assert.Equal(Ending.Deadlocked, run.Ending);
        Assert.Equal([(0, 1), (1, 2), (2, 1)], run.Waits.Select(wait => (wait.Actor, Assert.Single(wait.Holders))));
        Assert.Equal(["worker-1", "B", "A"], run.Waits.Select(wait => run.Objects[wait.Object].Name));
    }

    [Fact]
    public void Correct_philosophers_are_never_called_deadlocked()
    {
        for (ulong seed = 0; seed < 300; seed++)
        {
            var run = Arbiter.Run(Corpus.Philosophers(4, inOrder: true).Stage(), new RandomWalk(seed));
            Assert.Equal(Ending.Completed, run.Ending);
        }
    }

    [Fact]
    public void The_same_choices_give_the_same_run()
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var run = Arbiter.Run(program.Stage(), new RandomWalk(seed));
            var again = Arbiter.Run(program.Stage(), new Prefix([.. run.Steps.Select(step => step.Actor)]));
            Assert.Equal(run.Steps, again.Steps);
            Assert.Equal(run.Ending, again.Ending);
            Assert.Equal(run.Actors, again.Actors);
        }
    }

    [Fact]
    public void A_refused_release_is_granted_and_throws_in_the_actor()
    {
        var program = new ScriptedProgram();
        var gate = program.RLock("gate");
        program.Child("thief", t => t.Release(gate).Mark("never")).JoinAll();
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(1, run.Actors[1].ExitCode);
        Assert.Empty(Corpus.Marks(run));
    }

    [Fact]
    public void A_process_ends_after_its_children_also_when_it_never_joined_them()
    {
        var program = new ScriptedProgram();
        var grandchild = program.Script("grandchild", g => g.Mark("late"));
        program.Child("child", c => c.Start(grandchild));
        var run = Arbiter.Run(program.Stage(), new ActorFirst(0));
        var ends = run.Steps.Where(step => step.Operation.Kind == OperationKind.End).Select(step => step.Actor);
        Assert.Equal([2, 1, 0], ends);
    }

    [Fact]
    public void A_main_that_waits_at_its_end_for_a_blocked_child_is_part_of_the_deadlock()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("child", c => c.Acquire(gate).Acquire(gate));
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Deadlocked, run.Ending);
        Assert.Equal([OperationKind.End, OperationKind.Acquire], run.Waits.Select(wait => wait.Operation.Kind));
        Assert.Equal([1], run.Waits[0].Holders);
    }

    [Fact]
    public void Children_are_numbered_in_the_order_of_their_start_and_named_by_it()
    {
        var program = new ScriptedProgram();
        var grandchild = program.Script("grandchild", _ => { });
        program.Child("a", a => a.Start(grandchild)).Child("b", _ => { });
        var run = Arbiter.Run(program.Stage(), new ActorFirst(1));
        Assert.Equal([("main", -1), ("a", 0), ("grandchild", 1), ("b", 0)], run.Actors.Select(a => (a.Name, a.Parent)));
    }

    [Fact]
    public void Marks_on_one_name_share_an_object_that_has_the_same_number_in_every_run()
    {
        var program = new ScriptedProgram();
        program.Child("a", a => a.Mark("1", "x").Mark("2", "y")).Child("b", b => b.Mark("3", "y").Mark("4", "x"));
        var first = NumbersByName(Arbiter.Run(program.Stage(), new ActorFirst(1)));
        var second = NumbersByName(Arbiter.Run(program.Stage(), new ActorFirst(2)));
        Assert.Equal(2, first.Count);
        Assert.Equal(first, second);
    }

    [Fact]
    public void A_strategy_that_chooses_a_blocked_actor_is_told_so()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            Arbiter.Run(Corpus.AbBa().Stage(), new Stubborn(9))
        );
        Assert.Contains("chose actor 9 at step 0", thrown.Message);
    }

    [Fact]
    public void The_stage_is_finished_also_when_the_strategy_throws()
    {
        var stage = Corpus.AbBa().Stage();
        Assert.Throws<InvalidOperationException>(() => Arbiter.Run(stage, new Stubborn(9)));
        Assert.True(stage.IsFinished);
    }

    [Fact]
    public void Enabled_actors_come_in_the_order_of_their_numbers()
    {
        var watcher = new Watcher();
        Arbiter.Run(Corpus.Rooms(4, 2).Stage(), watcher);
        Assert.All(watcher.Seen, actors => Assert.Equal(actors.Order(), actors));
    }

    private static SortedDictionary<string, int> NumbersByName(Run run) =>
        new(
            run.Objects.Where(entry => entry.Key.Space == ObjectSpace.Mark)
                .ToDictionary(entry => entry.Value.Name, entry => entry.Key.Number)
        );

    private sealed class Stubborn(int actor) : IStrategy
    {
        public string Describe() => "stubborn";

        public Choice Choose(Situation situation) => Choice.Grant(actor);
    }

    private sealed class Watcher : IStrategy
    {
        private readonly RandomWalk _walk = new(1);

        public List<int[]> Seen { get; } = [];

        public string Describe() => "watcher";

        public Choice Choose(Situation situation)
        {
            Seen.Add([.. situation.Enabled.Select(parked => parked.Actor)]);
            return _walk.Choose(situation);
        }
    }
}
