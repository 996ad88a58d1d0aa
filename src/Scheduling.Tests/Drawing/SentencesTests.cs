namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class SentencesTests
{
    [Fact]
    public void Two_locks_in_opposite_orders_are_a_lock_order_inversion()
    {
        var sentence = Sentences.Deadlock(TraceDrawingTests.AbBaDeadlocked());
        Assert.Equal("lock-order inversion", sentence.Pattern);
        Assert.Equal(
            "worker-1, who holds A since Workshop.cs:10, waits for B at Workshop.cs:11, and worker-2, who holds B since "
                + "Workshop.cs:21, waits for A at Workshop.cs:20: none of them can go on before the other.",
            sentence.Text
        );
        Assert.Equal(new SourceLine("Workshop.cs", 11), sentence.Source);
    }

    [Fact]
    public void A_plain_lock_taken_twice_is_a_re_entry()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("worker", w => w.Acquire(gate).Acquire(gate)).JoinAll();
        var sentence = Read(program);
        Assert.Equal("re-entry of a plain lock", sentence.Pattern);
        Assert.Equal(
            "worker waits at Workshop.cs:10 for gate, which it holds itself since Workshop.cs:10: a plain Lock cannot be "
                + "taken twice.",
            sentence.Text
        );
    }

    [Fact]
    public void A_lock_that_an_ended_process_kept_is_a_forgotten_release()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Child("careless", c => c.Acquire(gate)).Child("patient", p => p.Acquire(gate)).JoinAll();
        var sentence = Read(program);
        Assert.Equal("forgotten release", sentence.Pattern);
        Assert.Equal(
            "patient waits at Workshop.cs:20 for gate, which careless took at Workshop.cs:10 and never gave back before "
                + "it ended.",
            sentence.Text
        );
    }

    [Fact]
    public void A_lock_held_while_joining_the_thread_whose_callback_needs_it_is_a_join_cycle_that_names_the_thread()
    {
        var program = new ScriptedProgram();
        var gate = program.RLock("lock on List<string>");
        program.Main.Acquire(gate);
        program.Thread("Pool-1's results thread", t => t.Acquire(gate)).JoinAll();
        var sentence = Read(program);
        Assert.Equal("join cycle", sentence.Pattern);
        Assert.StartsWith(
            "main, who holds lock on List<string> since Workshop.cs:0, waits in Join for Pool-1's results thread",
            sentence.Text
        );
    }

    [Fact]
    public void A_lock_held_while_waiting_for_a_result_whose_callback_needs_it_is_a_wait_cycle()
    {
        var program = new ScriptedProgram();
        var (gate, result) = (program.RLock("gate"), program.Result("Pool-1's AsyncResult 1", 1));
        program.Main.Acquire(gate);
        program.Thread("Pool-1's results thread", t => t.Acquire(gate).Set(result)).Main.Wait(result);
        var sentence = Read(program);
        Assert.Equal("wait cycle", sentence.Pattern);
        Assert.Contains("Pool-1's results thread, who hands out Pool-1's AsyncResult 1, waits for gate", sentence.Text);
    }

    [Fact]
    public void A_lock_held_by_who_waits_in_a_join_is_a_join_cycle()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program.Main.Acquire(gate);
        program.Child("child", c => c.Acquire(gate).Release(gate)).JoinAll().Main.Release(gate);
        var sentence = Read(program);
        Assert.Equal("join cycle", sentence.Pattern);
        Assert.StartsWith("main, who holds gate since Workshop.cs:0, waits in Join for child", sentence.Text);
    }

    [Fact]
    public void A_semaphore_to_which_nobody_gives_back_is_exhausted()
    {
        var program = new ScriptedProgram();
        var rooms = program.Semaphore("rooms", 0);
        program.Child("guest-1", g => g.Acquire(rooms)).Child("guest-2", g => g.Acquire(rooms)).JoinAll();
        var sentence = Read(program);
        Assert.Equal("semaphore exhausted", sentence.Pattern);
        Assert.Equal(
            "guest-1 and guest-2 wait at Workshop.cs:10 for a unit of rooms, nobody holds one, and nobody will ever give "
                + "one back.",
            sentence.Text
        );
    }

    [Fact]
    public void Guests_who_each_took_two_of_two_rooms_keep_each_other_up()
    {
        var program = new ScriptedProgram();
        var rooms = program.Semaphore("rooms", 2);
        program
            .Child("guest-1", g => g.Acquire(rooms).Acquire(rooms))
            .Child("guest-2", g => g.Acquire(rooms).Acquire(rooms))
            .JoinAll();
        var run = Arbiter.Run(program.Stage(), new Prefix([0, 0, 0, 1, 2, 1, 2]));
        Assert.Equal("semaphore exhausted", Sentences.Deadlock(run).Pattern);
    }

    [Theory]
    [InlineData(Moved.Died, "crash")]
    [InlineData(Moved.Looping, "endless loop")]
    public void Other_endings_say_what_was_seen_last(Moved moved, string pattern)
    {
        var stage = new ScriptedStage(Corpus.AbBa()) { Disturb = (point, _) => point == 5 ? (moved, "Words.") : null };
        var sentence = Sentences.Of(Arbiter.Run(stage, new ActorFirst(1)));
        Assert.Equal(pattern, sentence.Pattern);
        Assert.Contains("last seen after worker-1 releases B. Words.", sentence.Text);
    }

    [Theory]
    [InlineData(Ending.Completed, null, "The run completed.")]
    [InlineData(Ending.Stopped, null, "The run was stopped. Words.")]
    [InlineData(Ending.TooLong, "no end in sight", "The run did not come to an end. Words.")]
    [InlineData(Ending.Silent, null, "The run could not be followed to its end. Words.")]
    public void A_run_without_a_step_has_a_sentence_without_one(Ending ending, string? pattern, string text)
    {
        Run run = Arbiter.Run(new ScriptedStage(Corpus.AbBa()), new ActorFirst(1)) with
        {
            Steps = [],
            Ending = ending,
            Detail = "Words.",
        };

        Assert.Equal(new Sentence(pattern, text, null), Sentences.Of(run));
    }

    [Fact]
    public void Every_deadlock_of_random_programs_has_a_sentence_that_names_who_waits()
    {
        var deadlocks = 0;
        for (ulong seed = 0; seed < 400; seed++)
        {
            var run = Arbiter.Run(RandomPrograms.Create(seed).Stage(), new RandomWalk(seed));
            if (run.Ending == Ending.Deadlocked)
            {
                deadlocks++;
                var sentence = Sentences.Of(run);
                Assert.EndsWith(".", sentence.Text);
                Assert.Contains(run.Waits, wait => sentence.Text.Contains(run.Actors[wait.Actor].Name));
            }
        }
        Assert.True(deadlocks > 20, $"Only {deadlocks} runs were deadlocked.");
    }

    private static Sentence Read(ScriptedProgram program)
    {
        var stage = new ScriptedStage(program) { Lines = TraceDrawingTests.LineOf };
        var run = Arbiter.Run(stage, new ActorFirst(1));
        Assert.Equal(Ending.Deadlocked, run.Ending);
        return Sentences.Deadlock(run);
    }
}
