namespace ConcurrencyKatas.Scheduling.Tests;

public sealed class WaitGraphTests
{
    [Fact]
    public void Each_waiting_actor_has_a_line_with_object_holder_and_place() =>
        Assert.Equal(
            """
            main waits in Join for worker-1
            worker-1 waits for B (Lock, held by worker-2) at Workshop.cs:11
            worker-2 waits for A (Lock, held by worker-1) at Workshop.cs:20

            """,
            WaitGraph.Draw(TraceDrawingTests.AbBaDeadlocked())
        );

    [Fact]
    public void Where_nobody_waits_there_is_no_graph() =>
        Assert.Empty(WaitGraph.Draw(Arbiter.Run(Corpus.AbBa().Stage(), new ActorFirst(0))));
}
