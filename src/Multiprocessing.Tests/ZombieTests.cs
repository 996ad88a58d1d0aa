using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>
/// Children that have ended and not been reaped. Each test is a process of its own: a start anywhere in a process reaps all its
/// children that have ended, and other tests start some.
/// </summary>
public sealed class ZombieTests
{
    [SlowFact]
    public void A_child_that_has_ended_is_a_zombie_until_it_is_joined() => Holds(IsAZombieUntilJoined);

    [SlowFact]
    public void A_child_that_has_ended_is_a_zombie_until_its_exit_code_is_asked_for() => Holds(IsAZombieUntilAsked);

    [SlowFact]
    public void A_start_reaps_the_children_that_have_ended() => Holds(IsReapedByTheNextStart);

    [SlowFact] // _TestProcess.test_active_children
    public void The_active_children_are_those_that_run_and_the_others_are_reaped() => Holds(IsNotActive);

    [SlowFact]
    public void A_child_that_has_ended_is_told_of_by_the_next_wait_and_its_exit_code_is_not_lost() => Holds(IsToldOf);

    [SlowFact] // _TestProcess.test_many_processes
    public void A_burst_of_a_hundred_children_leaves_no_zombie() => Holds(LeavesNobody);

    [SlowFact]
    public void A_wait_for_any_of_no_processes_is_refused() =>
        ProcessUsageTests.Refused(static () => Process.WaitAny([]), "any of no processes");

    [SlowFact]
    public void Under_a_controller_a_wait_for_any_is_one_operation_and_asks_nobody()
    {
        using var controller = new FakeController();
        Process[] children = [new(Children.Nothing), new(Children.Nothing)];
        Array.ForEach(children, static child => child.Start());
        controller.Answer = static _ => new Decision(Outcome.Go, Payload: [0, 1]);
        Assert.Equal([children[1]], Process.WaitAny(children));
        Operation wait = controller.Arrived[^1];
        Assert.Equal((OperationKind.WaitAny, -1), (wait.Kind, wait.Timeout));
        Assert.Equal(3, controller.Arrived.Count);
    }

    private static void Holds(Action claim) => Assert.Equal(0, new Process(claim).RunToEnd());

    private static void IsAZombieUntilJoined()
    {
        Process child = Ended();
        Assert.Equal([new ListedChild(child.Id ?? 0, 'Z')], Table());
        child.Join();
        Assert.Empty(Table());
    }

    private static void IsAZombieUntilAsked()
    {
        Process child = Ended();
        Assert.Equal([new ListedChild(child.Id ?? 0, 'Z')], Table());
        Assert.Equal(0, child.ExitCode);
        Assert.Empty(Table());
    }

    private static void IsReapedByTheNextStart()
    {
        Process first = Ended();
        Process second = Ended();
        Assert.Equal([new ListedChild(second.Id ?? 0, 'Z')], Table());
        Assert.NotEqual(first.Id, second.Id);
    }

    private static void IsNotActive()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        var second = new Process(RunOn, running, goOn);
        Process first = Ended();
        second.Start();
        running.Acquire();
        Assert.Equal([second], Process.ActiveChildren());
        Assert.Equal(second.Id, Assert.Single(Table()).Pid);
        goOn.Release();
        second.Join();
        Assert.Empty(Process.ActiveChildren());
        Assert.False(first.IsAlive);
    }

    private static void IsToldOf()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        var child = new Process(RunOn, running, goOn);
        child.Start();
        running.Acquire();
        Assert.Empty(Process.WaitAny([child], TimeSpan.Zero));
        int watched = Watchdog.Watch(child.Id ?? 0);
        goOn.Release();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
        Assert.Equal([child], Process.WaitAny([child]));
        Assert.Equal(0, child.ExitCode);
        Assert.Empty(Table());
    }

    private static void LeavesNobody()
    {
        List<Process> running = [.. Enumerable.Range(0, 100).Select(static _ => new Process(Children.Nothing))];
        running.ForEach(static child => child.Start());
        while (running.Count > 0)
        {
            foreach (Process ended in Process.WaitAny(running))
            {
                Assert.Equal(0, ended.ExitCode);
                _ = running.Remove(ended);
            }
        }
        Assert.Empty(Table());
    }

    // A child that has ended, which its parent has not asked about.
    private static Process Ended()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        var child = new Process(RunOn, running, goOn);
        child.Start();
        running.Acquire();
        int watched = Watchdog.Watch(child.Id ?? 0);
        goOn.Release();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
        return child;
    }

    private static IReadOnlyList<ListedChild> Table() => ProcessLife.ChildrenOf(Environment.ProcessId);

    private static void RunOn(Semaphore running, Semaphore goOn)
    {
        running.Release();
        goOn.Acquire();
    }
}
