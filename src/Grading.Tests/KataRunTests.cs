using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>How the claims see a run.</summary>
public sealed class KataRunTests
{
    [Fact]
    public void A_mark_names_its_object_or_none()
    {
        KataRun run = Of(Mark("desk\tann reads"), Mark("opens"), Mark(null));

        Assert.Equal([("desk", "ann reads"), ("", "opens"), ("", "")], run.Marks.Select(m => (m.Object, m.What)));
    }

    [Fact]
    public void Main_may_return_nothing_at_all()
    {
        KataRun run = Of(new Operation(OperationKind.Return), new Operation(OperationKind.End));

        Assert.Equal((0, 1), (run.MainReturnedAt, run.EndedAt("main")));
        Assert.Null(run.Returned);
        Assert.Null(run.EndedAt("nobody"));
    }

    [Fact]
    public void A_run_that_was_cut_off_has_returned_nothing_and_nobody_has_ended()
    {
        KataRun run = Of(new Operation(OperationKind.Print, Text: "half a "), new Operation(OperationKind.Print));

        Assert.Equal("half a ", run.Output);
        Assert.Null(run.MainReturnedAt);
        Assert.Null(run.EndedAt("main"));
    }

    private static Operation Mark(string? text) => new(OperationKind.Mark, ObjectSpace.Mark, Text: text);

    private static KataRun Of(params Operation[] operations) =>
        new(
            new Run
            {
                Steps =
                [
                    .. operations.Select(
                        (operation, i) => new Step(i, 0, operation, new Decision(Outcome.Go), default, null)
                    ),
                ],
                Ending = Ending.Completed,
                Actors = [new ActorInfo(0, "main", -1, null)],
                Waits = [],
                Objects = new Dictionary<ObjectId, ObjectInfo>(),
                Strategy = "by hand",
            },
            new Size("any")
        );
}
