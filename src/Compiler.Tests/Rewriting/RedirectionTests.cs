using System.Reflection;
using ConcurrencyKatas.Compiler.Rewriting;
using ConcurrencyKatas.Control;

namespace ConcurrencyKatas.Compiler.Tests.Rewriting;

[Collection(nameof(Seam))]
public sealed class RedirectionTests
{
    public static TheoryData<string> Forms =>
        [
            "WORK",
            "Action a = () => { WORK }; a();",
            "int n = guests; Action a = () => { if (n > 0) { WORK } }; a();",
            "foreach (int i in Numbers()) { } IEnumerable<int> Numbers() { yield return 1; WORK }",
            "new Nested<int>().Work();",
            "Later().Wait(); async System.Threading.Tasks.Task Later() { await System.Threading.Tasks.Task.CompletedTask; WORK }",
            "new[] { 1 }.Select(x => { WORK return x; }).ToList();",
        ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_sleep_arrives_at_the_controller_whatever_the_compiler_makes_of_its_place(string form)
    {
        const string Work = "System.Threading.Thread.Sleep(7);";
        using var sample = LoadedSample.Body(
            form.Replace("WORK", Work, StringComparison.Ordinal),
            $$"""private sealed class Nested<T> { public void Work() { {{Work}} } }""",
            "async",
            "System.Threading.Tasks"
        );
        using var controller = new RecordingController();
        sample.Open();

        var sleep = Assert.Single(controller.Operations);
        Assert.Equal(OperationKind.Sleep, sleep.Kind);
        Assert.Equal(7 * TimeSpan.TicksPerMillisecond, sleep.Timeout);
    }

    [Fact]
    public void A_method_group_is_redirected_too()
    {
        using var sample = LoadedSample.Body("Action<int> sleep = System.Threading.Thread.Sleep; sleep(guests);");
        using var controller = new RecordingController();
        sample.Open(3);
        Assert.Equal(3 * TimeSpan.TicksPerMillisecond, Assert.Single(controller.Operations).Timeout);
    }

    [Theory]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.InfiniteTimeSpan);", -1)]
    [InlineData("System.Threading.Thread.Sleep(-1);", -1)]
    [InlineData("System.Threading.Thread.Sleep(0);", 0)]
    [InlineData("System.Threading.Thread.Sleep(TimeSpan.FromSeconds(2));", 2 * TimeSpan.TicksPerSecond)]
    public void A_sleep_carries_its_duration_in_ticks(string code, long ticks)
    {
        using var sample = LoadedSample.Body(code);
        using var controller = new RecordingController();
        sample.Open();
        Assert.Equal(ticks, Assert.Single(controller.Operations).Timeout);
    }

