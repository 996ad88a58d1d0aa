using ConcurrencyKatas.Control;
using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Scheduling;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>The beginning of a run, as the goal of a probe sees it.</summary>
public sealed class PartialTests
{
    [Fact]
    public void Everybody_has_the_name_the_parent_and_the_process_that_the_starts_tell()
    {
        Run run = Partial.Run([
            Start(0, 0, "ann"),
            Start(1, 1, ""),
            Start(2, 1, "helper", Operation.Thread),
            Start(3, 1, "orphan", Operation.Detached),
            Start(4, 0, "night watch", Operation.Daemon),
        ]);

        Assert.Equal(
            [
                ("main", -1, 0, false),
                ("ann", 0, 1, false),
                ("process-2", 1, 2, false),
                ("helper", 1, 1, false),
                ("orphan", 0, 4, false),
                ("night watch", 0, 5, true),
            ],
            run.Actors.Select(actor => (actor.Name, actor.Parent, actor.Process, actor.IsDaemon))
        );
        Assert.Equal(Ending.Stopped, run.Ending);
    }

    [Fact]
    public void A_start_that_was_refused_has_started_nobody()
    {
        Step refused = Start(0, 0, "ann") with { Decision = new Decision(Outcome.TimedOut) };

        Assert.Equal("main", Assert.Single(Partial.Run([refused]).Actors).Name);
    }

    private static Step Start(int index, int actor, string name, long how = 0) =>
        new(
            index,
            actor,
            new Operation(OperationKind.Start, Argument: how, Text: name),
            new Decision(Outcome.Go),
            ObjectId.None,
            null
        );
}
