using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class ProcessTests
{
    [Fact]
    public void A_child_that_returns_has_exit_code_zero() => Assert.Equal(0, new Process(Children.Nothing).RunToEnd());

    [Fact]
    public void A_child_that_throws_has_exit_code_one() =>
        Assert.Equal(1, new Process(Children.Throw, "on purpose").RunToEnd());

    [Theory] // _TestSubclassingProcess.test_sys_exit
    [InlineData(7, 7)]
    [InlineData(256, 0)]
    [InlineData(-1, 255)]
    public void A_child_that_exits_has_the_low_eight_bits_of_its_code(int code, int seen) =>
        // Windows hands on all bits.
        Assert.Equal(OperatingSystem.IsWindows() ? code : seen, new Process(Children.Exit, code).RunToEnd());

    [Fact] // _TestProcess.test_terminate
    public void A_terminated_child_has_exit_code_minus_15() => Assert.Equal(-15, EndBy(child => child.Terminate()));

    [Fact] // _TestProcess.test_kill
    public void A_killed_child_has_exit_code_minus_9() => Assert.Equal(-9, EndBy(child => child.Kill()));

    [Fact] // _TestSubclassingProcess.test_stderr_flush
    public void What_a_child_throws_stands_on_its_standard_error_under_its_name()
    {
        var process = new Process(Children.Throw, "on purpose") { Name = "thrower" };
        (string output, string error) = Output(process);
        Assert.Equal("", output);
        Assert.StartsWith("Process thrower:\nInvalidOperationException: on purpose", error);
        Assert.Contains("Children.Throw", error);
    }

    [Fact]
    public void What_a_child_prints_is_there_when_it_has_ended() =>
        Assert.Equal("hello from greeter\n", Output(new Process(Greet) { Name = "greeter" }).Output);

    [Fact]
    public void A_child_reads_nothing_from_standard_input() =>
        Assert.Equal("end of input\n", Output(new Process(ReadInput)).Output);

    [Fact] // _TestProcess.test_args_argument
    public void Arguments_arrive_in_the_child()
    {
        SharedNumber sum = SharedNumber.Create();
        var process = new Process(Sum, sum, new List<int> { 1, 2, 3 }, new Order("a", 4), 5);
        Assert.Equal(0, process.RunToEnd());
        Assert.Equal(15, sum.Value);
    }

    [Fact]
    public void A_lambda_without_captures_can_be_a_target()
    {
        SharedNumber number = SharedNumber.Create();
        Assert.Equal(
            0,
            new Process(
                (SharedNumber n, long value) =>
                {
                    n.Value = (int)value;
                },
                number,
                42
            ).RunToEnd()
        );
        Assert.Equal(42, number.Value);
    }

    [Fact]
    public void A_subclass_brings_its_fields_and_runs_its_own_Run()
    {
        SharedNumber number = SharedNumber.Create();
        Assert.Equal(0, new Adder(number, 40, 2).RunToEnd());
        Assert.Equal(42, number.Value);
    }

    [Fact]
    public void A_child_has_memory_of_its_own()
    {
        s_static = 1;
        SharedNumber seen = SharedNumber.Create();
        Assert.Equal(0, new Process(ChangeStatic, seen).RunToEnd());
        Assert.Equal((1, 2), (s_static, seen.Value));
    }

    [Fact]
    public void Default_names_tell_who_started_whom()
    {
        SharedNumber right = SharedNumber.Create();
        var outer = new Process(NameOfChild, right);
        Assert.Matches("^Process-[0-9]+$", outer.Name);
        Assert.Equal(0, outer.RunToEnd());
        Assert.Equal(1, right.Value);
    }

    [Fact]
    public void A_subclass_is_named_after_itself() =>
        Assert.StartsWith("Adder-", new Adder(SharedNumber.Create(), 0, 0).Name, StringComparison.Ordinal);

    [Fact] // _TestProcess.test_current
    public void The_current_process_has_this_process_id_and_is_alive()
    {
        Assert.Equal(Environment.ProcessId, Process.Current.Id);
        Assert.Equal("MainProcess", Process.Current.Name);
        Assert.True(Process.Current.IsAlive);
    }

    [Fact]
    public void A_child_has_the_id_that_its_parent_sees()
    {
        SharedNumber id = SharedNumber.Create();
        using var child = new Process(TellId, id);
        Assert.Null(child.Id);
        child.Start();
        child.JoinWatched();
        Assert.Equal(child.Id, id.Value);
        Assert.NotEqual(Environment.ProcessId, id.Value);
    }

    [Fact] // _TestProcess.test_process
    public void A_process_is_alive_between_start_and_end()
    {
        var running = new Semaphore(0);
        using var child = new Process(Children.Stay, running);
        Assert.False(child.IsAlive);
        Assert.Null(child.ExitCode);
        child.Start();
        running.AcquireWatched();
        Assert.True(child.IsAlive);
        Assert.Null(child.ExitCode);
        Assert.False(child.Join(TimeSpan.Zero));
        child.Kill();
        child.JoinWatched();
        Assert.False(child.IsAlive);
        child.Join();
        child.Kill();
        Assert.Equal(-9, child.ExitCode);
    }

    [Fact]
    public void Fifty_children_leave_no_descriptor_and_no_zombie_behind()
    {
        _ = new Process(Children.Nothing).RunToEnd();
        (string[] descriptors, int children) = (OpenDescriptors.Now(), ChildrenOfThis());
        for (int batch = 0; batch < 10; batch++)
        {
            Process[] processes = [.. Enumerable.Range(0, 5).Select(_ => new Process(Children.Nothing))];
            Array.ForEach(processes, process => process.Start());
            Array.ForEach(processes, process => process.JoinWatched());
        }
        Assert.Equal(descriptors, OpenDescriptors.Now());
        Assert.Equal(children, ChildrenOfThis());
    }

    private static int s_static;

    private static int? EndBy(Action<Process> end)
    {
        var running = new Semaphore(0);
        using var child = new Process(Children.Stay, running);
        child.Start();
        running.AcquireWatched();
        end(child);
        child.JoinWatched();
        return child.ExitCode;
    }

    private static (string Output, string Error) Output(Process process)
    {
        using ChildHandle child = ChildStart.Spawn(
            process,
            ProcessPayload.Write(process),
            SpawnOutput.Pipe,
            out int slot
        );
        using var output = new StreamReader(new FileStream(child.Output!, FileAccess.Read));
        using var error = new StreamReader(new FileStream(child.Error!, FileAccess.Read));
        // A line ends as the system has it.
        (string, string) both = (
            output.ReadToEnd().ReplaceLineEndings("\n"),
            error.ReadToEnd().ReplaceLineEndings("\n")
        );
        Assert.True(child.WaitForExit(Watchdog.Limit));
        Session.Current.Processes.Ended(slot, 0);
        return both;
    }

    private static int ChildrenOfThis() =>
        !OperatingSystem.IsLinux()
            ? ProcessLife.ChildrenOf(Environment.ProcessId).Count
            : Directory
                .GetDirectories("/proc/self/task")
                .Sum(task =>
                    File.ReadAllText($"{task}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length
                );

    private static void Greet() => Console.WriteLine($"hello from {Process.Current.Name}");

    private static void ReadInput() => Console.WriteLine(Console.In.ReadLine() ?? "end of input");

    private static void TellId(SharedNumber id) => id.Value = Process.Current.Id ?? 0;

    private static void Sum(SharedNumber sum, List<int> numbers, Order order, int more, int byDefault = 0) =>
        sum.Value = numbers.Sum() + order.Pieces + more + byDefault;

    private static void ChangeStatic(SharedNumber seen)
    {
        s_static += 2;
        seen.Value = s_static;
    }

    private static void NameOfChild(SharedNumber right)
    {
        string mine = Process.Current.Name;
        string first = new Process(Children.Nothing).Name;
        string second = new Process(Children.Nothing).Name;
        right.Value = (first, second) == ($"{mine}:1", $"{mine}:2") ? 1 : 2;
    }

    private sealed record Order(string Customer, int Pieces);

    private sealed class Adder(SharedNumber result, int left, int right) : Process
    {
        public override void Run() => result.Value = left + right;
    }
}
