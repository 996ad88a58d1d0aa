using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Reports;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What a report says of a failing run, so that others can draw it without having seen it.</summary>
public sealed class EvidenceTests
{
    private static readonly ObjectId s_lock = new(ObjectSpace.Slot, 64);
    private static readonly ObjectId s_child = new(ObjectSpace.Actor, 1);

    private static readonly Evidence s_evidence = EvidenceBuilder.Draw(
        new KataRun(Stuck(), new Size("1 child")),
        new Violation("It stands still.", Step: 3),
        "Kata.1-child.AQ"
    );

    [Fact]
    public void An_actor_lives_from_the_step_that_starts_it_to_the_one_that_ends_it()
    {
        Assert.Equal([new("main", 0, 4), new EvidenceActor("worker", 1, null)], s_evidence.Actors);
    }

    [Fact]
    public void A_step_has_its_actors_lane()
    {
        Assert.Equal([0, 0, 0, 1, 0], s_evidence.Steps.Select(s => s.Lane));
    }

    [Fact]
    public void A_step_that_nobody_else_could_notice_is_minor_unless_it_is_at_fault()
    {
        Assert.Equal([true, false, false, false, false], s_evidence.Steps.Select(s => s.Minor));
        Assert.True(s_evidence.Steps[3].Faulty);
    }

    [Fact]
    public void A_wait_names_the_object_and_the_lanes_of_those_who_hold_it()
    {
        EvidenceWait wait = Assert.Single(s_evidence.Waits);
        Assert.Equal((1, "door", "Spa.cs:9"), (wait.Lane, wait.Object, wait.Source));
        Assert.Equal([0], wait.Holders);
    }

    [Fact]
    public void A_wait_for_a_process_is_for_no_object_and_one_whose_line_is_not_known_has_none()
    {
        Run run = Stuck() with { Waits = [new Wait(0, Operation.OnActor(OperationKind.Join, 1), s_child, [1], null)] };

        Evidence drawn = EvidenceBuilder.Draw(
            new KataRun(run, new Size("1 child")),
            new Violation("It stands still."),
            "Kata.1-child.AQ"
        );

        EvidenceWait wait = Assert.Single(drawn.Waits);
        Assert.Equal((null, null), (wait.Object, wait.Source));
        Assert.StartsWith("waits in Join for ", wait.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_came_to_its_end_is_read_for_the_mistake_unless_the_claim_names_one()
    {
        var run = new KataRun(Lossy(), new Size("2 sellers"));
        Evidence read = EvidenceBuilder.Draw(run, new Violation("One is missing."), "Kata.2-sellers.AQ");
        Assert.Equal("lost update", read.Pattern);
        Assert.Contains("what bob did to left is lost", read.Diagnosis);
        Assert.Equal(("Shop.cs", 8), (read.File, read.Line));

        Evidence named = EvidenceBuilder.Draw(
            run,
            new Violation("One is missing.", Pattern: "theft"),
            "Kata.2-sellers.AQ"
        );
        Assert.Equal("theft", named.Pattern);
        Assert.Null(named.Diagnosis);
        Assert.Null(s_evidence.Diagnosis);
    }

    [Fact]
    public void A_step_that_the_run_does_not_have_is_nobodys_fault()
    {
        Evidence drawn = EvidenceBuilder.Draw(
            new KataRun(Stuck(), new Size("1 child")),
            new Violation("It stands still.", Step: 99),
            "Kata.1-child.AQ"
        );

        Assert.DoesNotContain(drawn.Steps, step => step.Faulty);
    }

    [Fact]
    public void What_was_printed_is_cut_so_that_a_report_stays_readable()
    {
        Run run = Stuck();
        Step print = Step(run.Steps.Count, 0, new(OperationKind.Print, Text: new string('x', 5_000)), ObjectId.None);

        Evidence drawn = EvidenceBuilder.Draw(
            new KataRun(run with { Steps = [.. run.Steps, print] }, new Size("1 child")),
            new Violation("It stands still."),
            "Kata.1-child.AQ"
        );

        Assert.Equal(new string('x', 4_000) + "…", drawn.Output);
    }

    // Both read before either writes.
    private static Run Lossy()
    {
        var left = new ObjectId(ObjectSpace.Slot, 128);
        var read = Operation.OnSlot(OperationKind.Read, 128);
        Operation write = Operation.OnSlot(OperationKind.Write, 128) with { Payload = Wire.Encode(1) };
        return new()
        {
            Steps =
            [
                Step(0, 1, read, left),
                Step(1, 2, read, left),
                Step(2, 2, write, left),
                Step(3, 1, write, left) with
                {
                    Source = new SourceLine("Shop.cs", 8),
                },
            ],
            Ending = Ending.Completed,
            Actors = [new ActorInfo(0, "main", -1, 0), new ActorInfo(1, "ann", 0, 0), new ActorInfo(2, "bob", 0, 0)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo> { [left] = new(SlotKind.Value, 0, 1, "left") },
            Strategy = "by hand",
        };
    }

    // main takes the door and goes home with it; the worker waits for ever.
    private static Run Stuck() =>
        new()
        {
            Steps =
            [
                Step(0, 0, new Operation(OperationKind.Begin), ObjectId.None),
                Step(1, 0, Operation.OnActor(OperationKind.Start, 1), s_child),
                Step(2, 0, Operation.OnSlot(OperationKind.Acquire, 64), s_lock),
                Step(3, 1, new Operation(OperationKind.Begin), ObjectId.None),
                Step(4, 0, new Operation(OperationKind.End), new ObjectId(ObjectSpace.Actor, 0)),
            ],
            Ending = Ending.Deadlocked,
            Actors = [new ActorInfo(0, "main", -1, 0), new ActorInfo(1, "worker", 0, null)],
            Waits =
            [
                new Wait(1, Operation.OnSlot(OperationKind.Acquire, 64), s_lock, [0], new SourceLine("Spa.cs", 9)),
            ],
            Objects = new Dictionary<ObjectId, ObjectInfo> { [s_lock] = new(SlotKind.Lock, 1, 1, "door") },
            Strategy = "by hand",
        };

    private static Step Step(int index, int actor, Operation operation, ObjectId on) =>
        new(index, actor, operation, new Decision(Outcome.Go), on, null);
}
