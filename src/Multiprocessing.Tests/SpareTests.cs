using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

/// <summary>A child that is started before anybody asks for it, and one that was made of it.</summary>
public sealed class SpareTests : IDisposable
{
    private const string Variable = "CONCURRENCY_KATAS_SPARE_TEST";

    private readonly string _directory = Environment.CurrentDirectory;

    public SpareTests()
    {
        Needs.HandingOver();
        Process.KeepsSpare = true;
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        Environment.CurrentDirectory = _directory;
        Process.KeepsSpare = false;
    }

    [SlowFact]
    public void What_is_started_is_the_spare_and_gets_its_arguments_and_its_end_of_a_pipe()
    {
        int spare = Spare();
        var (mine, theirs) = Pipe.Create();
        using var child = new Process(Answer, theirs, "twice") { Name = "answerer" };
        child.Start();
        theirs.Close();
        Assert.Equal(spare, child.Id);
        mine.Send(21);
        Assert.Equal(("answerer", "twice", 42), mine.Receive<(string, string, int)>());
        _ = Assert.Throws<EndOfStreamException>(() => mine.Receive<int>());
        child.JoinWatched();
        Assert.Equal(7, child.ExitCode);
    }

    [SlowFact]
    public void One_that_is_not_ready_yet_is_told_all_the_same()
    {
        Spares.WaitUntilMade();
        int spare = Assert.Single(Listed());
        var (mine, theirs) = Pipe.Create(duplex: false);
        using var child = new Process(static (Connection end) => end.Send("told"), theirs);
        child.Start();
        theirs.Close();
        Assert.Equal(spare, child.Id);
        Assert.Equal("told", mine.Receive<string>());
        child.JoinWatched();
        Assert.Equal(0, child.ExitCode);
    }

    [SlowFact]
    public void Behind_a_start_the_next_one_is_made()
    {
        int spare = Spare();
        Assert.Equal(0, new Process(Children.Nothing).RunToEnd());
        Assert.NotEqual(spare, Spare());
    }

    [SlowFact]
    public void A_spare_is_no_child_for_who_asks_for_children()
    {
        _ = Spare();
        Assert.Empty(Process.ActiveChildren());
    }

    [SlowFact]
    public void Without_being_kept_it_is_gone_and_reaped()
    {
        int spare = Spare();
        Process.KeepsSpare = false;
        Assert.DoesNotContain(spare, Listed());
        Assert.Equal(0, new Process(Children.Nothing).RunToEnd());
        Assert.Empty(Listed());
    }

    [SlowFact] // _TestProcess.test_forkserver_sigkill
    public void One_that_was_killed_is_not_used()
    {
        int spare = Spare();
        int watched = Watchdog.Watch(spare);
        Assert.True(OperatingSystemPlatform.Current.Processes.Kill(spare));
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
        Assert.Equal(0, new Process(Children.Nothing).RunToEnd());
        Assert.DoesNotContain(spare, Listed());
    }

    [SlowFact]
    public void A_child_has_the_environment_of_the_moment_of_its_start()
    {
        _ = Spare();
        Environment.SetEnvironmentVariable(Variable, "now");
        Assert.Equal("now", Asked(static end => end.Send(Environment.GetEnvironmentVariable(Variable))));
    }

    [SlowFact]
    public void A_child_has_the_directory_of_the_moment_of_its_start()
    {
        _ = Spare();
        Environment.CurrentDirectory = Path.GetPathRoot(_directory)!;
        Assert.Equal(Path.GetPathRoot(_directory), Asked(static end => end.Send(Environment.CurrentDirectory)));
    }

    [SlowFact]
    public void A_child_starts_in_a_directory_that_was_removed_all_the_same()
    {
        int spare = Spare();
        string gone = Directory.CreateTempSubdirectory().FullName;
        Environment.CurrentDirectory = gone;
        Directory.Delete(gone);
        Assert.Equal(0, new Process(Children.Nothing).RunToEnd());
        Assert.DoesNotContain(spare, Listed());
    }

