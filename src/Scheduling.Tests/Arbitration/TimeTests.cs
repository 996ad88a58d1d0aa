using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class TimeTests
{
    private const long Second = TimeSpan.TicksPerSecond;

    [Fact]
    public void A_time_out_comes_only_when_nothing_else_can_happen()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var program = new ScriptedProgram();
            var gate = program.Lock("gate");
            program
                .Child("a", a => a.Acquire(gate, timeout: 1).Mark("in").Release(gate))
                .Child("b", b => b.Acquire(gate, timeout: 1).Mark("in").Release(gate))
                .JoinAll();
            var run = Arbiter.Run(program.Stage(), new RandomWalk(seed));
            Assert.DoesNotContain(run.Steps, step => step.Decision.Outcome == Outcome.TimedOut);
        }
    }

    [Fact]
    public void When_nothing_else_can_happen_every_timed_waiter_may_be_the_first_to_give_up()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program
            .Child("a", a => a.Acquire(gate, timeout: 9 * Second).Mark("a gives up"))
            .Child("b", b => b.Acquire(gate, timeout: Second).Mark("b gives up"))
            .JoinAll();
        var first = Enumerable
            .Range(0, 50)
            .Select(seed => Corpus.Marks(Arbiter.Run(program.Stage(), new RandomWalk((ulong)seed)))[0]);
        Assert.Equal(["a gives up", "b gives up"], first.Distinct().Order());
    }

    [Fact]
    public void A_wait_without_a_time_out_among_timed_ones_does_not_end_by_itself()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program.Child("a", a => a.Acquire(gate, timeout: 1)).Child("b", b => b.Acquire(gate)).JoinAll();
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Deadlocked, run.Ending);
        Assert.Equal([0, 2], run.Waits.Select(wait => wait.Actor));
    }

    [Fact]
    public void A_join_gives_up_like_any_other_wait()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program.Child("a", a => a.Acquire(gate)).Main.Join(0, timeout: 5).Release(gate);
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.Equal(Ending.Completed, run.Ending);
        Assert.Contains(run.Steps, step => step.Operation.Kind == OperationKind.Join && !step.Decision.Go);
    }

    [Fact]
    public void Who_reads_the_clock_after_a_sleep_sees_that_it_slept_and_time_never_goes_back()
    {
        var program = new ScriptedProgram();
        program.Main.ReadClock().Sleep(Second).ReadClock().ReadClock();
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        var readings = run
            .Steps.Where(step => step.Operation.Kind == OperationKind.ReadClock)
            .Select(step => step.Decision.Value)
            .ToArray();
        Assert.True(readings[1] - readings[0] >= Second);
        Assert.True(readings[2] > readings[1]);
    }

    [Fact]
    public void After_a_join_the_clock_is_not_before_the_end_of_the_child()
    {
        var program = new ScriptedProgram();
        program.Child("sleeper", s => s.Sleep(10 * Second)).JoinAll().Main.ReadClock();
        var run = Arbiter.Run(program.Stage(), new RoundRobin());
        Assert.True(
            run.Steps.Single(step => step.Operation.Kind == OperationKind.ReadClock).Decision.Value >= 10 * Second
        );
    }

    [Fact]
    public void Sleeping_long_orders_nothing()
    {
        var program = new ScriptedProgram();
        program.Child("late", l => l.Sleep(100 * Second).Mark("late")).Child("soon", s => s.Mark("soon")).JoinAll();
        var orders = Enumerable
            .Range(0, 50)
            .Select(seed => string.Join(',', Corpus.Marks(Arbiter.Run(program.Stage(), new RandomWalk((ulong)seed)))));
        Assert.Equal(["late,soon", "soon,late"], orders.Distinct().Order());
    }
}
