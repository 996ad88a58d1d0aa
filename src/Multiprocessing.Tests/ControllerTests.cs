using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class ControllerTests
{
    private static readonly Decision s_go = new(Outcome.Go);
    private static readonly Decision s_timedOut = new(Outcome.TimedOut);

    public static TheoryData<SlotKind> AllPrimitives =>
        [SlotKind.Lock, SlotKind.RLock, SlotKind.Semaphore, SlotKind.BoundedSemaphore];

    [Theory]
    [MemberData(nameof(AllPrimitives))]
    public void Each_acquire_and_release_is_announced_with_the_slot_and_the_time(SlotKind kind)
    {
        using var controller = new FakeController();
        Acquirable gate = Create(kind);
        Assert.True(gate.Offset >= Session.ArenaBase);
        gate.Acquire();
        gate.Release();
        Assert.True(gate.TryAcquire());
        gate.Release();
        Assert.True(gate.TryAcquire(TimeSpan.FromSeconds(3)));
        gate.Release();
        Operation release = Operation.OnSlot(OperationKind.Release, gate.Offset);
        Assert.Equal(
            [
                Operation.OnSlot(OperationKind.Acquire, gate.Offset),
                release,
                Operation.OnSlot(OperationKind.Acquire, gate.Offset, 0),
                release,
                Operation.OnSlot(OperationKind.Acquire, gate.Offset, TimeSpan.TicksPerSecond * 3),
                release,
            ],
            controller.Arrived
        );
    }

    [Theory]
    [MemberData(nameof(AllPrimitives))]
    public void A_granted_acquire_that_the_primitive_refuses_is_a_mismatch(SlotKind kind)
    {
        Acquirable gate = Create(kind);
        var holder = new Aside(gate.Acquire);
        holder.Start();
        holder.JoinWatched();
        using var controller = new FakeController();
        Assert.Throws<ModelMismatchException>(() => gate.TryAcquire());
        Assert.Throws<ModelMismatchException>(gate.Acquire);
    }

    [Theory]
    [MemberData(nameof(AllPrimitives))]
    public void An_acquire_that_timed_out_takes_nothing(SlotKind kind)
    {
        Acquirable gate = Create(kind);
        using (new FakeController(static _ => s_timedOut))
        {
            Assert.False(gate.TryAcquire());
            Assert.False(gate.TryAcquire(TimeSpan.FromDays(1)));
        }
        Assert.True(gate.TryAcquire());
    }

    [Fact]
    public void A_release_too_many_is_announced_and_refused()
    {
        using var controller = new FakeController();
        var gate = new Lock();
        Assert.Throws<MultiprocessingUsageException>(gate.Release);
        Assert.Equal([Operation.OnSlot(OperationKind.Release, gate.Offset)], controller.Arrived);
    }

    [Fact]
    public void A_slot_tells_the_arbiter_what_lives_in_it()
    {
        using var controller = new FakeController();
        var rooms = new BoundedSemaphore(3, "rooms");
        Assert.Equal((SlotKind.BoundedSemaphore, 3, 3), Slot(rooms));
        Assert.Equal((SlotKind.Semaphore, 2, int.MaxValue), Slot(new Semaphore(2)));
        Assert.Empty(controller.Arrived);
    }

    [Fact]
    public void A_start_brings_the_payload_and_later_questions_name_the_actor()
    {
        using var controller = new FakeController(static operation =>
            operation.Kind switch
            {
                OperationKind.Start => new Decision(Outcome.Go, 3),
                OperationKind.IsAlive => new Decision(Outcome.Go, 1),
                OperationKind.ExitCode => new Decision(Outcome.Go, long.MinValue),
                OperationKind.Join when operation.Timeout >= 0 => s_timedOut,
                _ => s_go,
            }
        );
        var child = new Process(Children.Nothing) { Name = "guest-1", IsDaemon = true };
        child.Start();
        Assert.Equal(1003, child.Id);
        Assert.True(child.IsAlive);
        Assert.Null(child.ExitCode);
        Assert.False(child.Join(TimeSpan.FromTicks(5)));
        child.Join();
        Operation start = controller.Arrived[0];
        Assert.Equal((OperationKind.Start, "guest-1", 1L), (start.Kind, start.Text, start.Argument));
        Assert.NotEmpty(start.Payload!);
        Assert.Equal(
            [
                Operation.OnActor(OperationKind.IsAlive, 3),
                Operation.OnActor(OperationKind.ExitCode, 3),
                Operation.OnActor(OperationKind.Join, 3, 5),
                Operation.OnActor(OperationKind.Join, 3),
            ],
            controller.Arrived[1..]
        );
        CurrentProcess.Remove(child);
    }

    [Fact]
    public void What_cannot_travel_is_refused_before_the_start_is_announced()
    {
        using var controller = new FakeController();
        Assert.Throws<MultiprocessingUsageException>(new Process(Take, new MemoryStream()).Start);
        Assert.Empty(controller.Arrived);
    }

    [Fact]
    public void A_payload_runs_under_the_name_of_its_process_and_joins_its_children()
    {
        byte[] payload = ProcessPayload.Encode(new Process(StartOne, "x") { Name = "guest-7" });
        using var controller = new FakeController(static operation =>
            operation.Kind == OperationKind.Start ? new Decision(Outcome.Go, 9) : s_go
        );
        try
        {
            ProcessPayload.Run(payload);
        }
        finally
        {
            CurrentProcess.BeginMain();
        }
        Assert.Equal("guest-7 x", s_seen);
        Assert.Equal(
            [OperationKind.Start, OperationKind.Join],
            controller.Arrived.Select(static operation => operation.Kind)
        );
        Assert.Equal(9, controller.Arrived[1].Object);
    }

    [Fact]
    public void A_process_that_ends_under_control_ends_its_daemons_and_then_joins_the_others()
    {
        byte[] payload = ProcessPayload.Encode(new Process(StartADaemonAndAnother));
        int actors = 3;
        using var controller = new FakeController(operation =>
            operation.Kind == OperationKind.Start ? new Decision(Outcome.Go, actors++) : s_go
        );
        try
        {
            ProcessPayload.Run(payload);
        }
        finally
        {
            CurrentProcess.BeginMain();
        }
        Assert.Equal(
            [
                Operation.OnActor(OperationKind.Terminate, 4) with
                {
                    Argument = 15,
                    IsQuiet = true,
                },
                Operation.OnActor(OperationKind.Join, 3),
            ],
            controller.Arrived[2..]
        );
    }

    [Fact]
    public void An_exception_of_a_payload_comes_as_it_is()
    {
        byte[] payload = ProcessPayload.Encode(new Process(Children.Throw, "on purpose"));
        try
        {
            Assert.Equal(
                "on purpose",
                Assert.Throws<InvalidOperationException>(() => ProcessPayload.Run(payload)).Message
            );
        }
        finally
        {
            CurrentProcess.BeginMain();
        }
    }

    [Fact]
    public void Equal_processes_have_equal_payloads()
    {
        byte[] Encode() => ProcessPayload.Encode(new Process(Children.Throw, "x") { Name = "same" });
        CurrentProcess.BeginMain();
        byte[] first = Encode();
        CurrentProcess.BeginMain();
        Assert.Equal(first, Encode());
    }

    private static string? s_seen;

    private static Acquirable Create(SlotKind kind) =>
        kind switch
        {
            SlotKind.Lock => new Lock(),
            SlotKind.RLock => new RLock(),
            SlotKind.Semaphore => new Semaphore(),
            _ => new BoundedSemaphore(),
        };

    private static unsafe (SlotKind, int, int) Slot(Primitive primitive)
    {
        byte* slot = Session.Current.Slot(primitive.Offset);
        int Field(int offset) => *(int*)(slot + offset);
        return ((SlotKind)Field(SlotLayout.Kind), Field(SlotLayout.Initial), Field(SlotLayout.Maximum));
    }

    private static void Take(object thing) => Assert.NotNull(thing);

    private static void StartADaemonAndAnother()
    {
        new Process(Children.Nothing).Start();
        new Process(Children.Nothing) { IsDaemon = true }.Start();
    }

    private static void StartOne(string text)
    {
        s_seen = $"{Process.Current.Name} {text}";
        new Process(Children.Nothing).Start();
    }
}