    [SlowFact]
    public void One_that_waits_with_another_build_of_what_is_needed_does_not_fit()
    {
        Process.KeepsSpare = false;
        AssemblyPath old = new(Guid.NewGuid(), Path.Combine(_directory, "Gone.dll"));
        using var spare = Control.Spare.Start([old]);
        // What is not there any more keeps nobody from waiting.
        Assert.True(spare.WaitUntilReady());
        Assert.True(spare.Fits([old]));
        Assert.True(spare.Fits([]));
        Assert.False(spare.Fits([old with { Version = Guid.NewGuid() }]));
    }

    [SlowFact]
    public void What_cannot_be_handed_on_is_said_by_who_starts()
    {
        Process.KeepsSpare = false;
        const int NeverOpen = 1 << 24;
        var spare = Control.Spare.Start([]);
        Assert.True(spare.WaitUntilReady());
        int waiting = Assert.Single(Listed());
        var request = new ChildRequest(0, Session.Current.Memory.Length, HasSentinel: false, [], []);
        _ = Assert.Throws<System.ComponentModel.Win32Exception>(() =>
            spare.Use(request, [new PassedDescriptor(NeverOpen, 20)], static _ => { })
        );
        Assert.DoesNotContain(waiting, Listed());
    }

    [SlowFact]
    public void A_spare_keeps_no_pipe_open()
    {
        var (mine, theirs) = Pipe.Create(duplex: false);
        Process.KeepsSpare = false;
        Process.KeepsSpare = true; // Made after the pipe was.
        _ = Spare();
        theirs.Close();
        _ = Assert.Throws<EndOfStreamException>(() => mine.Receive<int>());
    }

    [SlowFact]
    public void A_spare_ends_with_the_process_that_keeps_it_even_if_that_one_is_killed()
    {
        var (mine, theirs) = Pipe.Create(duplex: false);
        var keeper = new Process(KeepAndStay, theirs);
        keeper.Start();
        theirs.Close();
        int watched = Watchdog.Watch(mine.Receive<int>());
        keeper.Kill();
        keeper.JoinWatched();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
    }

    [SlowFact]
    public void A_daemon_that_was_a_spare_ends_with_its_parent_even_if_that_one_is_killed()
    {
        var (mine, theirs) = Pipe.Create(duplex: false);
        using var parent = new Process(StartDaemonAndStay, theirs);
        parent.Start();
        theirs.Close();
        int watched = Watchdog.Watch(mine.Receive<int>());
        parent.Kill();
        parent.JoinWatched();
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
    }

    // The one that is ready now.
    private static int Spare()
    {
        Assert.True(Spares.WaitUntilReady());
        return Assert.Single(Listed());
    }

    private static int[] Listed() =>
        [
            .. OperatingSystemPlatform
                .Current.Processes.ChildrenOf(Environment.ProcessId)
                .Select(static child => child.Pid),
        ];

    private static string? Asked(Action<Connection> answer)
    {
        var (mine, theirs) = Pipe.Create(duplex: false);
        using var child = new Process(answer, theirs);
        child.Start();
        theirs.Close();
        string? answered = mine.Receive<string>();
        child.JoinWatched();
        return answered;
    }

    private static void Answer(Connection end, string word)
    {
        int number = end.Receive<int>();
        end.Send((Process.Current.Name, word, 2 * number));
        end.Close();
        Environment.Exit(7);
    }

    private static void KeepAndStay(Connection end)
    {
        Process.KeepsSpare = true;
        end.Send(Spare());
        Children.Stay(new Semaphore(0));
    }

    private static void StartDaemonAndStay(Connection end)
    {
        Process.KeepsSpare = true;
        int spare = Spare();
        var running = new Semaphore(0);
        new Process(Children.Stay, running) { IsDaemon = true }.Start();
        running.Acquire();
        end.Send(spare);
        Children.Stay(running);
    }
}
