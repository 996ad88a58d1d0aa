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

    [Fact]
    public void A_deadlock_has_the_name_of_its_pattern_and_is_just_a_deadlock_where_it_has_none()
    {
        var door = new ObjectId(ObjectSpace.Slot, 64);
        Run stuck = Run(Ending.Deadlocked, steps: 1, detail: "") with
        {
            Objects = new Dictionary<ObjectId, ObjectInfo> { [door] = new(SlotKind.Lock, 1, 1, "door") },
            Waits = [new Wait(0, Operation.OnSlot(OperationKind.Acquire, 64), door, [0], null)],
        };
        Run unread = stuck with
        {
            Actors = [.. stuck.Actors, new ActorInfo(1, "ann", 0, null)],
            Waits = [new Wait(0, Operation.OnActor(OperationKind.Join, 1), new(ObjectSpace.Actor, 1), [1], null)],
        };

        Violation? itself = Obstacles.Explain(new KataRun(stuck, new Size("any")));
        Violation? other = Obstacles.Explain(new KataRun(unread, new Size("any")));

        Assert.Equal("re-entry of a plain lock", itself?.Pattern);
        Assert.Equal(Obstacles.DeadlockPattern, other?.Pattern);
        Assert.StartsWith("Nobody can go on: main waits in Join for ", other?.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ending.Completed)]
    [InlineData(Ending.Stopped)]
    public void Who_ended_or_was_stopped_on_purpose_met_no_obstacle(Ending ending) =>
        Assert.Null(Obstacles.Explain(new KataRun(Run(ending, steps: 1, detail: ""), new Size("any"))));

    [Fact]
    public void Who_died_crashed()
    {
        Violation? crash = Obstacles.Explain(
            new KataRun(Run(Ending.Died, 2, "it ended with exit code 134"), new("any"))
        );

        Assert.Equal(new Violation("main crashed: it ended with exit code 134.", 1, "crash"), crash);
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
