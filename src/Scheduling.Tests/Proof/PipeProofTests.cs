using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What proofs find about programs of pipes.</summary>
public sealed class PipeProofTests
{
    [Fact]
    public void A_writers_end_that_stays_open_in_the_parent_keeps_the_reader_waiting_in_every_schedule()
    {
        var program = new ScriptedProgram();
        var (reader, writer) = program.Pipe("news", duplex: false);
        program.Child("reader", [reader], r => r.Receive(reader).Receive(reader));
        program.Main.Send(writer).Join(0).CloseEnd(writer);
        var (search, runs) = Prove(program);
        Assert.True(search.Result.Complete);
        Assert.All(runs, run => Assert.Equal(Ending.Deadlocked, run.Ending));
        var sentence = Sentences.Deadlock(runs[0]);
        Assert.Equal("end left open", sentence.Pattern);
        Assert.Contains("main still has news.Writer open and waits in Join for reader", sentence.Text);
        Assert.Contains(
            "reader waits for a message at news.Reader (news.Writer is open in main)",
            WaitGraph.Draw(runs[0])
        );
    }

    [Fact]
    public void A_copy_of_the_writers_end_that_nobody_uses_is_named()
    {
        var program = new ScriptedProgram();
        var (reader, writer) = program.Pipe("news", duplex: false);
        program.Child("writer", [writer], w => w.Send(writer).CloseEnd(writer));
        program.Child("reader", [reader, writer], r => r.Receive(reader).Receive(reader));
        program.Main.CloseEnd(writer).CloseEnd(reader);
        var (_, runs) = Prove(program.JoinAll());
        Assert.All(runs, run => Assert.Equal(Ending.Deadlocked, run.Ending));
        var sentence = Sentences.Deadlock(runs[0]);
        Assert.Equal("end left open", sentence.Pattern);
        Assert.Contains("it has news.Writer open itself", sentence.Text);
    }

    [Fact]
    public void Who_closes_what_he_does_not_use_is_proved_to_come_to_the_end()
    {
        var program = new ScriptedProgram();
        var (reader, writer) = program.Pipe("news", duplex: false);
        program.Child("reader", [reader], r => r.Receive(reader).Receive(reader).Receive(reader, 1).Mark("too many"));
        program.Main.CloseEnd(reader);
        for (var number = 1; number <= 2; number++)
        {
            program.Child($"writer-{number}", [writer], w => w.Send(writer).CloseEnd(writer));
        }
        program.Main.CloseEnd(writer);
        var (search, runs) = Prove(program.JoinAll());
        // In which order the two send, and nothing else, is to be seen.
        Assert.Equal(new ProofResult(2, 2, 0, Complete: true) { Estimate = 2 }, search.Result);
        Assert.All(runs, run => Assert.Equal(Ending.Completed, run.Ending));
        Assert.All(runs, run => Assert.Empty(Corpus.Marks(run)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Two_who_receive_at_one_end_are_found_to_tear_a_message_unless_they_take_turns(bool takeTurns)
    {
        var program = new ScriptedProgram();
        var gate = program.Lock("gate");
        var (reader, writer) = program.Pipe("orders", duplex: false);
        program.Main.Send(writer, "a").Send(writer, "b");
        for (var number = 1; number <= 2; number++)
        {
            program.Child(
                $"clerk-{number}",
                [reader],
                c => _ = takeTurns ? c.Acquire(gate).Receive(reader).Release(gate) : c.Receive(reader)
            );
        }
        var (search, runs) = Prove(program.JoinAll());
        Assert.True(search.Result.Complete);
        Assert.Equal(!takeTurns, runs.Exists(run => run.Steps.Any(IsTorn)));
        Assert.Contains(runs, run => !run.Steps.Any(IsTorn));
    }

    [Fact]
    public void Two_sides_that_both_receive_first_are_found_to_wait_for_each_other()
    {
        var program = new ScriptedProgram();
        var (first, second) = program.Pipe("tube");
        program.Child("upstairs", [first], one => one.Receive(first).Send(first));
        program.Child("cellar", [second], other => other.Receive(second).Send(second));
        program.Main.CloseEnd(first).CloseEnd(second);
        var (_, runs) = Prove(program.JoinAll());
        var sentence = Sentences.Deadlock(Assert.Single(runs));
        Assert.Equal("both receive", sentence.Pattern);
        Assert.Contains(
            "upstairs waits for a message at tube.First, and cellar waits for one at tube.Second",
            sentence.Text
        );
    }

    [Fact]
    public void A_sender_that_nobody_receives_from_is_found_to_wait_for_room()
    {
        var program = new ScriptedProgram();
        var (reader, writer) = program.Pipe("news", duplex: false, capacity: 5);
        program.Child("writer", [writer], w => w.Send(writer).Send(writer));
        program.Main.Join(0);
        var (_, runs) = Prove(program);
        Assert.All(runs, run => Assert.Equal("pipe full", Sentences.Deadlock(run).Pattern));
        Assert.Contains("writer waits for room at news.Writer (news.Reader is open in main)", WaitGraph.Draw(runs[0]));
    }

    [Fact]
    public void A_wait_for_any_is_proved_to_see_what_comes_first_and_the_end_of_a_process()
    {
        var program = new ScriptedProgram();
        var (one, fromOne) = program.Pipe("one", duplex: false);
        var (two, fromTwo) = program.Pipe("two", duplex: false);
        program.Child("a", [fromOne], a => a.Send(fromOne)).Child("b", [fromTwo], b => b.Send(fromTwo));
        program.Child("c", _ => { });
        program.Main.WaitAny(-1, one, two, new PipeEnd(3, PipeEnd.Process));
        var (search, runs) = Prove(program.JoinAll());
        Assert.True(search.Result.Complete);
        var seen = runs.Select(run =>
            Convert.ToHexString(
                run.Steps.Single(step => step.Operation.Kind == OperationKind.WaitAny).Decision.Payload!
            )
        );
        Assert.Equal(
            ["000001", "000100", "000101", "010000", "010001", "010100", "010101"],
            seen.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_wait_for_any_gives_up_only_when_nothing_else_can_happen()
    {
        var program = new ScriptedProgram();
        var (first, second) = program.Pipe("tube");
        program.Child("upstairs", [first], one => one.Send(first));
        program.Main.WaitAny(5, first, second).WaitAny(5, first);
        var (_, runs) = Prove(program.JoinAll());
        Assert.All(
            runs,
            run =>
                Assert.Equal(
                    [Outcome.Go, Outcome.TimedOut],
                    run.Steps.Where(step => step.Operation.Kind == OperationKind.WaitAny)
                        .Select(step => step.Decision.Outcome)
                )
        );
    }

    private static bool IsTorn(Step step) =>
        step.Operation.Kind == OperationKind.Receive && step.Decision.Value == PipeModel.Torn;

    private static (ProofSearch Search, List<Run> Runs) Prove(ScriptedProgram program)
    {
        var search = new ProofSearch(program.Stage());
        List<Run> runs = [.. search.Explore()];
        return (search, runs);
    }
}
