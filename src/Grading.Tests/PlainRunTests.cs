using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>A run for real, as claims about schedules see it.</summary>
public sealed class PlainRunTests
{
    [Fact]
    public void Marks_processes_and_what_was_returned_and_printed_are_there_in_order()
    {
        KataRun run = Read(
            "hello",
            Logged(OperationKind.Begin, 10, 0, "main"),
            Logged(OperationKind.Start, 10, 11, "guest-1"),
            Logged(OperationKind.Begin, 11, 0, "guest-1"),
            Logged(OperationKind.Mark, 11, 0, "spa\tguest 1 enters"),
            Logged(OperationKind.Mark, 10, 0, "street\tmain waits"),
            Logged(OperationKind.Mark, 11, 0, "spa\tguest 1 leaves"),
            Logged(OperationKind.End, 11, 3, "guest-1"),
            Logged(OperationKind.Remains, 10, 11, "Z"),
            Logged(OperationKind.Return, 10, 0, Convert.ToBase64String(Wire.Encode(7)))
        );

        Assert.Equal(
            [("guest-1", "guest 1 enters"), ("main", "main waits"), ("guest-1", "guest 1 leaves")],
            run.Marks.Select(mark => (mark.Actor, mark.What))
        );
        Assert.Equal(
            [("main", -1, 0), ("guest-1", 0, 3)],
            run.Actors.Select(a => (a.Name, a.Parent, a.ExitCode ?? -1))
        );
        Assert.Equal("hello", run.Output);
        Assert.Equal(7, run.Returned);
        Assert.True(run.EndedAt("guest-1") < run.MainReturnedAt, "main returned before.");
        Assert.Equal(1, run.Run.Steps.Single(step => step.Operation.Kind == OperationKind.Start).Object.Number);
        // Marks of one thing share an object.
        Assert.Equal(2, run.Marks.Select(mark => run.Run.Steps[mark.Step].Object).Distinct().Count());
    }

    [Fact]
    public void A_child_that_nobody_has_reaped_ended_before_main_returned_if_it_was_a_zombie_by_then()
    {
        LoggedEvent[] Day(string state) =>
            [
                Logged(OperationKind.Begin, 10, 0, "main"),
                Logged(OperationKind.Start, 10, 11, "guest-1"),
                Logged(OperationKind.Remains, 10, 11, state),
                Logged(OperationKind.Return, 10, 0, Convert.ToBase64String(Wire.Encode(0))),
                Logged(OperationKind.End, 11, 0, "guest-1"),
            ];

        KataRun zombie = Read("", Day("Z"));
        KataRun running = Read("", Day("S"));

        Assert.True(zombie.EndedAt("guest-1") < zombie.MainReturnedAt, "It had ended.");
        Assert.True(running.EndedAt("guest-1") > running.MainReturnedAt, "It had not ended.");
        Assert.Single(zombie.Run.Steps, step => step.Operation.Kind == OperationKind.End);
    }

    [Fact]
    public void An_id_that_the_system_gives_again_is_that_of_the_later_process()
    {
        KataRun run = Read(
            "",
            Logged(OperationKind.Begin, 10, 0, "main"),
            Logged(OperationKind.Start, 10, 11, "first"),
            Logged(OperationKind.End, 11, 0, "first"),
            Logged(OperationKind.Start, 10, 11, "second"),
            Logged(OperationKind.Mark, 11, 0, "spa\tenters")
        );

        Assert.Equal("second", Assert.Single(run.Marks).Actor);
    }

    [Fact]
    public void What_a_process_did_that_nobody_started_counts_as_mains()
    {
        KataRun run = Read(
            "",
            Logged(OperationKind.Begin, 10, 0, "main"),
            Logged(OperationKind.Start, 66, 11, "guest-1"),
            Logged(OperationKind.Mark, 66, 0, "spa\tenters")
        );

        Assert.Equal("main", Assert.Single(run.Marks).Actor);
        Assert.Equal([("main", -1), ("guest-1", 0)], run.Actors.Select(actor => (actor.Name, actor.Parent)));
    }

    private static KataRun Read(string output, params LoggedEvent[] events)
    {
        var size = new Size("a day");
        return PlainRun.Of(RealRunReader.Read(events, size, exitCode: 0, leftovers: [], output), size);
    }

    private static LoggedEvent Logged(OperationKind kind, int pid, int argument, string text) =>
        new(kind, 0, pid, argument, text);
}
