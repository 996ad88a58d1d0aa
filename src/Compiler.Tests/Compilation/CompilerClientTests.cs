using ConcurrencyKatas.Compiler.Protocol;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Reports;
using SystemProcess = System.Diagnostics.Process;

namespace ConcurrencyKatas.Compiler.Tests.Compilation;

public sealed class CompilerClientTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("kata-cache-").FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [SlowFact]
    public void One_warm_child_answers_several_requests_and_ends_with_the_client()
    {
        int child;
        using (var client = new CompilerClient(_cache))
        {
            var first = client.Compile(Request("Console.WriteLine(1);"));
            child = client.ProcessId!.Value;
            var second = client.Compile(Request("Environment.Exit(1);"));
            var third = client.Compile(Request("int x = \"\";"));

            Assert.Null(first.Status);
            Assert.True(File.Exists(first.Compiled!.Assembly) && File.Exists(first.Compiled.Symbols));
            Assert.Equal((KataStatus.BreaksTheRules, KataStatus.DoesNotCompile), (second.Status, third.Status));
            Assert.Equal("KATA08", Assert.Single(second.Diagnostics).Id);
            Assert.Equal(child, client.ProcessId);
        }
        Assert.Throws<ArgumentException>(() => SystemProcess.GetProcessById(child));
    }

    [SlowFact]
    public void The_same_request_is_answered_from_the_cache_without_a_child()
    {
        CompilationResult first;
        using (var client = new CompilerClient(_cache))
        {
            first = client.Compile(Request("Console.WriteLine(1);"));
        }
        using var other = new CompilerClient(_cache);
        var second = other.Compile(Request("Console.WriteLine(1);"));

        Assert.Null(other.ProcessId);
        Assert.Equal(0, other.Requests);
        Assert.Equal(first.Compiled, second.Compiled);
        Assert.Equal(first.EditTokensHash, second.EditTokensHash);
    }

    [SlowFact]
    public async Task Of_two_clients_that_want_the_same_at_once_one_compiles_and_the_other_waits_for_it()
    {
        using CompilerClient one = new(_cache),
            other = new(_cache);
        var results = await Task.WhenAll(
            new[] { one, other }.Select(client => Task.Run(() => client.Compile(Request("Console.WriteLine(1);"))))
        );

        Assert.Equal(1, one.Requests + other.Requests);
        Assert.Equal(results[0].Compiled, results[1].Compiled);
        Assert.Empty(Directory.EnumerateFiles(_cache));
    }

    [SlowFact]
    public void Whatever_the_result_depends_on_is_part_of_the_key()
    {
        var request = Request("");
        CompileRequest[] different =
        [
            request with
            {
                Edit = [request.Edit[0] with { Text = request.Edit[0].Text + " " }],
            },
            request with
            {
                Edit = [request.Edit[0] with { Name = "Other.cs" }],
            },
            request with
            {
                Given = [],
            },
            request with
            {
                Allows = ["System.IO"],
            },
            request with
            {
                Entry = "Spa.Close",
            },
            request with
            {
                EntrySignature = "public static void Open()",
            },
            request with
            {
                Kata = "Other",
            },
        ];
        string key = CompilationCache.Key(request);
        Assert.All(different, other => Assert.NotEqual(key, CompilationCache.Key(other)));
        Assert.Equal(key, CompilationCache.Key(request with { Id = "7", OutputFolder = "/elsewhere" }));
    }

    [SlowFact]
    public void An_entry_that_lost_its_assembly_is_made_again()
    {
        using var client = new CompilerClient(_cache);
        var first = client.Compile(Request(""));
        File.Delete(first.Compiled!.Assembly);
        var second = client.Compile(Request(""));
        Assert.True(File.Exists(second.Compiled!.Assembly));
        Assert.Equal(2, client.Requests);
        AssertNoDrafts();
    }

    [SlowFact]
    public async Task Two_clients_can_share_a_cache_at_the_same_moment()
    {
        using var one = new CompilerClient(_cache);
        using var two = new CompilerClient(_cache);
        var results = await Task.WhenAll(
            Task.Run(() => one.Compile(Request("Console.WriteLine(1);"))),
            Task.Run(() => two.Compile(Request("Console.WriteLine(1);")))
        );
        Assert.All(results, result => Assert.True(File.Exists(result.Compiled!.Assembly)));
        Assert.Equal(results[0].Compiled, results[1].Compiled);
        AssertNoDrafts();
    }

    [SlowFact]
    public void A_source_that_crashes_the_compiler_does_not_compile_and_the_next_one_does()
    {
        using var client = new CompilerClient(_cache);
        var labels = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"l{number}: "));
        var crashed = client.Compile(Request($"{labels};"));
        Assert.Equal(KataStatus.DoesNotCompile, crashed.Status);
        var diagnostic = Assert.Single(crashed.Diagnostics);
        Assert.Equal(("Spa.cs", "KATA00"), (diagnostic.File, diagnostic.Id));
        Assert.Contains("crashed", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("Stack overflow", diagnostic.Message, StringComparison.Ordinal);

        Assert.Null(client.Compile(Request("")).Status);
        AssertNoDrafts();
    }

    [SlowFact]
    public void A_source_that_keeps_the_compiler_busy_is_given_up_and_the_next_one_compiles()
    {
        using var client = new CompilerClient(_cache);
        Assert.Null(client.Compile(Request("")).Status);
        int child = client.ProcessId!.Value;

        client.Patience = TimeSpan.FromSeconds(1);
        var endless = client.Compile(Exponential(depth: 30));
        Assert.Equal(KataStatus.DoesNotCompile, endless.Status);
        Assert.Contains("still busy", Assert.Single(endless.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SystemProcess.GetProcessById(child));

        client.Patience = TimeSpan.FromSeconds(30);
        Assert.Null(client.Compile(Request("Console.WriteLine(2);")).Status);
        AssertNoDrafts();
    }

    [SlowFact]
    public async Task A_client_that_is_abandoned_waits_for_no_answer_and_keeps_nothing()
    {
        using var client = new CompilerClient(_cache);
        client.Start();
        using var child = SystemProcess.GetProcessById(client.ProcessId!.Value);
        var endless = Task.Run(() => client.Compile(Exponential(depth: 30)));
        client.Abandon();
        await Assert.ThrowsAsync<OperationCanceledException>(() => endless);
        Assert.Throws<OperationCanceledException>(() => client.Compile(Request("")));
        client.Dispose();
        child.WaitForExit();
        AssertNoDrafts();
    }

    [SlowFact]
    public async Task A_client_that_is_abandoned_waits_for_nobody_elses_compilation()
    {
        // Below the half minute for which one that compiles the same is waited for.
        var watchdog = TimeSpan.FromSeconds(20);
        using var one = new CompilerClient(_cache);
        using var two = new CompilerClient(_cache);
        var endless = Task.Run(() => one.Compile(Exponential(depth: 30)));
        Assert.True(SpinWait.SpinUntil(() => one.Requests == 1, watchdog));
        Exception? ended = null;
        var waiting = new Thread(() => ended = Record.Exception(() => two.Compile(Exponential(depth: 30))));
        waiting.Start();
        Assert.True(SpinWait.SpinUntil(() => waiting.ThreadState.HasFlag(ThreadState.WaitSleepJoin), watchdog));
        two.Abandon();
        Assert.True(waiting.Join(watchdog), "It waits for the other client.");
        Assert.IsType<OperationCanceledException>(ended);
        Assert.Equal(0, two.Requests);
        one.Abandon();
        await Assert.ThrowsAsync<OperationCanceledException>(() => endless);
    }

    [SlowFact]
    public void A_child_that_was_killed_between_requests_is_replaced()
    {
        using var client = new CompilerClient(_cache);
        client.Start();
        using (var child = SystemProcess.GetProcessById(client.ProcessId!.Value))
        {
            child.Kill();
            child.WaitForExit();
        }
        Assert.Null(client.Compile(Request("")).Status);
    }

    [SlowFact]
    public void Our_own_failure_is_never_the_students()
    {
        using var client = new CompilerClient(_cache);
        var result = client.Compile(Request("") with { OptionsFile = Path.Combine(_cache, "missing.rsp") });
        Assert.Equal(KataStatus.CouldNotGrade, result.Status);
        Assert.Contains("missing.rsp", Assert.Single(result.Diagnostics).Message, StringComparison.Ordinal);
    }

    [SlowFact]
    public void The_child_inherits_no_variable_that_it_does_not_need()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Reads /proc.");
        Environment.SetEnvironmentVariable("KATA_SECRET", "x");
        using var client = new CompilerClient(_cache);
        client.Start();
        // The environment of a child is empty until it has executed its program; an answer shows that it has.
        Assert.Null(client.Compile(Request("")).Status);

        string environment = File.ReadAllText($"/proc/{client.ProcessId}/environ");
        Assert.Contains("DOTNET_EnableDiagnostics=0", environment, StringComparison.Ordinal);
        Assert.DoesNotContain("KATA_SECRET", environment, StringComparison.Ordinal);
    }

    private static CompileRequest Request(string body) => Compiled.Request(Compiled.WithBody(body));

    // Each level multiplies the work of overload resolution by the number of overloads.
    private static CompileRequest Exponential(int depth)
    {
        string inner = "1";
        for (int i = 0; i < depth; i++)
        {
            inner = $"M(x{i} => {inner})";
        }
        const string Overloads =
            "static int M(Func<int, int> f) => 1; static int M(Func<long, int> f) => 1; static int M(Func<string, int> f) => 1;";
        return Compiled.Request(Compiled.WithBody($"int z = {inner};", Overloads));
    }

    private void AssertNoDrafts() => Assert.Empty(Directory.EnumerateDirectories(_cache, ".draft-*"));
}
