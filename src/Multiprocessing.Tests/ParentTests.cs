using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>What a child knows of the process that started it.</summary>
public sealed class ParentTests
{
    [Fact]
    public void The_main_process_has_no_parent() => Assert.Null(Process.Parent);

    // _TestProcess.test_parent_process_attributes
    [Fact]
    public void A_child_sees_the_name_and_the_id_of_its_parent_alive()
    {
        using var seen = new Queue<(string Name, int Id, bool IsAlive, bool HasEnded)>();
        Assert.Equal(0, new Process(Tell, seen).RunToEnd());
        Assert.Equal((Process.Current.Name, Environment.ProcessId, true, false), seen.Get());
    }

    // _TestProcess.test_parent_process
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_grandchild_learns_of_the_end_of_its_parent(bool isKilled)
    {
        using var seen = new Queue<(string Name, int Id, bool IsAlive, bool HasEnded)>();
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        using var parent = new Process(LeaveBehind, seen, running, goOn) { Name = "parent" };
        parent.Start();
        running.AcquireWatched();
        if (isKilled)
        {
            parent.Kill();
        }
        else
        {
            goOn.Release();
        }
        parent.JoinWatched();
        Assert.True(seen.TryGet(Watchdog.Limit, out var told));
        Assert.Equal(("parent", parent.Id ?? 0, false, true), told);
    }

    [Fact]
    public void Under_a_controller_it_asks_about_the_actor_that_started_it()
    {
        const int actor = 7;
        using var controller = new FakeController(static _ => new Decision(Outcome.Go, 1));
        CurrentProcess.Begin("child", "1", false, new ParentProcess("parent", ActorChild.FirstId + actor), null);
        try
        {
            AskAll();
        }
        finally
        {
            CurrentProcess.BeginMain();
        }
        Assert.Equal(
            [
                Operation.OnActor(OperationKind.IsAlive, actor),
                Operation.OnActor(OperationKind.Join, actor, 0),
                Operation.OnActor(OperationKind.Join, actor),
            ],
            controller.Arrived
        );
        Assert.Null(Process.Parent);
    }

    // _TestProcess.test_cpu_count
    [Fact]
    public void There_are_as_many_processors_as_the_process_may_use() =>
        Assert.Equal(Environment.ProcessorCount, Process.CpuCount);

    private static void Tell(Queue<(string, int, bool, bool)> seen)
    {
        ParentProcess parent = Process.Parent!;
        seen.Put((parent.Name, parent.Id, parent.IsAlive, parent.Join(TimeSpan.Zero)));
    }

    private static void LeaveBehind(Queue<(string, int, bool, bool)> seen, Semaphore running, Semaphore goOn)
    {
        new Process(AwaitParent, seen, running) { IsDetached = true }.Start();
        goOn.Acquire();
    }

    private static void AwaitParent(Queue<(string, int, bool, bool)> seen, Semaphore running)
    {
        ParentProcess parent = Process.Parent!;
        running.Release();
        parent.Join();
        seen.Put((parent.Name, parent.Id, parent.IsAlive, parent.Join(TimeSpan.Zero)));
    }

    private static void AskAll()
    {
        ParentProcess parent = Process.Parent!;
        Assert.True(parent.IsAlive);
        Assert.True(parent.Join(TimeSpan.Zero));
        parent.Join();
    }
}
