namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ProofSearchTests
{
    [Fact]
    public void Unprotected_guests_have_every_order_of_their_marks_and_never_a_single_one()
    {
        Assert.Equal(90, Prove(Corpus.NoSemaphore(3)).Classes);
    }

    [Fact]
    public void Three_guests_in_two_rooms_take_few_runs_and_show_every_order_of_marks()
    {
        var search = new ProofSearch(Corpus.Rooms(3, 2).Stage());
        var orders = search.Explore().Select(run => string.Join(',', Corpus.Marks(run))).ToHashSet();
        Assert.Equal(54, orders.Count); // 6!/2!³ orders, without the 36 that have three guests inside
        Assert.Equal(new ProofResult(258, 258, 0, Complete: true) { Estimate = 258 }, search.Result);
    }

    [Fact]
    public void How_many_runs_it_will_take_is_estimated_better_the_longer_it_goes_on()
    {
        List<ProofResult> told = [];
        var search = new ProofSearch(Corpus.Rooms(3, 2).Stage(), new ProofOptions { Progress = told.Add });
        _ = search.Explore().Count();

        Assert.All(told, result => Assert.InRange(result.Estimate, result.Runs, int.MaxValue));
        Assert.InRange(told[64].Estimate, 258 / 3, 258 * 3);
        Assert.InRange(told[^10].Estimate, 248, 258 * 3 / 2);
    }

    [Theory]
    [InlineData(2, 1, 2)]
    [InlineData(3, 1, 6)]
    [InlineData(2, 2, 6)]
    [InlineData(3, 2, 90)]
    public void Workers_behind_one_recursive_lock_have_as_many_classes_as_orders_of_their_turns(
        int workers,
        int times,
        int classes
    )
    {
        var result = Prove(Corpus.Workshop(workers, times));
        Assert.Equal(new ProofResult(classes, classes, 0, Complete: true) { Estimate = classes }, result);
    }

    [Fact]
    public void Opposite_lock_orders_have_three_classes_of_which_one_deadlocks()
    {
        var search = new ProofSearch(Corpus.AbBa().Stage());
        var endings = search.Explore().Select(run => run.Ending).Order().ToArray();
        Assert.Equal([Ending.Completed, Ending.Completed, Ending.Deadlocked], endings);
        Assert.True(search.Result.Complete);
    }

    // 2ⁿ orientations of a ring, without the one or two that are cyclic: as in the published test-bed.
    [Theory]
    [InlineData(3, false, 7, 1)]
    [InlineData(5, false, 31, 1)]
    [InlineData(3, true, 6, 0)]
    [InlineData(6, true, 62, 0)]
    public void Philosophers_have_one_class_for_each_way_to_win_the_forks(
        int count,
        bool inOrder,
        int classes,
        int deadlocks
    )
    {
        var search = new ProofSearch(Corpus.Philosophers(count, inOrder).Stage());
        var found = search.Explore().Count(run => run.Ending == Ending.Deadlocked);
        Assert.Equal(classes, search.Result.Classes);
        Assert.Equal(deadlocks, found);
        Assert.True(search.Result.Complete);
    }

    // Judging independence in the state in sleep sets, and not in races, loses an interleaving of this program: the second
    // release makes the taker's wait look as if it needed the first one.
    [Fact]
    public void Sleep_sets_and_races_must_use_one_relation()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program
            .Child("a", a => a.Mark("0", "n").Mark("1").Release(gate))
            .Child("b", b => b.Acquire(gate).Release(gate).Mark("2"))
            .Child("c", c => c.Release(gate).Mark("1", "n").Mark("2", "n"))
            .JoinAll();
        var all = Enumeration.Of(program, maxStates: 20_000).Observations;
        var finer = new ProofSearch(program.Stage()) { Commute = CommuteInState.Holds };
        Assert.Equal(6, all.Count);
        Assert.Equal(5, finer.Explore().Select(Observation.Of).Distinct().Count());
        Assert.True(all.SetEquals(new ProofSearch(program.Stage()).Explore().Select(Observation.Of)));
    }

    [Fact]
    public void Private_work_adds_no_class()
    {
        var program = Corpus.AbBa();
        var own = program.Lock("own");
        for (var time = 0; time < 10; time++)
        {
            program
                .Scripts[1]
                .Instructions.InsertRange(0, new Script("").Acquire(own).Release(own).Print("p").Instructions);
        }
        Assert.Equal(3, Prove(program).Classes);
    }

    [Fact]
    public void A_main_that_does_not_wait_can_return_before_and_after_every_end()
    {
        var search = new ProofSearch(new ScriptedProgram().Child("late", l => l.Mark("late")).Stage());
        var returns = search
            .Explore()
            .Select(run =>
                run.Steps.Where(step =>
                        step.Operation.Kind
                            is Control.OperationKind.Mark
                                or Control.OperationKind.End
                                or Control.OperationKind.Return
                    )
                    .Select(step => step.Operation.Kind)
                    .TakeWhile(kind => kind != Control.OperationKind.Return)
                    .Count()
            );
        Assert.Equal([0, 1, 2], returns.Order());
    }

    [Fact]
    public void Every_timed_waiter_gives_up_first_in_some_run()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program
            .Child("a", a => a.Acquire(gate, timeout: 9).Mark("a"))
            .Child("b", b => b.Acquire(gate, timeout: 1).Mark("b"))
            .JoinAll();
        var search = new ProofSearch(program.Stage());
        var orders = search.Explore().Select(run => string.Join(',', Corpus.Marks(run))).ToHashSet();
        Assert.Equal(["a,b", "b,a"], orders.Order());
    }

    [Fact]
    public void A_proof_that_runs_out_of_its_budget_is_not_complete()
    {
        var search = new ProofSearch(Corpus.NoSemaphore(3).Stage(), new ProofOptions { MaxRuns = 10 });
        Assert.Equal(10, search.Explore().Count());
        Assert.False(search.Result.Complete);
        Assert.Null(search.Result.Obstacle);
    }

    [Fact]
    public void A_run_that_does_not_end_keeps_the_proof_from_being_complete()
    {
        var options = new ProofOptions { Run = new RunOptions { MaxPoints = 8 } };
        var search = new ProofSearch(Corpus.AbBa().Stage(), options);
        Assert.Equal(Ending.TooLong, Assert.Single(search.Explore()).Ending);
        Assert.False(search.Result.Complete);
        Assert.Contains("8 points", search.Result.Obstacle);
    }

    [Fact]
    public void A_stage_that_does_not_repeat_itself_is_an_obstacle()
    {
        var search = new ProofSearch(new FickleStage());
        foreach (var _ in search.Explore()) { }
        Assert.False(search.Result.Complete);
        Assert.Contains("another moment", search.Result.Obstacle);
    }

    [Fact]
    public void Runs_come_one_at_a_time_so_that_a_caller_can_stop()
    {
        var stage = Corpus.AbBa().Stage();
        var search = new ProofSearch(stage);
        _ = search.Explore().First();
        Assert.Equal(1, search.Result.Runs);
        Assert.False(search.Result.Complete);
    }

    [Fact]
    public void No_two_runs_of_a_proof_are_the_same_interleaving()
    {
        foreach (var program in new[] { Corpus.Rooms(3, 2), Corpus.Philosophers(4, false), Corpus.Workshop(2, 2) })
        {
            var prints = new ProofSearch(program.Stage()).Explore().Select(MazurkiewiczFingerprint.Of).ToList();
            Assert.Equal(prints.Count, prints.Distinct().Count());
        }
    }

    private static ProofResult Prove(ScriptedProgram program)
    {
        var search = new ProofSearch(program.Stage());
        foreach (var _ in search.Explore()) { }
        Assert.True(search.Result.Complete);
        return search.Result;
    }
}
