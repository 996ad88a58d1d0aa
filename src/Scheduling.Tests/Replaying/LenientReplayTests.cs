namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class LenientReplayTests
{
    [Fact]
    public void An_unchanged_program_goes_exactly_the_recorded_way()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var program = RandomPrograms.Create(seed);
            var run = Arbiter.Run(program.Stage(), new RandomWalk(seed));
            var (again, difference) = Replay(run, program);
            Assert.Null(difference);
            Assert.Equal(run.Steps, again.Steps);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(2, 3)]
    public void Lines_that_print_may_be_added(int before, int after)
    {
        // A digest has eight bits: one in 256 wrong stretches looks right, and then the rest does not fit.
        var misled = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            var run = Arbiter.Run(Printing(before).Stage(), new RandomWalk(seed));
            var (again, difference) = Replay(run, Printing(after));
            misled += difference is null ? 0 : 1;
            Assert.True(difference is not null || Corpus.Marks(run).SequenceEqual(Corpus.Marks(again)));
            Assert.True(difference is not null || run.Ending == again.Ending);
        }
        Assert.InRange(misled, 0, 3);
    }

    [Fact]
    public void What_is_done_otherwise_is_told_with_its_step_and_the_run_goes_on_to_its_end()
    {
        var deadlock = Arbiter.Run(Corpus.AbBa().Stage(), new Prefix([0, 0, 0, 1, 1, 2, 2]));
        Assert.Equal(Ending.Deadlocked, deadlock.Ending);
        var mended = new ScriptedProgram();
        var (a, b) = (mended.Lock("A"), mended.Lock("B"));
        mended
            .Child("worker-1", w => w.Acquire(a).Acquire(b).Release(b).Release(a))
            .Child("worker-2", w => w.Acquire(a).Acquire(b).Release(b).Release(a))
            .JoinAll();
        var (again, difference) = Replay(deadlock, mended);
        Assert.Equal(Ending.Completed, again.Ending);
        Assert.Equal(
            "The replay diverged at step 6: expected worker-2 to go on, found it waits in Acquire for A. "
                + "The submission is not the one that this token was made from. "
                + "From there on the order was followed as far as it could be, and the run completed.",
            difference
        );
    }

    [Fact]
    public void A_deadlock_that_no_longer_comes_is_told()
    {
        var deadlock = Arbiter.Run(Corpus.Rooms(1, 0).Stage(), new RoundRobin());
        var (again, difference) = Replay(deadlock, Corpus.Rooms(1, 1));
        Assert.Equal(Ending.Completed, again.Ending);
        Assert.Contains("expected that the run was deadlocked, found guest-1 can go on", difference);
    }

    [Fact]
    public void Whatever_the_program_is_the_run_comes_to_an_end()
    {
        for (ulong seed = 0; seed < 300; seed++)
        {
            var run = Arbiter.Run(RandomPrograms.Create(seed).Stage(), new RandomWalk(seed));
            var (again, _) = Replay(run, RandomPrograms.Create(seed + 1));
            Assert.True(again.Ending is Ending.Completed or Ending.Deadlocked, again.Detail);
        }
    }

    private static ScriptedProgram Printing(int lines)
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        for (var worker = 1; worker <= 2; worker++)
        {
            var name = $"worker-{worker}";
            program.Child(
                name,
                w =>
                {
                    w.Acquire(gate);
                    for (var line = 0; line < lines; line++)
                    {
                        w.Print("here");
                    }
                    w.Release(gate).Mark($"{name} is done");
                }
            );
        }
        return program.JoinAll();
    }

    private static (Run Again, string? Difference) Replay(Run run, ScriptedProgram program)
    {
        var strategy = new LenientReplay(ReplayToken.Of("K", "c", run));
        var again = Arbiter.Run(program.Stage(), strategy);
        return (again, strategy.Check(again));
    }
}
