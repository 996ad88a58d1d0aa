using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Scheduling.Tests;

/// <summary>What is called independent of operations on pipes, against doing it in both orders.</summary>
public sealed class PipeIndependenceTests
{
    private static readonly PipeEnd s_first = new(0, 0);
    private static readonly PipeEnd s_second = new(0, 1);
    private static readonly PipeEnd s_one = new(1, PipeEnd.Process);

    [Theory]
    [InlineData(1_000)]
    [InlineData(10)]
    [InlineData(5)]
    public void What_is_called_independent_brings_the_same_in_both_orders(int capacity)
    {
        var independent = 0;
        foreach (var world in States(capacity, depth: 4))
        {
            foreach (var a in Possible(world, 1))
            {
                foreach (var b in Possible(world, 2))
                {
                    if (!Independence.MayConflict(a.AsHappening, b.AsHappening))
                    {
                        independent++;
                        Assert.True(BothOrders.Same(world, a, b), $"{Say(a)} and {Say(b)}");
                    }
                }
            }
        }
        Assert.True(independent > 100, $"Only {independent} pairs were compared.");
    }

    [Fact]
    public void A_send_and_a_receive_depend_on_each_other_only_over_one_message()
    {
        var world = WorldOf(1_000);
        var (send, receive) = (Send(1, s_first), On(OperationKind.Receive, 2, s_second));
        Assert.True(Independence.MayConflict(world.Park(1, send).AsHappening, world.Park(2, receive).AsHappening));
        world.Perform(world.Park(1, send));
        Assert.False(Independence.MayConflict(world.Park(1, send).AsHappening, world.Park(2, receive).AsHappening));
        var other = On(OperationKind.Receive, 2, s_first);
        Assert.False(Independence.MayConflict(world.Park(1, send).AsHappening, world.Park(2, other).AsHappening));
    }

    [Fact]
    public void A_send_depends_on_the_take_that_makes_its_room_and_on_no_other()
    {
        var world = WorldOf(capacity: 10);
        var (send, take) = (Send(1, s_first), On(OperationKind.Take, 2, s_second));
        world.Perform(world.Park(1, send));
        world.Perform(world.Park(1, send));
        world.Perform(world.Park(2, On(OperationKind.Receive, 2, s_second)));
        var (waiting, taking) = (world.Park(1, send).AsHappening, world.Park(2, take).AsHappening);
        Assert.True(Independence.MayConflict(waiting, taking));
        Assert.False(Independence.MayConflict(waiting with { Item = PipeOrder.Pack(3, 1) }, taking));
        Assert.True(Independence.MayConflict(waiting with { Item = PipeOrder.Pack(3, 1) }, taking with { Item = 1 }));
        Assert.True(Independence.MayConflict(waiting with { Item = null }, taking));
    }

    [Fact]
    public void A_close_is_noticed_at_the_other_end_by_who_sends_and_by_who_finds_nothing_more()
    {
        var world = WorldOf(1_000);
        var close = world.Park(1, On(OperationKind.Close, 1, s_first)).AsHappening;
        Assert.True(Independence.MayConflict(close, world.Park(2, Send(2, s_second)).AsHappening));
        Assert.False(Independence.MayConflict(close, world.Park(2, Send(2, s_first)).AsHappening));
        Assert.False(Independence.MayConflict(close, world.Park(2, On(OperationKind.Close, 2, s_first)).AsHappening));
        var receive = world.Park(2, On(OperationKind.Receive, 2, s_second)).AsHappening;
        Assert.False(Independence.MayConflict(close, receive));
        Assert.True(Independence.MayConflict(close, receive with { Item = PipeModel.None }));
        Assert.True(Independence.MayConflict(close, receive with { Item = null }));
    }

    [Fact]
    public void Two_processes_that_receive_at_one_end_depend_on_each_other_until_there_is_nothing_more()
    {
        var world = WorldOf(1_000);
        var (one, other) = (
            world.Park(1, On(OperationKind.Receive, 1, s_first)).AsHappening,
            world.Park(2, On(OperationKind.Receive, 2, s_first)).AsHappening
        );
        Assert.True(Independence.MayConflict(one, other));
        Assert.False(
            Independence.MayConflict(one with { Item = PipeModel.None }, other with { Item = PipeModel.None })
        );
        Assert.True(Independence.MayConflict(one, world.Park(2, On(OperationKind.Take, 2, s_first)).AsHappening));
    }

