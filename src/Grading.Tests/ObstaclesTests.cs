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
        Run run = Run(Ending.TooLong, steps: 3, $"The run came to its limit of 3 {limit}.");

        Violation? obstacle = Obstacles.Explain(new KataRun(run, new Size("any")));

        Assert.Equal($"the program does not end: {told}.", obstacle?.Sentence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Who_falls_silent_before_or_after_its_first_step_is_nobodys_mistake_but_ours(int steps)
    {
        Run run = Run(Ending.Silent, steps, "it was let go and is not heard of");

        var ours = Assert.Throws<CouldNotGradeException>(() => Obstacles.Explain(new KataRun(run, new Size("any"))));

        Assert.Equal("[could not grade] main stopped answering: it was let go and is not heard of.", ours.Message);
    }

    private static Run Run(Ending ending, int steps, string detail) =>
        new()
        {
            Steps = [.. Enumerable.Range(0, steps).Select(Sleep)],
            Ending = ending,
            Detail = detail,
            Actors = [new ActorInfo(0, "main", -1, null)],
            Waits = [],
            Objects = new Dictionary<ObjectId, ObjectInfo>(),
            Strategy = "by hand",
        };

    private static Step Sleep(int index) =>
        new(index, 0, new Operation(OperationKind.Sleep), new Decision(Outcome.Go), default, null);
}
