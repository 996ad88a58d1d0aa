using System.Text;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling.Bugs;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>Which mistake is named, and what is said of it; and that nothing is said of what is not there.</summary>
public sealed class PatternsTests
{
    public static TheoryData<string> Mended => [.. BugCatalogue.Mended(0).Select(model => model.Name)];

    [Fact]
    public void The_smallest_failures_of_the_bugs_are_named_as_they_should()
    {
        var text = new StringBuilder();
        foreach (var model in BugCatalogue.All(0).Where(model => model.Processes.Count <= 4))
        {
            var run = MinimiserTests.Minimised(model, 1);
            var said = run.Ending == Ending.Completed ? Scheduling.Patterns.Of(run) : Sentences.Deadlock(run);
            text.Append($"{model.Name}: {said?.Pattern ?? "-"}\n    {said?.Text}\n");
        }
        Approved.Check(text.ToString());
    }

    [Theory]
    [MemberData(nameof(Mended))]
    public void A_right_program_shows_no_mistake_in_any_order(string name)
    {
        var model = BugCatalogue.Mended(0).Single(mended => mended.Name == name);
        for (ulong seed = 0; seed < 300; seed++)
        {
            Assert.Null(Scheduling.Patterns.Of(Arbiter.Run(model.Stage(), new RandomWalk(seed))));
        }
    }

    [Fact]
    public void Guests_within_their_rooms_show_no_mistake_whichever_step_is_blamed()
    {
        for (ulong seed = 0; seed < 50; seed++)
        {
            var run = Arbiter.Run(Corpus.Rooms(4, 2).Stage(), new RandomWalk(seed));
            Assert.All(run.Steps, step => Assert.Null(Scheduling.Patterns.Of(run, step.Index)));
        }
    }

    [Fact]
    public void An_order_that_nothing_enforces_is_given_no_name_that_it_does_not_have()
    {
        var run = MinimiserTests.Minimised(BugCatalogue.All(0).Single(model => model.Name == "start order, 8"), 1);
        Assert.Null(Scheduling.Patterns.Of(run));
    }

    [Fact]
    public void Who_was_killed_with_a_lock_left_half_done_what_it_had_begun()
    {
        var program = new ScriptedProgram();
        var (gate, left, right) = (program.Lock("gate"), program.Value("left"), program.Value("right"));
        program
            .Child("clerk", c => c.Acquire(gate).Write(left, 1).Write(right, 1).Release(gate))
            .Child("guest", g => g.Acquire(gate).Read(left).Read(right).Release(gate))
            .JoinAll();

        var said = AfterKillOfClerkAt(3);
        Assert.Equal("left half done", said?.Pattern);
        Assert.Contains("clerk (left.Value = 1)", said!.Text, StringComparison.Ordinal);
        Assert.Contains("guest (takes over gate) was told", said.Text, StringComparison.Ordinal);
        // Before it had changed anything there is nothing that would be half done, nor after it had let go.
        Assert.Null(AfterKillOfClerkAt(2));
        Assert.Null(AfterKillOfClerkAt(5));

        Sentence? AfterKillOfClerkAt(int point) =>
            Scheduling.Patterns.Of(
                Arbiter.Run(new CrashingStage(program.Stage(), new CrashPlan("clerk", point)), new ActorFirst(1))
            );
    }

    [Fact]
    public void A_lock_that_is_left_abandoned_is_drawn_as_such()
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        program
            .Child("clerk", c => c.Acquire(gate).Release(gate))
            .Child("guest", g => g.Acquire(gate).Leave(gate))
            .JoinAll();

        var run = Arbiter.Run(new CrashingStage(program.Stage(), new CrashPlan("clerk", 2)), new ActorFirst(1));

