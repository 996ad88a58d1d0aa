using System.Runtime.CompilerServices;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>CPython's cases about processes that belong to no other class of these tests.</summary>
public sealed class PortedProcessTests
{
    [Theory] // _TestProcess.test_daemon_argument
    [InlineData(null, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_process_is_a_daemon_if_that_is_said(bool? said, bool expected)
    {
        var process = new Process(Children.Nothing);
        process.IsDaemon = said ?? process.IsDaemon;
        Assert.Equal(expected, process.IsDaemon);
    }

    [Fact] // _TestProcess.test_daemon_argument
    public void What_a_daemon_makes_is_a_daemon_by_default()
    {
        var inherited = new Value<bool>();
        Assert.Equal(0, new Process(TellWhatIsInherited, inherited) { IsDaemon = true }.RunToEnd());
        Assert.True(inherited.Value);
    }

    [SlowFact] // _TestProcess.test_recursion
    public void A_tree_of_processes_tells_of_itself_depth_first_over_one_pipe()
    {
        var (reader, writer) = Pipe.Create(duplex: false);
        Grow(writer, "");
        string[] told = [.. Enumerable.Range(0, 7).Select(_ => reader.Receive<string>())];
        Assert.Equal(["", "0", "00", "01", "1", "10", "11"], told);
        Assert.False(reader.Poll());
        reader.Close();
        writer.Close();
    }

    [Fact] // _TestProcess.test_lose_target_ref
    public void A_process_that_has_started_keeps_no_argument_alive()
    {
        using Process process = StartOne(out WeakReference parcel);
        process.JoinWatched();
        GC.Collect();
        Assert.False(parcel.IsAlive);
        Assert.Null(process.Target);
    }

    [SlowFact] // _TestProcess.test_child_fd_inflation
    public void A_child_has_no_more_open_for_having_siblings()
    {
        var (counts, goOn) = (new Queue<string>(), new Semaphore(0));
        Process[] siblings = [.. Enumerable.Range(0, 4).Select(_ => new Process(TellDescriptors, counts, goOn))];
        foreach (Process sibling in siblings)
        {
            sibling.Start();
        }
        string[] told = [.. siblings.Select(_ => counts.TryGet(Watchdog.Limit, out string? one) ? one : "nothing")];
        foreach (Process sibling in siblings)
        {
            goOn.Release();
        }
        Array.ForEach(siblings, static sibling => sibling.JoinWatched());
        _ = Assert.Single(told.Distinct());
    }

    [Fact] // _TestProcess.test_error_on_stdio_flush_1, test_error_on_stdio_flush_2
    public void A_child_whose_output_nobody_reads_any_more_ends_well()
    {
        var goOn = new Semaphore(0);
        var process = new Process(PrintLate, goOn);
        using ChildHandle child = ChildStart.Spawn(
            process,
            ProcessPayload.Write(process),
            SpawnOutput.Pipe,
            out int slot
        );
        child.Output!.Dispose();
        child.Error!.Dispose();
        goOn.Release();
        Assert.True(child.WaitForExit(Watchdog.Limit));
        Assert.True(child.TryReap(out int code));
        Session.Current.Processes.Ended(slot, code);
        Assert.Equal(0, code);
    }

    // Whoever made the argument has to be gone: until then its frame may refer to it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Process StartOne(out WeakReference parcel)
    {
        var process = new Process(Take, new Parcel("once"));
        parcel = new WeakReference(process.Arguments[0]);
        process.Start();
        return process;
    }

    private static void TellWhatIsInherited(Value<bool> inherited) =>
        inherited.Value = new Process(Children.Nothing).IsDaemon;

    private static void Grow(Connection writer, string place)
    {
        writer.Send(place);
        for (int branch = 0; branch < 2 && place.Length < 2; branch++)
        {
            Assert.Equal(0, new Process(Grow, writer, $"{place}{branch}").RunToEnd());
        }
    }

    private static void Take(Parcel parcel) => Assert.Equal("once", parcel.Content);

    private static void TellDescriptors(Queue<string> told, Semaphore goOn)
    {
        told.Put(string.Join('\n', OpenDescriptors.Now()));
        goOn.Acquire();
    }

    private static void PrintLate(Semaphore goOn)
    {
        goOn.Acquire();
        Console.WriteLine("to nobody");
        Console.Error.WriteLine("to nobody either");
    }

    private sealed record Parcel(string Content);
}
