using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What events, conditions and barriers announce to a controller, and what they make of its answers.</summary>
public sealed class ControlledMeetingTests
{
    private static readonly Decision s_go = new(Outcome.Go);
    private static readonly Decision s_timedOut = new(Outcome.TimedOut);
    private static readonly Decision s_refused = new(Outcome.Go, Decision.Refused);

    [Fact]
    public void An_event_announces_each_operation()
    {
        using var controller = new FakeController(static operation =>
            operation is { Kind: OperationKind.Wait, Timeout: 0 } ? s_timedOut : s_go
        );
        var opening = new Event("opening");
        Assert.False(opening.Wait(TimeSpan.Zero));
        opening.Set();
        opening.Wait();
        Assert.False(opening.IsSet); // The controller says so.
        opening.Clear();
        Assert.Equal(
            [
                Operation.OnSlot(OperationKind.Wait, opening.Offset, 0),
                Operation.OnSlot(OperationKind.Set, opening.Offset),
                Operation.OnSlot(OperationKind.Wait, opening.Offset),
                Operation.OnSlot(OperationKind.IsSet, opening.Offset),
                Operation.OnSlot(OperationKind.Clear, opening.Offset),
            ],
            controller.Arrived
        );
        Assert.Throws<ModelMismatchException>(opening.Wait);
    }

    [Fact]
    public void To_say_what_a_managers_event_or_barrier_is_like_is_no_operation()
    {
        using var controller = new FakeController();
        var manager = new Manager();
        (EventProxy opening, BarrierProxy square) = (manager.Event("opening"), manager.Barrier(2));
        int before = controller.Arrived.Count;
        Assert.Equal(("EventProxy(opening)", "BarrierProxy(parties: 2)"), ($"{opening}", $"{square}"));
        Assert.Equal(before, controller.Arrived.Count);
        CurrentProcess.BeginMain();
    }

    [Fact]
    public void A_wait_for_a_condition_is_two_points_on_its_lock_and_keeps_the_depth()
    {
        var states = new List<string>();
        using var controller = new FakeController();
        var gate = new RLock("gate");
        var ready = new Condition(gate, "ready");
        controller.Answer = operation =>
        {
            states.Add($"{operation.Kind}: {gate}");
            return s_go;
        };
        gate.Acquire();
        using (ready.Enter())
        {
            ready.Wait();
            ready.Notify(3);
        }
        Assert.Equal(
            [
                "Acquire: RLock(owner: none, count: 0)",
                "Acquire: RLock(owner: MainProcess, count: 1)",
                "GiveWay: RLock(owner: MainProcess, count: 2)",
                "Resume: RLock(owner: none, count: 0)",
                "Notify: RLock(owner: MainProcess, count: 2)",
                "Release: RLock(owner: MainProcess, count: 2)",
            ],
            states
        );
        Operation On(OperationKind kind) => Operation.OnCondition(kind, gate.Offset, ready.Offset, "ready");
        Assert.Equal(
            [On(OperationKind.GiveWay), On(OperationKind.Resume), On(OperationKind.Notify).ForAtMost(3)],
            controller.Arrived[2..5]
        );
        Assert.Equal((ready.Offset, 3), (controller.Arrived[4].Condition, controller.Arrived[4].Count));
    }

    [Fact]
    public void A_wait_for_a_condition_that_timed_out_takes_the_lock_again_at_a_third_point()
    {
        using var controller = new FakeController(static operation =>
            operation is { Kind: OperationKind.Resume, Timeout: > 0 } ? s_timedOut : s_go
        );
        var ready = new Condition();
        using (ready.Enter())
        {
            Assert.False(ready.Wait(TimeSpan.FromTicks(7)));
            Assert.Contains("owner: MainProcess, count: 1", ready.ToString());
        }
        Assert.Equal([-1L, -1L, 7L, -1L, -1L], controller.Arrived.Select(operation => operation.Timeout));
    }

    [Fact]
    public void What_the_controller_refuses_without_the_lock_throws()
    {
        using var controller = new FakeController(static operation =>
            operation.Kind == OperationKind.Notify ? new Decision(Outcome.Go, -1) : s_refused
        );
        var ready = new Condition();
        Assert.Throws<MultiprocessingUsageException>(ready.Wait);
        Assert.Throws<MultiprocessingUsageException>(ready.NotifyAll);
    }