        Assert.Contains("leaves gate abandoned", TraceDrawing.Draw(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_woken_and_finds_it_taken_should_have_looked_again()
    {
        var program = new ScriptedProgram();
        var (gate, filled, count) = (program.Lock("gate"), program.Condition("filled"), program.Value("count"));
        program
            .Child("eater", e => e.Acquire(gate).Read(count).WaitOn(gate, filled).Write(count, 0).Release(gate))
            .Child("thief", t => t.Acquire(gate).Read(count).Write(count, 0).Release(gate))
            .Child("cook", c => c.Acquire(gate).Write(count, 1).Notify(gate, filled).Release(gate))
            .JoinAll();
        // main starts all; the eater waits, the cook fills, the thief comes before the eater is back.
        int[] order = [0, 0, 0, 0, 1, 1, 1, 1, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2];
        Says("if instead of while", program, order, "eater was woken", "thief (count.Value = 0)", "count.Value = 0");
        // The other way round there is nothing to be said.
        SaysNothing(program, [0, 0, 0, 0, 1, 1, 1, 1, 3, 3, 3, 3, 3, 1, 1, 1]);
    }

    [Fact]
    public void Who_looks_again_after_waking_is_not_blamed_for_an_if()
    {
        var program = new ScriptedProgram();
        var (gate, filled, count) = (program.Lock("gate"), program.Condition("filled"), program.Value("count"));
        program
            .Child(
                "eater",
                e => e.Acquire(gate).Read(count).WaitOn(gate, filled).Read(count).Write(count, 0).Release(gate)
            )
            .Child("thief", t => t.Acquire(gate).Read(count).Write(count, 0).Release(gate))
            .Child("cook", c => c.Acquire(gate).Write(count, 1).Notify(gate, filled).Release(gate))
            .JoinAll();
        int[] order = [0, 0, 0, 0, 1, 1, 1, 1, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2];
        Assert.NotEqual("if instead of while", Scheduling.Patterns.Of(Run(program, order))?.Pattern);
    }

    [Fact]
    public void What_main_reads_before_its_child_has_written_it_was_read_before_the_join()
    {
        var program = new ScriptedProgram();
        var total = program.Value("total");
        program.Child("summer", s => s.Write(total, 7)).Main.Read(total).Join(0);
        Says("read before join", program, [0, 0, 0], "main (total.Value → default)", "has to join summer first");
        SaysNothing(program, [0, 0, 1, 1, 1]);
    }

    [Fact]
    public void What_is_done_after_main_came_back_was_left_alone()
    {
        var program = new ScriptedProgram();
        program.Child("baker", b => b.Mark("bakes", "bread"));
        Says("orphan left", program, [0, 0, 0], "main came back before baker", "main started");
        SaysNothing(program, [0, 0, 1, 1, 0]);
    }

    [Fact]
    public void Who_gives_the_room_back_before_leaving_it_is_told_so()
    {
        var program = new ScriptedProgram();
        var room = program.Semaphore("room", 1);
        foreach (var name in new[] { "ann", "bob" })
        {
            program.Child(
                name,
                g => g.Acquire(room).Mark($"{name} enters", "spa").Release(room).Mark($"{name} leaves", "spa")
            );
        }
        program.JoinAll();
        int[] order = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2];
        Says("released too early", program, order, faulty: 9, "ann gave room back", "bob (spa: bob enters)");
        SaysNothing(program, [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2], faulty: 10);
    }

    [Fact]
    public void Where_nobody_holds_anything_nothing_keeps_them_apart()
    {
        var program = Corpus.NoSemaphore(2);
        int[] order = [0, 0, 0, 1, 1, 2, 2];
        Says("nothing held", program, order, faulty: 6, "came between guest-1 (spa: guest 1 enters)");
        SaysNothing(program, order, faulty: 4);
    }

    [Fact]
    public void A_test_of_a_dictionary_that_is_outdated_when_it_is_acted_on_is_a_check_then_act()
    {
        var program = new ScriptedProgram();
        var seats = program.Managed(SlotKind.DictionaryProxy, "seats");
        foreach (var name in new[] { "ann", "bob" })
        {
            program.Child(name, c => c.Call(seats, ManagerVerb.Contains, "7").Call(seats, ManagerVerb.Set, "7", name));
        }
        program.JoinAll();
        Says("check-then-act", program, [0, 0, 0, 1, 1, 2, 2, 2, 1], "ann (seats.ContainsKey(\"7\") → false)");
        SaysNothing(program, [0, 0, 0, 1, 1, 1, 2, 2, 2]);
    }

    [Fact]
    public void The_sentence_names_the_lines_of_the_submission()
    {
        var program = new ScriptedProgram();
        var left = program.Value("left");
        foreach (var name in new[] { "ann", "bob" })
        {
            program.Child(name, s => s.Read(left).Write(left, 9));
        }
        program.JoinAll();
        var stage = new ScriptedStage(program)
        {
            Lines = (_, operation) => new SourceLine("Sale.cs", operation.Kind == OperationKind.Read ? 12 : 13),
        };
        var said = Scheduling.Patterns.Of(Arbiter.Run(stage, new Prefix([0, 0, 0, 1, 2, 1, 2, 1, 2])));
        Assert.NotNull(said);
        Assert.Equal(new SourceLine("Sale.cs", 13), said.Source);
        Assert.StartsWith(
            "bob (left.Value → default at Sale.cs:12) read before and bob (left.Value = 9 at Sale.cs:13)",
            said.Text
        );
    }

    [Fact]
    public void Names_are_unique() =>
        Assert.Equal(Scheduling.Patterns.Names.Count, Scheduling.Patterns.Names.Distinct().Count());

    private static void Says(string pattern, ScriptedProgram program, int[] order, params string[] parts) =>
        Says(pattern, program, order, null, parts);

    private static void Says(string pattern, ScriptedProgram program, int[] order, int? faulty, params string[] parts)
    {
        var said = Scheduling.Patterns.Of(Run(program, order), faulty);
        Assert.Equal(pattern, said?.Pattern);
        Assert.All(parts, part => Assert.Contains(part, said!.Text));
    }

    private static void SaysNothing(ScriptedProgram program, int[] order, int? faulty = null) =>
        Assert.Null(Scheduling.Patterns.Of(Run(program, order), faulty));

    private static Run Run(ScriptedProgram program, int[] order) => Arbiter.Run(program.Stage(), new Prefix(order));
}
