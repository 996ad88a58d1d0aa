using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Multiprocessing.Tests;

public sealed class ProcessUsageTests
{
    [Fact]
    public void A_process_cannot_be_started_twice()
    {
        using var child = new Process(Children.Nothing);
        child.Start();
        Refused(child.Start, "cannot start a process twice");
        child.JoinWatched();
        Refused(child.Start, "cannot start a process twice");
    }

    [Fact]
    public void A_process_cannot_be_joined_before_its_start() =>
        Refused(new Process(Children.Nothing).Join, "can only join a started process");

    [Fact]
    public void A_process_cannot_be_terminated_before_its_start() =>
        Refused(new Process(Children.Nothing).Terminate, "can only terminate a started process");

    [Fact]
    public void A_process_cannot_join_itself() => Refused(Process.Current.Join, "can only join a child process");

    [Fact] // _TestProcess.test_close
    public void A_running_process_cannot_be_closed()
    {
        var running = new Semaphore(0);
        using var child = new Process(Children.Stay, running);
        child.Start();
        running.AcquireWatched();
        Refused(child.Close, "cannot close a process while it is still running");
        child.Kill();
        child.JoinWatched();
        child.Close();
        child.Close();
        Assert.Throws<ObjectDisposedException>(() => child.ExitCode);
        Assert.Throws<ObjectDisposedException>(child.Join);
        Assert.StartsWith("Process-", child.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Daemonic_processes_are_not_allowed_to_have_children()
    {
        SharedNumber refused = SharedNumber.Create();
        Assert.Equal(0, new Process(TryToStart, refused) { IsDaemon = true }.RunToEnd());
        Assert.Equal(1, refused.Value);
    }

    [Fact]
    public void A_started_process_cannot_become_a_daemon()
    {
        using var child = new Process(Children.Nothing);
        child.Start();
        Refused(() => child.IsDaemon = true, "process has already started");
        child.JoinWatched();
    }

    [Fact]
    public void A_capturing_lambda_is_refused_with_the_rule_and_the_variable()
    {
        int count = 0;
        string message = Refused(() => _ = new Process(() => Use(count)), "does not share your variables");
        Assert.Contains("`count`", message);
        Assert.Contains("pass what it needs as arguments", message);
    }

    [Fact]
    public void A_lambda_that_captures_this_is_refused() =>
        _ = Refused(() => _ = new Process(() => Use(_field)), "captures an object of type ProcessUsageTests");

    [Fact]
    public void An_instance_method_is_refused() => Refused(() => _ = new Process(Instance), "ProcessUsageTests");

    [Fact]
    public void Several_methods_at_once_are_refused()
    {
        Action both = Children.Nothing;
        both += Children.Nothing;
        Refused(() => _ = new Process(both), "several methods at once");
    }

    [Fact]
    public void A_target_that_returns_something_is_refused() =>
        Refused(() => _ = new Process(ReturnNumber), "ReturnNumber returns int");

    [Fact]
    public void An_async_target_is_refused() => Refused(() => _ = new Process(AsyncVoid), "AsyncVoid is async");

    [Fact]
    public void An_async_Run_is_refused_at_the_start() => Refused(new AsyncRunner().Start, "AsyncRunner.Run is async");

    [Fact]
    public void Too_few_arguments_are_refused_with_the_parameters() =>
        Refused(() => _ = new Process(TakeTwo, 1), "takes 2 arguments (int rooms, string name), but 1 argument came");

    [Fact]
    public void Too_many_arguments_are_refused() =>
        Refused(() => _ = new Process(Children.Nothing, 1), "takes 0 arguments (), but 1 argument came");

    [Fact]
    public void An_argument_of_the_wrong_type_is_refused_by_parameter() =>
        Refused(() => _ = new Process(TakeTwo, "one", "two"), "takes `rooms` as int, but a string came");

    [Fact]
    public void Null_for_a_value_is_refused_by_parameter() =>
        Refused(() => _ = new Process(TakeTwo, null, "two"), "takes `rooms` as int, but null came");

    [Fact]
    public void A_number_is_widened_as_in_a_call()
    {
        SharedNumber seen = SharedNumber.Create();
        Assert.Equal(0, new Process(TakeWide, seen, (byte)40, 2).RunToEnd());
        Assert.Equal(42, seen.Value);
    }

    [Fact]
    public void An_array_of_strings_is_one_argument()
    {
        SharedNumber seen = SharedNumber.Create();
        string[] words = ["a", "b"];
        Assert.Equal(0, new Process(TakeArray, words, seen).RunToEnd());
        Assert.Equal(2, seen.Value);
        Assert.Equal(0, new Process(TakeOnlyArray, words).RunToEnd());
    }

    [Fact]
    public void An_argument_that_cannot_travel_is_refused_at_the_start_by_its_path()
    {
        var process = new Process(TakeObject, new Holder(new Inner([new MemoryStream()])));
        string message = Refused(process.Start, "`thing.Inner.Streams[0]`, of type MemoryStream");
        Assert.Contains("an open stream belongs to this process", message);
    }

    [Fact]
    public void A_process_object_cannot_travel()
    {
        using var other = new Process(Children.Nothing);
        Refused(new Process(TakeObject, other).Start, "only that one can join it");
    }

    [Fact]
    public void A_refused_start_leaves_a_process_that_was_not_started()
    {
        using var process = new Process(TakeObject, new MemoryStream());
        Refused(process.Start, "`thing`");
        Assert.Null(process.Id);
        Assert.False(process.IsAlive);
    }

    private readonly int _field = 1;

    internal static string Refused(Action use, string words)
    {
        string message = Assert.Throws<MultiprocessingUsageException>(use).Message;
        Assert.Contains(words, message);
        return message;
    }

    private static void TryToStart(SharedNumber refused)
    {
        try
        {
            new Process(Children.Nothing).Start();
        }
        catch (MultiprocessingUsageException)
        {
            refused.Value = 1;
        }
    }

    private static void Use(int value) => Assert.NotEqual(-1, value);

    private void Instance() => Use(_field);

    private static int ReturnNumber() => 1;

    private static async void AsyncVoid() => await Task.Yield();

    private static void TakeTwo(int rooms, string name) => Assert.NotEqual(name.Length, rooms);

    private static void TakeWide(SharedNumber seen, long one, double two) => seen.Value = (int)(one + two);

    private static void TakeArray(string[] words, SharedNumber seen) => seen.Value = words.Length;

    private static void TakeOnlyArray(string[] words) => Assert.Equal(["a", "b"], words);

    private static void TakeObject(object thing) => Assert.NotNull(thing);

    private sealed record Holder(Inner Inner);

    private sealed record Inner(List<Stream> Streams);

    private sealed class AsyncRunner : Process
    {
        public override async void Run() => await Task.Yield();
    }

    [Fact]
    public void It_says_its_name_and_how_far_it_is()
    {
        var process = new Process(Children.Nothing) { Name = "errand" };
        Assert.Equal("Process(name: errand, state: not started)", process.ToString());
        process.Start();
        int id = process.Id ?? 0;
        // It may have ended already.
        Assert.StartsWith($"Process(name: errand, id: {id}, state: ", process.ToString());
        process.Join();
        Assert.Equal($"Process(name: errand, id: {id}, state: ended, exit code: 0)", process.ToString());
        process.Close();
        Assert.Equal("Process(name: errand, state: closed)", process.ToString());
        Assert.Equal(
            $"Process(name: MainProcess, id: {Environment.ProcessId}, state: running)",
            Process.Current.ToString()
        );
    }

    [Fact]
    public void It_says_whether_it_is_a_daemon_and_by_which_signal_it_ended()
    {
        var running = new Semaphore(0);
        using var process = new Process(Children.Stay, running) { Name = "guard", IsDaemon = true };
        Assert.Equal("Process(name: guard, state: not started, daemon)", process.ToString());
        process.Start();
        running.AcquireWatched();
        Assert.Equal($"Process(name: guard, id: {process.Id}, state: started, daemon)", process.ToString());
        process.Terminate();
        process.JoinWatched();
        Assert.Equal(
            $"Process(name: guard, id: {process.Id}, state: ended, exit code: -15, daemon)",
            process.ToString()
        );
    }

    [Fact]
    public void In_a_controlled_run_to_say_it_is_no_operation()
    {
        using var controller = new FakeController(static _ => new Decision(Outcome.Go, 3));
        var process = new Process(Children.Nothing) { Name = "errand" };
        process.Start();
        Assert.Equal("Process(name: errand, id: 1003, state: started)", process.ToString());
        _ = Assert.Single(controller.Arrived);
        CurrentProcess.BeginMain();
    }
}