    [Fact]
    public void A_wait_that_goes_on_while_the_lock_is_held_is_a_mismatch()
    {
        var gate = new Lock();
        using var controller = new FakeController();
        var ready = new Condition(gate);
        gate.Acquire();
        controller.Answer = operation =>
        {
            if (operation.Kind == OperationKind.Resume)
            {
                gate.Acquire(); // Somebody of whom the controller knows nothing.
            }
            return s_go;
        };
        Assert.Throws<ModelMismatchException>(ready.Wait);
    }

    [Fact]
    public void A_party_of_a_barrier_comes_and_waits_and_the_last_one_only_comes()
    {
        long place = 0;
        using var controller = new FakeController(operation =>
            operation.Kind == OperationKind.Arrive ? new Decision(Outcome.Go, place) : s_go
        );
        var square = new Barrier(2);
        Assert.Equal(0, square.Wait());
        place = 1;
        Assert.Equal(1, square.Wait());
        Assert.Equal(
            [
                Operation.OnSlot(OperationKind.Arrive, square.Offset),
                Operation.OnSlot(OperationKind.Wait, square.Offset),
                Operation.OnSlot(OperationKind.Arrive, square.Offset),
            ],
            controller.Arrived
        );
    }

    [Fact]
    public void The_last_party_runs_the_action_between_two_points()
    {
        using var controller = new FakeController(static operation =>
            operation.Kind == OperationKind.Arrive ? new Decision(Outcome.Go, 1) : s_go
        );
        var done = new Semaphore(0);
        var square = new Barrier(2, static (Semaphore done) => done.Release(), done);
        Assert.Equal(1, square.Wait());
        Assert.Equal(
            [OperationKind.Arrive, OperationKind.Release, OperationKind.Open],
            controller.Arrived.Select(operation => operation.Kind)
        );
        Assert.Equal(1, controller.Arrived[0].Argument);
        var failing = new Barrier(2, Children.Throw, "on purpose");
        Assert.Throws<InvalidOperationException>(() => failing.Wait());
        Assert.Equal(OperationKind.Abort, controller.Arrived[^1].Kind);
    }

    [Fact]
    public void A_barrier_that_broke_throws_at_every_point()
    {
        using var controller = new FakeController(static _ => new Decision(Outcome.Go, -1));
        var square = new Barrier(2, "square");
        Assert.Contains("square", Assert.Throws<BrokenBarrierException>(() => square.Wait()).Message);
        Assert.True(square.IsBroken);
        Assert.Equal(0, square.NumberWaiting);
        controller.Answer = static operation => operation.Kind == OperationKind.Wait ? s_refused : s_go;
        Assert.Throws<BrokenBarrierException>(() => square.Wait());
        controller.Answer = static operation => operation.Kind == OperationKind.Wait ? s_timedOut : s_go;
        Assert.Throws<BrokenBarrierException>(() => square.Wait(TimeSpan.FromTicks(1)));
        square.Abort();
        square.Reset();
        Assert.Equal(
            [OperationKind.Abort, OperationKind.Reset],
            controller.Arrived[^2..].Select(operation => operation.Kind)
        );
    }

    [Fact]
    public void A_barrier_travels_with_its_action()
    {
        var done = new Semaphore(0);
        var square = new Barrier(1, static (Semaphore done) => done.Release(), done);
        var copy = Assert.IsType<Barrier>(Wire.Decode(Wire.Encode(square)));
        Assert.Equal(0, copy.Wait());
        Assert.Equal(1, done.Value);
        object?[] kept = (object?[])Wire.Decode(Wire.Encode((object?[])[square, square, done]))!;
        Assert.Same(kept[0], kept[1]);
        Assert.Equal(done.Offset, Assert.IsType<Semaphore>(kept[2]).Offset);
        Assert.Equal(square.Offset, Assert.IsType<Barrier>(kept[0]).Offset);
        var neutral = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(
            Wire.DecodeNeutral(Wire.Encode(square))
        );
        Assert.Equal("Barrier", neutral["Kind"]);
    }

    [Fact]
    public void A_condition_travels_with_its_lock()
    {
        var gate = new Lock("gate");
        var copy = Assert.IsType<Condition>(Wire.Decode(Wire.Encode(new Condition(gate, "ready"))));
        using (copy.Enter())
        {
            Assert.False(gate.TryAcquire());
            copy.Notify();
        }
        Assert.Equal("ready", copy.Name);
    }
}
