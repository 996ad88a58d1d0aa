using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests.Platforms;

/// <summary>What every system has to tell of processes: how they end, when they began, whose children they are.</summary>
public sealed class ExitTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public void An_exit_code_arrives(int code) => Assert.Equal(code, new Process(Leave, code).RunToEnd());

    [Fact]
    public void Who_is_terminated_or_killed_has_the_signal_as_its_exit_code()
    {
        Assert.Equal(-15, ExitCodeAfter(static child => child.Terminate()));
        Assert.Equal(-9, ExitCodeAfter(static child => child.Kill()));
        Assert.Equal(-9, ExitCodeAfter(static child => Assert.True(ProcessLife.Kill(child.Id!.Value))));
    }

    [Fact]
    public void A_process_has_ended_whether_or_not_it_was_reaped_and_its_beginning_is_known()
    {
        var (running, goOn) = (new Semaphore(0), new Semaphore(0));
        using var child = new Process(RunOn, running, goOn);
        child.Start();
        running.AcquireWatched();
        int pid = child.Id!.Value;
        Assert.False(ProcessLife.HasEnded(pid));
        Assert.True(ProcessLife.StartTime(pid) >= ProcessLife.StartTime(Environment.ProcessId));
        Assert.Contains(ProcessLife.ChildrenOf(Environment.ProcessId), one => one.Pid == pid && one.State != 'Z');
        int watched = Watchdog.Watch(pid);
        goOn.Release();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
        Assert.True(ProcessLife.HasEnded(pid));
        child.JoinWatched();
    }

    [Fact]
    public void Processor_time_grows_while_a_process_works_and_is_unknown_for_none()
    {
        long before = ProcessorTime.Of(Environment.ProcessId);
        Assert.True(SpinWait.SpinUntil(() => ProcessorTime.Of(Environment.ProcessId) > before, Watchdog.Limit));
        Assert.Equal(-1, ProcessorTime.Of(int.MaxValue));
        using PinnedThread pinned = Affinity.PinCurrentThread(0);
    }

    private static int? ExitCodeAfter(Action<Process> end)
    {
        var running = new Semaphore(0);
        using var child = new Process(Children.Stay, running);
        child.Start();
        running.AcquireWatched();
        end(child);
        child.JoinWatched();
        return child.ExitCode;
    }

    private static void RunOn(Semaphore running, Semaphore goOn)
    {
        running.Release();
        goOn.Acquire();
    }

    private static void Leave(int code) => ProcessLife.Exit(code);
}
