namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What proofs find about programs of events, conditions and barriers.</summary>
public sealed class MeetingProofTests
{
    [Fact]
    public void A_notification_before_the_wait_is_found_to_be_lost_in_one_order_only()
    {
        var program = new ScriptedProgram();
        var gate = program.RLock("ready");
        var ready = program.Condition("ready");
        program
            .Child("cook", cook => cook.Acquire(gate).Notify(gate, ready).Release(gate))
            .Child("guest", guest => guest.Acquire(gate).WaitOn(gate, ready).Release(gate))
            .JoinAll();
        var (search, runs) = Prove(program);
        Assert.Equal(new ProofResult(2, 2, 0, Complete: true) { Estimate = 2 }, search.Result);
        var deadlock = Assert.Single(runs, run => run.Ending == Ending.Deadlocked);
        Assert.Equal("lost wake-up", Sentences.Deadlock(deadlock).Pattern);
        Assert.Contains("cook notified condition 1 before guest waited for it", Sentences.Deadlock(deadlock).Text);
        Assert.Contains("guest waits to be notified of condition 1", WaitGraph.Draw(deadlock));
    }

    [Fact]
    public void A_wait_behind_a_test_that_the_notifier_changes_is_proved_never_to_hang()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        var (ready, done) = (program.Condition("ready"), program.Semaphore("is done", 0));
        program
            .Child("cook", cook => cook.Acquire(gate).Release(done).Notify(gate, ready).Release(gate))
            // Trying the semaphore is the test: who finds it done leaves the wait out.
            .Child("guest", guest => guest.Acquire(gate).Unless(done, skip: 2).WaitOn(gate, ready).Release(gate))
            .JoinAll();
        var (search, runs) = Prove(program);
        Assert.True(search.Result.Complete);
        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
    }

    [Fact]
    public void An_event_that_is_cleared_at_once_is_found_to_be_missed()
    {
        var program = new ScriptedProgram();
        var opening = program.Event("opening");
        program
            .Child("porter", porter => porter.Set(opening).Clear(opening))
            .Child("guest", guest => guest.Wait(opening).Mark("in"))
            .JoinAll();
        var (search, runs) = Prove(program);
        Assert.Equal(new ProofResult(2, 2, 0, Complete: true) { Estimate = 2 }, search.Result);
        var deadlock = Assert.Single(runs, run => run.Ending == Ending.Deadlocked);
        Assert.Equal("lost wake-up", Sentences.Deadlock(deadlock).Pattern);
        Assert.Contains("guest waits for opening (Event, not set)", WaitGraph.Draw(deadlock));
    }

    // Were the two clears independent, the wait would race with neither alone, and one that comes first would be lost.
    [Fact]
    public void A_wait_that_two_clears_keep_out_is_tried_before_both()
    {
        var program = new ScriptedProgram();
        var opening = program.Event("opening");
        program.Main.Set(opening);
        program
            .Child("porter-1", porter => porter.Clear(opening))
            .Child("porter-2", porter => porter.Clear(opening))
            .Child("guest", guest => guest.Wait(opening))
            .JoinAll();
        var (_, runs) = Prove(program);
        Assert.Contains(runs, run => run.Ending == Ending.Completed);
        Assert.Contains(runs, run => run.Ending == Ending.Deadlocked);
    }

    [Fact]
    public void An_event_that_stays_set_is_proved_to_let_all_through_in_one_class_each()
    {
        var program = new ScriptedProgram();
        var opening = program.Event("opening");
        program.Child("porter", porter => porter.Set(opening));
        for (var guest = 1; guest <= 3; guest++)
        {
            program.Child($"guest-{guest}", g => g.Wait(opening));
        }
        var (search, _) = Prove(program.JoinAll());
        Assert.Equal(new ProofResult(1, 1, 0, Complete: true) { Estimate = 1 }, search.Result);
    }

    [Fact]
    public void Parties_of_a_barrier_have_a_class_for_each_order_in_which_they_come()
    {
        var program = new ScriptedProgram();
        var square = program.Barrier("square", 3);
        for (var party = 1; party <= 3; party++)
        {
            program.Child($"party-{party}", p => p.Meet(square));
        }
        var (search, runs) = Prove(program.JoinAll());
        Assert.Equal(new ProofResult(6, 6, 0, Complete: true) { Estimate = 6 }, search.Result);
        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
    }

    [Fact]
    public void Nobody_passes_a_mark_behind_a_barrier_before_all_have_passed_the_one_before_it()
    {
        var program = new ScriptedProgram();
        var square = program.Barrier("square", 2);
        for (var party = 1; party <= 2; party++)
        {
            program.Child($"party-{party}", p => p.Mark("before").Meet(square, action: true).Mark("after"));
        }
        var (search, runs) = Prove(program.JoinAll());
        Assert.True(search.Result.Complete);
        Assert.All(runs, run => Assert.Equal(["before", "before", "after", "after"], Corpus.Marks(run)));
    }

    [Fact]
    public void A_barrier_with_a_party_too_few_is_found_to_hold_the_others_for_ever()
    {
        var program = new ScriptedProgram();
        var square = program.Barrier("square", 3);
        program.Child("party-1", p => p.Meet(square)).Child("party-2", p => p.Meet(square)).JoinAll();
        var (_, runs) = Prove(program);
        Assert.All(runs, run => Assert.Equal(Ending.Deadlocked, run.Ending));
        Assert.Equal("barrier not full", Sentences.Deadlock(runs[0]).Pattern);
        Assert.Contains(
            "party-1 and party-2 wait at square, which opens for 3 parties",
            Sentences.Deadlock(runs[0]).Text
        );
        Assert.Contains("waits at square (Barrier, 2 of 3 have come)", WaitGraph.Draw(runs[0]));
    }

    [Fact]
    public void A_timed_party_gives_up_only_when_nobody_else_can_come()
    {
        var program = new ScriptedProgram();
        var square = program.Barrier("square", 2);
        program
            .Child("patient", p => p.Meet(square).Mark("met"))
            .Child("hasty", p => p.Meet(square, timeout: 1).Mark("met"))
            .JoinAll();
        var (search, runs) = Prove(program);
        Assert.True(search.Result.Complete);
        Assert.All(runs, run => Assert.Equal(2, Corpus.Marks(run).Count));
    }

    private static (ProofSearch Search, List<Run> Runs) Prove(ScriptedProgram program)
    {
        var search = new ProofSearch(program.Stage());
        List<Run> runs = [.. search.Explore()];
        return (search, runs);
    }
}
