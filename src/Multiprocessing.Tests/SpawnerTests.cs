using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class SpawnerTests
{
    private const string NeedsShell = "Starts a shell.";

    [Fact]
    public void A_program_gets_its_arguments_environment_and_directory_and_nothing_else()
    {
        Needs.Proc();
        SpawnRequest request = Shell(
            "pwd; echo \"$1 $GREETING ${HOME-none}\"; cat; ls /proc/self/fd | wc -l",
            "a b"
        ) with
        {
            Environment = new Dictionary<string, string> { ["GREETING"] = "hi", ["PATH"] = "/usr/bin:/bin" },
            WorkingDirectory = "/",
        };
        // ls itself has the directory open: three streams and one.
        Assert.Equal("/\na b hi none\n4\n", Output(request));
    }

    [Fact]
    public void Descriptors_arrive_at_their_numbers_also_when_the_numbers_cross()
    {
        Needs.Proc();
        using var one = DescriptorPipe.Create();
        using var two = DescriptorPipe.Create();
        one.Send("first"u8);
        two.Send("second"u8);
        SpawnRequest request = Shell(
            "head -c 5 /proc/self/fd/$1; echo; head -c 6 /proc/self/fd/$2",
            $"{two.ReadEnd}",
            $"{one.ReadEnd}"
        ) with
        {
            Descriptors =
            [
                new PassedDescriptor(one.ReadEnd, two.ReadEnd),
                new PassedDescriptor(two.ReadEnd, one.ReadEnd),
            ],
        };
        Assert.Equal("first\nsecond", Output(request));
    }

    [Theory]
    [InlineData("exit 0", 0)]
    [InlineData("exit 200", 200)]
    [InlineData("kill -SEGV $$", -11)]
    [InlineData("kill -TERM $$", -15)]
    public void An_exit_code_tells_an_exit_from_a_signal(string script, int expected)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), NeedsShell);
        using ChildHandle child = ProcessSpawner.Spawn(Shell(script));
        Assert.True(child.WaitForExit(Watchdog.Limit));
        Assert.True(child.TryReap(out int code));
        Assert.Equal(expected, code);
    }

    [Fact]
    public void A_program_that_is_missing_is_named()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), NeedsShell);
        var request = new SpawnRequest { FileName = "/no/such/program" };
        string message = Assert
            .Throws<System.ComponentModel.Win32Exception>(() => ProcessSpawner.Spawn(request))
            .Message;
        Assert.Contains("Cannot start /no/such/program: No such file or directory", message);
    }

    [Fact]
    public void A_whole_group_can_be_killed()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), NeedsShell);
        SpawnRequest request = Shell("sleep 1000 & echo $!; wait") with { ProcessGroup = 0, Output = SpawnOutput.Pipe };
        using ChildHandle child = ProcessSpawner.Spawn(request);
        using var output = new StreamReader(new FileStream(child.Output!, FileAccess.Read));
        int watched = Watchdog.Watch(int.Parse(output.ReadLine()!));
        Assert.False(child.TryReap(out _));
        child.KillGroup();
        Assert.True(child.WaitForExit(Watchdog.Limit));
        Assert.True(Watchdog.HasEnded(watched, Watchdog.Limit));
        Assert.True(child.TryReap(out int code));
        Assert.Equal(-9, code);
    }

    [Fact]
    public void Many_threads_may_wait_for_one_child()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), NeedsShell);
        using ChildHandle child = ProcessSpawner.Spawn(Shell("kill -STOP $$"));
        int[] codes = new int[4];
        Aside[] waiters =
        [
            .. codes.Select(
                (_, index) =>
                    new Aside(() =>
                        codes[index] = child.WaitForExit(Watchdog.Limit) && child.TryReap(out int code) ? code : 1
                    )
            ),
        ];
        Array.ForEach(waiters, waiter => waiter.Start());
        child.Kill();
        Array.ForEach(waiters, waiter => waiter.JoinWatched());
        Assert.Equal([-9, -9, -9, -9], codes);
        child.Kill();
    }

    [Fact]
    public void Processor_time_grows_while_a_process_works_and_is_unknown_for_none()
    {
        long before = ProcessorTime.Of(Environment.ProcessId);
        SpinWait.SpinUntil(() => ProcessorTime.Of(Environment.ProcessId) > before, Watchdog.Limit);
        Assert.True(before > 0 && ProcessorTime.Of(Environment.ProcessId) > before);
        Assert.Equal(-1, ProcessorTime.Of(int.MaxValue));
    }

    [Fact]
    public void A_process_can_be_confined_to_one_processor()
    {
        Needs.Proc();
        SpawnRequest request = Shell("echo; read line <&3; grep Cpus_allowed_list /proc/self/status") with
        {
            Output = SpawnOutput.Pipe,
        };
        using var pipe = DescriptorPipe.Create();
        request = request with { Descriptors = [new PassedDescriptor(pipe.ReadEnd, 3)] };
        using ChildHandle child = ProcessSpawner.Spawn(request);
        using var output = new StreamReader(new FileStream(child.Output!, FileAccess.Read));
        _ = output.ReadLine();
        Assert.True(Affinity.PinAllThreads(child.Pid, 0));
        pipe.Send("\n"u8);
        Assert.Equal("Cpus_allowed_list:\t0", output.ReadLine());
        Assert.True(child.WaitForExit(Watchdog.Limit));
        Assert.False(Affinity.PinAllThreads(int.MaxValue, 0));
    }

    private static SpawnRequest Shell(string script, params string[] arguments) =>
        new() { FileName = "sh", Arguments = ["-c", script, "sh", .. arguments] };

    private static string Output(SpawnRequest request)
    {
        using ChildHandle child = ProcessSpawner.Spawn(request with { Output = SpawnOutput.Pipe });
        using var output = new StreamReader(new FileStream(child.Output!, FileAccess.Read));
        string text = output.ReadToEnd();
        Assert.True(child.WaitForExit(Watchdog.Limit));
        return text;
    }
}