    [Fact]
    public void A_wait_for_any_depends_on_what_makes_something_ready_or_takes_it_and_on_nothing_else()
    {
        var world = WorldOf(1_000);
        var wait = world.Park(1, Act.WaitAny(-1, s_second, s_one)).AsHappening;
        Assert.True(Sees(Send(2, s_first)));
        Assert.True(Sees(On(OperationKind.Close, 2, s_first)));
        Assert.True(Sees(On(OperationKind.Receive, 2, s_second)));
        Assert.False(Sees(Send(2, s_second)));
        Assert.False(Sees(On(OperationKind.Receive, 2, s_first)));
        Assert.False(Sees(new Operation(OperationKind.End)));
        Assert.True(
            Independence.MayConflict(
                world.Park(2, Act.WaitAny(0, s_one)).AsHappening,
                world.Park(1, new Operation(OperationKind.End)).AsHappening
            )
        );

        bool Sees(Operation operation) => Independence.MayConflict(world.Park(2, operation).AsHappening, wait);
    }

    private static Operation On(OperationKind kind, int process, PipeEnd end) => Act.By(process, Act.OnPipe(kind, end));

    private static Operation Send(int process, PipeEnd through) =>
        On(OperationKind.Send, process, through) with
        {
            Payload = [(byte)process],
        };

    // Main and two children, all with both ends.
    private static World WorldOf(int capacity)
    {
        var world = new World(_ => new ObjectInfo(SlotKind.Pipe, ControlledPipe.Describe(true, capacity), 0, "it"));
        for (var child = 0; child < 2; child++)
        {
            world.Perform(world.Park(0, Act.StartWith(s_first, s_second)));
        }
        return world;
    }

    private static List<World> States(int capacity, int depth)
    {
        HashSet<ulong> seen = [];
        List<World> states = [];
        System.Collections.Generic.Queue<(World World, int Depth)> open = new([(WorldOf(capacity), 0)]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next.World.Digest))
            {
                continue;
            }
            states.Add(next.World);
            for (var actor = 0; actor < 3 && next.Depth < depth; actor++)
            {
                foreach (var operation in Possible(next.World, actor).Select(parked => parked.Operation))
                {
                    var world = next.World.Clone();
                    world.Perform(world.Park(actor, operation));
                    open.Enqueue((world, next.Depth + 1));
                }
            }
        }
        return states;
    }

    // Who has closed its copy of an end cannot use that any more; who has begun to receive goes on with that.
    private static IEnumerable<Parked> Possible(World world, int actor)
    {
        var pipe = (PipeModel)world.Models[new ObjectId(ObjectSpace.Slot, 0)];
        PipeEnd[] ends = [.. new[] { s_first, s_second }.Where(end => pipe.Open(end.End).Contains(actor))];
        Operation[] takes = [.. ends.Select(end => On(OperationKind.Take, actor, end))];
        return Array.Exists(takes, take => world.IsEnabled(world.Park(actor, take)))
            ? takes.Select(take => world.Park(actor, take)).Where(world.IsEnabled)
            : ends.SelectMany(end => Offered(actor, end))
                .Append(Act.WaitAny(0, ends))
                .Append(Act.WaitAny(-1, ends))
                .Select(operation => world.Park(actor, operation))
                .Where(world.IsEnabled);
    }

    private static Operation[] Offered(int actor, PipeEnd end) =>
        [
            Send(actor, end),
            On(OperationKind.Receive, actor, end),
            On(OperationKind.Poll, actor, end),
            On(OperationKind.Poll, actor, end) with
            {
                Timeout = 0,
            },
            On(OperationKind.Close, actor, end),
        ];

    private static string Say(Parked parked) => $"{parked.Operation.Kind} at {parked.Operation.End}";
}
