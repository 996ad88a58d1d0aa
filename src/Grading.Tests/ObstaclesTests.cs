using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

public sealed class ObstaclesTests
{
    [Theory]
    [InlineData("points", "it was cut off after 3 steps")]
    [InlineData("objects", "after 3 steps it uses more objects than there may be")]
    public void A_run_that_was_cut_off_is_told_in_one_sentence(string limit, string told)
    {
        var run = new Run
        {
            Steps = [.. Enumerable.Range(0, 3).Select(Sleep)],
            Ending = Ending.TooLong,
            Detail = $"The run came to its limit of 3 {limit}.",
            Actors = [new ActorInfo(0, "main", -1, null)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "by hand",
        };

        Violation? obstacle = Obstacles.Explain(new KataRun(run, new Size("any")));

        Assert.Equal($"the program does not end: {told}.", obstacle?.Sentence);
    }

    private static Step Sleep(int index) =>
        new(index, 0, new Operation(OperationKind.Sleep), new Decision(Outcome.Go), default, null);
}
