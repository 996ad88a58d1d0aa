namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class BoundedSearchTests
{
    [Fact]
    public void Without_a_preemption_no_update_is_lost_and_with_one_it_is()
    {
        var program = Corpus.LostUpdate();
        Assert.DoesNotContain(Explore(program, 0), Corpus.HasLostUpdate);
        Assert.Contains(Explore(program, 1), Corpus.HasLostUpdate);
    }

    [Fact]
    public void Who_has_to_wait_is_not_preempted()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program
            .Child("taker", t => t.Mark("a").Acquire(gate).Mark("c"))
            .Child("giver", g => g.Mark("b").Release(gate))
            .JoinAll();
        Assert.Contains("a,b,c", Orders(program, 0));
    }

    [Fact]
    public void Who_goes_to_sleep_is_not_preempted()
    {
        static ScriptedProgram Create(Action<Script> between) =>
            new ScriptedProgram().Child("one", o => between(o.Mark("a"))).Child("other", o => o.Mark("b")).JoinAll();
        Assert.Contains("a,b,c", Orders(Create(script => script.Sleep(5).Mark("c")), 0));
        Assert.DoesNotContain("a,b,c", Orders(Create(script => script.Print("p").Mark("c")), 0));
    }

    [Fact]
    public void Any_time_out_that_may_come_comes_without_a_preemption()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program
            .Child("one", o => o.Acquire(gate, timeout: 9).Mark("a"))
            .Child("other", o => o.Acquire(gate, timeout: 1).Mark("b"))
            .JoinAll();
        Assert.Equal(["a,b", "b,a"], Orders(program, 0).Order());
    }

    [Fact]
    public void Where_nothing_is_left_there_was_one_run_for_each_interleaving_that_a_proof_finds()
    {
        foreach (
            var program in (ScriptedProgram[])
                [Corpus.NoSemaphore(3), Corpus.Rooms(3, 2), Corpus.Workshop(2, 2), Corpus.Philosophers(4, true)]
        )
        {
            var search = new BoundedSearch(program.Stage());
            var prints = search.Explore().Select(MazurkiewiczFingerprint.Of).ToList();
            Assert.True(search.Result.Complete);
            Assert.Equal(prints.Count, search.Result.Runs);
            Assert.Equal(
                new ProofSearch(program.Stage()).Explore().Select(MazurkiewiczFingerprint.Of).Order(),
                prints.Order()
            );
        }
    }

    [Fact]
    public void The_bound_is_the_largest_that_its_runs_sufficed_for()
    {
        var program = Corpus.NoSemaphore(4);
        var needed = new[] { 0, 1 }.Select(bound => Result(program, new() { MaxPreemptions = bound }).Runs).ToList();
        Assert.Equal([24, 168], needed); // 4! orders; then each guest may be interrupted once by any of the others

        Assert.Null(Result(program, new() { MaxRuns = 23 }).Bound);
        var none = Result(program, new() { MaxRuns = 167 });
        Assert.Equal((167, 0, 24, false), (none.Runs, none.Bound, none.RunsOfBound, none.Complete));
        Assert.Equal(1, Result(program, new() { MaxRuns = 168 }).Bound);
        Assert.Null(none.Obstacle);
    }

    [Fact]
    public void What_is_thought_out_is_limited_as_well()
    {
        var result = Result(Corpus.NoSemaphore(4), new() { MomentsPerRun = 1 });
        Assert.Equal(1_000, result.Moments);
        Assert.False(result.Complete);
    }

    [Fact]
    public void The_same_runs_are_made_every_time()
    {
        static string[] Made() => [.. Explore(Corpus.Rooms(3, 2), 1).Select(run => $"{run.Strategy} {Choices(run)}")];
        Assert.Equal(Made(), Made());
    }

    [Fact]
    public void A_run_that_does_not_end_keeps_every_bound_from_being_known()
    {
        var result = Result(Corpus.AbBa(), new() { Run = new RunOptions { MaxPoints = 8 } });
        Assert.Null(result.Bound);
        Assert.Contains("8 points", result.Obstacle);
    }

    [Fact]
    public void A_stage_that_does_not_repeat_itself_is_an_obstacle()
    {
        var search = new BoundedSearch(new FickleStage());
        foreach (var _ in search.Explore()) { }
        Assert.False(search.Result.Complete);
        Assert.Contains("another", search.Result.Obstacle);
    }

    [Fact]
    public void Runs_come_one_at_a_time_so_that_a_caller_can_stop()
    {
        var search = new BoundedSearch(Corpus.AbBa().Stage());
        _ = search.Explore().First();
        Assert.Equal(1, search.Result.Runs);
    }

    private static string Choices(Run run) => string.Join(',', run.Steps.Select(step => step.Actor));

    private static HashSet<string> Orders(ScriptedProgram program, int preemptions) =>
        [.. Explore(program, preemptions).Select(run => string.Join(',', Corpus.Marks(run)))];

    private static List<Run> Explore(ScriptedProgram program, int preemptions)
    {
        var search = new BoundedSearch(program.Stage(), new BoundedOptions { MaxPreemptions = preemptions });
        List<Run> runs = [.. search.Explore()];
        Assert.Equal(preemptions, search.Result.Bound);
        return runs;
    }

    private static BoundedResult Result(ScriptedProgram program, BoundedOptions options)
    {
        var search = new BoundedSearch(program.Stage(), options);
        foreach (var _ in search.Explore()) { }
        return search.Result;
    }
}
