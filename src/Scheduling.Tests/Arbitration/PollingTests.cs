using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Actors that ask the same again and again until somebody else has moved.</summary>
public sealed class PollingTests
{
    private const int Again = -1; // back to the same instruction

    [Fact]
    public void A_program_that_polls_is_proved()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program.Child("poller", p => p.Try(gate, Again).Mark("came in"));
        program.Child("giver", g => g.Mark("opens").Release(gate)).JoinAll();

        var search = new ProofSearch(program.Stage());
        var runs = search.Explore().ToList();

        Assert.True(search.Result.Complete, search.Result.Obstacle);
        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
        // It asks so often at most before it waits, and once more when the gate is open.
        Assert.Equal(VainLooks.Enough + 1, runs.Max(run => run.Steps.Count(step => step.Operation.Timeout == 0)));
        Assert.Equal(1, runs.Min(run => run.Steps.Count(step => step.Operation.Timeout == 0)));
        Assert.Contains(runs, run => run.HasPoll);
        Assert.Contains(runs, run => !run.HasPoll);
    }

    [Fact]
    public void A_verdict_says_that_somebody_polled()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program.Child("poller", p => p.Try(gate, Again)).Child("giver", g => g.Release(gate)).JoinAll();
        var explorer = new Explorer(program.Stage(), "polls", new ExplorerOptions { ProofRuns = 1_000 });
        foreach (var _ in explorer.Explore()) { }

        Assert.EndsWith(
            "time-outs only when idle, who has asked 20 times in vain waits for a change)",
            explorer.Summary.Verdict
        );
    }

    [Fact]
    public void Everybody_who_polls_waits_until_what_it_asks_about_has_changed()
    {
        var program = new ScriptedProgram();
        var (left, right) = (program.Semaphore("left", 0), program.Semaphore("right", 0));
        program.Child("one", o => o.Try(left, Again).Release(right));
        program.Child("other", o => o.Try(right, Again));
        program.Child("giver", g => g.Mark("first").Release(left)).JoinAll();

        // Whoever is preferred would poll to the limit of a run.
        for (var first = 0; first <= 3; first++)
        {
            Assert.Equal(Ending.Completed, Arbiter.Run(program.Stage(), new Preferring(first)).Ending);
        }
    }

    [Fact]
    public void Who_gives_up_after_some_tries_still_does_so_in_some_run()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        const int Tries = 5;
        program.Child("holder", h => h.Acquire(gate).Mark("holds").Release(gate));
        program.Child(
            "taker",
            t =>
            {
                for (var left = Tries; left > 0; left--)
                {
                    t.Unless(gate, skip: left);
                }
                t.Mark("gave up or went in");
            }
        );
        program.JoinAll();

        var search = new ProofSearch(program.Stage());
        var refused = search
            .Explore()
            .Select(run => run.Steps.Count(s => s.Operation.Timeout == 0 && s.Decision.Outcome == Outcome.TimedOut))
            .Distinct()
            .Order();

        Assert.Equal(Enumerable.Range(0, Tries + 1), refused);
        Assert.True(search.Result.Complete);
    }

    [Fact]
    public void Who_polls_for_what_never_comes_goes_on_to_the_limit_of_the_run()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program.Child("poller", p => p.Try(gate, Again)).JoinAll();

        var run = Arbiter.Run(program.Stage(), new RoundRobin(), new RunOptions { MaxPoints = 200 });

        Assert.Equal(Ending.TooLong, run.Ending);
    }

    [Fact]
    public void Time_passes_while_somebody_polls()
    {
        var program = new ScriptedProgram();
        var (never, soon) = (program.Semaphore("never", 0), program.Semaphore("soon", 0));
        program.Child("waiter", w => w.Acquire(never, timeout: 1_000).Release(soon));
        program.Child("poller", p => p.Try(soon, Again)).JoinAll();

        var search = new ProofSearch(program.Stage());
        Assert.All(search.Explore(), run => Assert.Equal(Ending.Completed, run.Ending));
        Assert.True(search.Result.Complete, search.Result.Obstacle);
    }

    [Fact]
    public void Who_asks_about_many_things_once_does_not_poll()
    {
        var program = new ScriptedProgram();
        var numbers = program.Array("numbers", 2 * VainLooks.Enough);
        program.Child(
            "reader",
            r =>
            {
                for (var i = 0; i < 2 * VainLooks.Enough; i++)
                {
                    r.Read(numbers, i);
                }
            }
        );
        program.Child("writer", w => w.Write(numbers, 7)).JoinAll();

        var run = Arbiter.Run(program.Stage(), new Preferring(1));

        var write = run.Steps.First(step => step.Operation.Kind == OperationKind.Write).Index;
        Assert.All(
            run.Steps.Where(s => s.Operation.Kind == OperationKind.Read),
            read => Assert.True(read.Index < write)
        );
    }

    [Fact]
    public void Who_does_something_between_two_looks_does_not_poll()
    {
        var program = new ScriptedProgram();
        var gate = program.Semaphore("gate", 0);
        program.Child(
            "counter",
            c =>
            {
                for (var i = 0; i < 2 * VainLooks.Enough; i++)
                {
                    c.Try(gate).Mark("asked");
                }
            }
        );
        program.Child("giver", g => g.Release(gate)).JoinAll();

        var run = Arbiter.Run(program.Stage(), new Preferring(1));

        Assert.All(
            run.Steps.Where(step => step.Operation.Timeout == 0),
            step => Assert.Equal(Outcome.TimedOut, step.Decision.Outcome)
        );
    }

    /// <summary>One actor goes on whenever it may, however long.</summary>
    private sealed class Preferring(int first) : IStrategy
    {
        public string Describe() => $"preferring {first}";

        public Choice Choose(Situation situation) =>
            Choice.Grant(situation.IsEnabled(first) ? first : situation.Enabled[0].Actor);
    }
}
