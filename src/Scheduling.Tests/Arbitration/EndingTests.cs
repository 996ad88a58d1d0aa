using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class EndingTests
{
    [Theory]
    [InlineData(Moved.Died, Ending.Died)]
    [InlineData(Moved.Looping, Ending.Looping)]
    [InlineData(Moved.Silent, Ending.Silent)]
    public void What_the_stage_reports_ends_the_run_with_its_words(Moved moved, Ending ending)
    {
        var stage = new ScriptedStage(Corpus.AbBa())
        {
            Disturb = (point, _) => point == 4 ? (moved, "It fell over.") : null,
        };
        var run = Arbiter.Run(stage, new RoundRobin());
        Assert.Equal(ending, run.Ending);
        Assert.Equal("It fell over.", run.Detail);
        Assert.Equal(5, run.Steps.Count);
        Assert.True(stage.IsFinished);
    }

    [Fact]
    public void An_answer_of_the_stage_that_does_not_fit_is_our_fault()
    {
        var stage = new ScriptedStage(Corpus.AbBa()) { Disturb = (point, _) => point == 2 ? (Moved.Ended, "") : null };
        var run = Arbiter.Run(stage, new RoundRobin());
        Assert.Equal(Ending.Silent, run.Ending);
        Assert.Contains("defect of ours", run.Detail);
    }

    [Fact]
    public void A_primitive_without_a_model_is_our_fault()
    {
        var program = new ScriptedProgram();
        program.Primitives.Add(new ObjectInfo(SlotKind.Free, 0, 0, "nothing"));
        program.Child("child", c => c.Acquire(0));
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Silent, run.Ending);
        Assert.Contains("'nothing'", run.Detail);
    }

    [Fact]
    public void A_run_ends_at_its_limit_of_points()
    {
        var run = Arbiter.Run(Corpus.AbBa().Stage(), new RoundRobin(), new RunOptions { MaxPoints = 7 });
        Assert.Equal(Ending.TooLong, run.Ending);
        Assert.Equal(7, run.Steps.Count);
        Assert.Contains("7 points", run.Detail);
    }

    [Fact]
    public void A_run_ends_at_its_limit_of_objects()
    {
        // Main, two workers and two locks.
        var stage = Corpus.AbBa().Stage();
        Assert.Equal(Ending.Completed, Arbiter.Run(stage, new RoundRobin(), new RunOptions { MaxObjects = 5 }).Ending);

        var run = Arbiter.Run(Corpus.AbBa().Stage(), new RoundRobin(), new RunOptions { MaxObjects = 4 });
        Assert.Equal(Ending.TooLong, run.Ending);
        Assert.Contains("4 objects", run.Detail);
    }

    [Fact]
    public void A_strategy_may_stop_the_run_with_its_reason()
    {
        var run = Arbiter.Run(Corpus.AbBa().Stage(), new Stopper());
        Assert.Equal(Ending.Stopped, run.Ending);
        Assert.Equal("Enough.", run.Detail);
    }

    private sealed class Stopper : IStrategy
    {
        public string Describe() => "stopper";

        public Choice Choose(Situation situation) => Choice.Stop("Enough.");
    }
}