    [Theory]
    [InlineData("DateTime.UtcNow", "2030-01-01T00:00:01.0000000Z")]
    [InlineData("DateTime.Now.ToUniversalTime()", "2030-01-01T00:00:01.0000000Z")]
    [InlineData("DateTimeOffset.Now", "2030-01-01T00:00:01.0000000+00:00")]
    [InlineData("DateTimeOffset.UtcNow", "2030-01-01T00:00:01.0000000+00:00")]
    [InlineData("DateTime.Today.Date.AddTicks(1).Year", "2030")]
    [InlineData("Environment.TickCount", "1000")]
    [InlineData("Environment.TickCount64", "1000")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp()", "10000000")]
    [InlineData("System.Diagnostics.Stopwatch.StartNew().ElapsedMilliseconds", "1000")]
    [InlineData("System.Diagnostics.Stopwatch.GetElapsedTime(0).TotalSeconds", "1")]
    public void A_clock_shows_virtual_time(string clock, string expected)
    {
        using var sample = LoadedSample.Source(
            $$"""
            namespace ConcurrencyKatas.SampleKata;
            public static class Spa
            {
                public static void Open(int guests) { }
                public static string Read() => $"{{{clock}}:O}".TrimEnd('O').TrimEnd(':');
            }
            """.Replace(
                ":O}",
                clock.StartsWith("Date", StringComparison.Ordinal) && !clock.Contains("Year") ? ":O}" : "}"
            )
        );
        using var controller = new RecordingController();
        Assert.Equal(expected, sample.Call("ConcurrencyKatas.SampleKata.Spa", "Read"));
        Assert.All(controller.Operations, o => Assert.Equal(OperationKind.ReadClock, o.Kind));
    }

    [Theory]
    [InlineData("Console.WriteLine(\"a\");", 1, "a\n")]
    [InlineData("Console.Write(1.5);", 1, "1.5")]
    [InlineData("Console.WriteLine(true);", 1, "True\n")]
    [InlineData("Console.WriteLine();", 1, "\n")]
    [InlineData("Console.WriteLine(\"{0}-{1}\", 1, 2);", 1, "1-2\n")]
    [InlineData("Console.WriteLine((object?)null);", 1, "\n")]
    [InlineData("Console.WriteLine(new[] { 'x', 'y' });", 1, "xy\n")]
    [InlineData("Console.Out.WriteLine(3);", 1, "3\n")]
    [InlineData("Console.Error.WriteLine(\"bad\");", 2, "bad\n")]
    [InlineData("Console.Error.Write('c');", 2, "c")]
    public void A_call_that_prints_is_one_operation(string code, int stream, string text)
    {
        using var sample = LoadedSample.Body(code);
        using var controller = new RecordingController();
        sample.Open();

        var print = Assert.Single(controller.Operations);
        Assert.Equal((OperationKind.Print, stream, text), (print.Kind, print.Argument, print.Text));
    }

    [Theory]
    [InlineData("lock (s_gate) { }", "lock", "System.Threading.Monitor")]
    [InlineData(
        "System.Threading.Monitor.Enter(s_gate); System.Threading.Monitor.Exit(s_gate);",
        "System.Threading.Monitor"
    )]
    [InlineData(
        "bool taken = false; System.Threading.Monitor.TryEnter(s_gate, 5, ref taken); if (taken) { System.Threading.Monitor.Exit(s_gate); }",
        "System.Threading.Monitor"
    )]
    [InlineData("var own = new System.Threading.Lock(); lock (own) { }", "lock", "System.Threading.Lock")]
    [InlineData("var own = new System.Threading.Lock(); using (own.EnterScope()) { }", "System.Threading.Lock")]
    public void A_lock_inside_a_process_is_a_recursive_lock_of_the_schedulers(string code, params string[] allows)
    {
        using var sample = LoadedSample.Body(code, "private static readonly object s_gate = new();", allows);
        using var controller = new RecordingController();
        sample.Open();
        Assert.Equal(
            [OperationKind.Acquire, OperationKind.Release],
            controller.Operations.Select(operation => operation.Kind)
        );
        unsafe
        {
            Assert.Equal(
                (int)SlotKind.RLock,
                *(int*)(Session.Current.Slot(controller.Operations[0].Object) + SlotLayout.Kind)
            );
        }
    }

    [Fact]
    public void Leaving_a_lock_that_one_does_not_hold_throws_as_the_systems_does()
    {
        using var sample = LoadedSample.Body(
            "System.Threading.Monitor.Exit(new object());",
            "",
            "System.Threading.Monitor"
        );
        using var controller = new RecordingController();
        Assert.Throws<SynchronizationLockException>(() => sample.Open());
    }

    [Fact]
    public void Given_code_is_rewritten_like_the_students()
    {
        const string Given = """
            namespace ConcurrencyKatas.SampleKata;
            public static class Room { public static void Stay() => System.Threading.Thread.Sleep(5); }
            """;
        using var sample = LoadedSample.Source(Compiled.WithBody("Room.Stay();"), Given);
        using var controller = new RecordingController();
        sample.Open();
        Assert.Equal(OperationKind.Sleep, Assert.Single(controller.Operations).Kind);
    }

    [Fact]
    public void Without_a_controller_the_system_answers()
    {
        using var sample = LoadedSample.Source(
            """
            namespace ConcurrencyKatas.SampleKata;
            public static class Spa
            {
                public static void Open(int guests) { }
                public static bool IsReal()
                {
                    System.Threading.Thread.Sleep(0);
                    return DateTime.UtcNow.Year < 2030 || Environment.TickCount64 > 0;
                }
            }
            """
        );
        Assert.Null(Seam.Controller);
        Assert.Equal(true, sample.Call("ConcurrencyKatas.SampleKata.Spa", "IsReal"));
    }

    [Fact]
    public void Every_row_has_a_target_with_the_same_parameters_and_result()
    {
        foreach (var row in Redirections.All)
        {
            var from = Find(row.FromType);
            var to = typeof(Seam).Assembly.GetType($"ConcurrencyKatas.Control.{row.ToType}", throwOnError: true)!;
            var members = from.GetMethods(
                    BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly
                )
                .Where(m => row.FromMethod is null || (m.Name == row.FromMethod && m.IsStatic))
                .ToArray();
            Assert.NotEmpty(members);
            foreach (var member in members)
            {
                Type[] parameters = [.. member.GetParameters().Select(p => p.ParameterType)];
                var target = to.GetMethod(row.ToMethod ?? member.Name, parameters);
                Assert.True(target is not null, $"{to.Name} lacks {member}.");
                Assert.Equal(member.IsStatic, target.IsStatic);
                var result = member.ReturnType;
                Assert.Equal(
                    row.FromMethod is not null ? result
                        : result == from ? to
                        : result.DeclaringType == from ? to.GetNestedType(result.Name)
                        : result,
                    target.ReturnType
                );
            }
        }
    }

    private static Type Find(string name) =>
        Type.GetType(name) ?? Type.GetType($"{name}, System.Console") ?? throw new InvalidOperationException(name);
}
