using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class SettledOrderTests
{
    private static readonly Size Any = new("2 walkers");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_claim_that_compares_marks_of_different_objects_cannot_be_graded(bool isBrokenFirst)
    {
        var problem = Assert.Throws<CouldNotGradeException>(() =>
            SettledOrder.Require(
                new KataRun(Walk("east", "west"), Any),
                Any,
                run => WasFirst(run) is null == isBrokenFirst ? null : new Violation("It depends on the order.")
            )
        );

        Assert.Contains("\"It depends on the order.\"", problem.Message);
        Assert.Contains("Marks of different objects have no order", problem.Message);
    }

    [Fact]
    public void A_claim_that_compares_marks_of_one_object_can() =>
        SettledOrder.Require(new KataRun(Walk("yard", "yard"), Any), Any, WasFirst);

    [Fact]
    public void A_claim_that_compares_nothing_can() =>
        SettledOrder.Require(
            new KataRun(Walk("east", "west"), Any),
            Any,
            run => run.Marks.Count == 8 ? new Violation("Everybody walked.") : null
        );

    private static Violation? WasFirst(KataRun run) =>
        run.Marks.Take(4).All(mark => mark.Actor == "one") ? new Violation("one was there before two.") : null;

    // One walks four steps, and then two does.
    private static Run Walk(string one, string two)
    {
        List<(int Actor, string Where)> walks = [.. Enumerable.Repeat((0, one), 4), .. Enumerable.Repeat((1, two), 4)];
        return new Run
        {
            Steps =
            [
                .. walks.Select(
                    (walk, index) =>
                        new Step(
                            index,
                            walk.Actor,
                            new Operation(OperationKind.Mark, ObjectSpace.Mark, Text: $"{walk.Where}\twalks"),
                            new Decision(Outcome.Go),
                            new ObjectId(ObjectSpace.Mark, walk.Where.Length + walk.Where[0]),
                            null
                        )
                ),
            ],
            Ending = Ending.Completed,
            Actors = [new ActorInfo(0, "one", -1, 0), new ActorInfo(1, "two", -1, 0)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "by hand",
        };
    }
}
