using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class ObstaclesTests
{
    [Fact]
    public void A_run_that_was_cut_off_is_told_in_one_sentence()
    {
        var run = new Run
        {
            Steps = [.. Enumerable.Range(0, 3).Select(Sleep)],
            Ending = Ending.TooLong,
            Detail = "The run came to its limit of 3 points.",
            Actors = [new ActorInfo(0, "main", -1, null)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "by hand",
        };

        Violation? obstacle = Obstacles.Explain(new KataRun(run, new Size("any")));

        Assert.Equal("the program does not end: it was cut off after 3 steps.", obstacle?.Sentence);
    }

    private static Step Sleep(int index) =>
        new(index, 0, new Operation(OperationKind.Sleep), new Decision(Outcome.Go), default, null);
}
