namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class ReplayDivergenceTests
{
    [Theory]
    [InlineData(Ending.Completed, "completed")]
    [InlineData(Ending.Deadlocked, "was deadlocked")]
    [InlineData(Ending.Looping, "looped without a point")]
    [InlineData(Ending.TooLong, "came to its limit of points")]
    [InlineData(Ending.Died, "lost a process")]
    [InlineData(Ending.Silent, "fell silent")]
    [InlineData(Ending.Stopped, "was stopped")]
    public void A_run_that_ends_in_another_way_is_told_in_words(Ending ending, string told) =>
        Assert.Equal(told, ReplayWords.Ended(ending));

    [Fact]
    public void An_actor_that_waits_where_it_went_on_is_named_with_what_it_waits_for()
    {
        var text = Replay(Corpus.Rooms(2, 2), Corpus.Rooms(2, 1), new Prefix([0, 0, 0, 1, 2, 1, 2, 1, 2]));
        Assert.Equal(
            "The replay diverged at step 6: expected guest-2 to go on, found it waits in Acquire for rooms. "
                + "The submission is not the one that this token was made from.",
            text
        );
    }

    [Fact]
    public void Other_operations_at_the_same_places_are_noticed()
    {
        var text = Replay(Corpus.Rooms(1, 1), Corpus.NoSemaphore(2), new RoundRobin());
        Assert.Contains("diverged at step", text);
    }

    [Fact]
    public void Other_words_at_a_mark_are_noticed()
    {
        ScriptedProgram Saying(string what) => new ScriptedProgram().Child("a", a => a.Mark(what)).JoinAll();
        var text = Replay(Saying("enters"), Saying("leaves"), new RoundRobin());
        Assert.Contains("found others: ", text);
    }

    [Fact]
    public void A_run_that_ends_sooner_is_noticed()
    {
        var longer = new ScriptedProgram();
        var (a, b) = (longer.Lock("A"), longer.Lock("B"));
        longer.Child("w", w => w.Acquire(a).Acquire(b).Release(b).Release(a)).JoinAll();
        var shorter = new ScriptedProgram();
        a = shorter.Lock("A");
        shorter.Child("w", w => w.Acquire(a).Acquire(a)).JoinAll();
        Assert.Contains("diverged at step", Replay(longer, shorter, new RoundRobin()));
    }

    [Fact]
    public void A_run_that_goes_on_longer_is_noticed()
    {
        ScriptedProgram Releasing(bool all)
        {
            var program = new ScriptedProgram();
            var gate = program.Semaphore("gate", 0);
            program.Child("a", a => a.Mark("1")).Child("b", b => b.Acquire(gate));
            program.Main.Join(0);
            return all ? program : program.JoinAll();
        }
        Assert.Contains("diverged at step", Replay(Releasing(all: false), Releasing(all: true), new ActorFirst(1)));
    }

    [Fact]
    public void An_actor_that_was_never_started_is_named_by_its_number()
    {
        var text = Replay(Corpus.NoSemaphore(2), Corpus.NoSemaphore(1), new Prefix([0, 0, 0, 2, 2]));
        Assert.Contains("diverged at step 2", text);
    }

    private static string Replay(ScriptedProgram recorded, ScriptedProgram edited, IStrategy recording)
    {
        var token = ReplayToken.Of("K", "c", Arbiter.Run(recorded.Stage(), recording));
        var strategy = new ReplayStrategy(token);
        var run = Arbiter.Run(edited.Stage(), strategy);
        return strategy.Check(run) ?? "no divergence";
    }
}
