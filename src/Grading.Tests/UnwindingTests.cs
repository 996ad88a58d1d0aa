using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>What becomes of workers whose code stands somewhere when a run ends.</summary>
public sealed class UnwindingTests : IDisposable
{
    private const string Kata = "DeadlockRLock";

    private static readonly Size s_size = new("2 workers", 2, 0);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-unwinding-");

    [Fact]
    public void A_standstill_costs_no_worker_and_leaves_nothing_to_the_next_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "workers are Linux's");
        using var bench = new Bench();
        // Each worker holds what another one wants; each has a block that would release it, and a count in a static field.
        (Run first, IReadOnlyList<int> before) = Deadlock(bench, "", "s_tries++;");
        (Run second, IReadOnlyList<int> after) = Deadlock(bench, "", "s_tries++;");

        Assert.DoesNotContain(0, before);
        Assert.Equal(before, after);
        Assert.Equal(first.Steps.Count, second.Steps.Count);
        Assert.Equal("try 1\ntry 1\n", Printed(first));
        Assert.Equal(Printed(first), Printed(second));
    }

    [Fact]
    public void Blocks_that_are_run_on_the_way_out_are_seen_by_nobody()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "workers are Linux's");
        using var bench = new Bench();
        (Run first, IReadOnlyList<int> before) = Deadlock(bench, "", "Console.WriteLine(\"on the way out\");");
        (Run second, IReadOnlyList<int> after) = Deadlock(bench, "", "Console.WriteLine(\"on the way out\");");

        Assert.Equal(before, after);
        Assert.DoesNotContain("way out", Printed(first) + Printed(second));
    }

    [Fact]
    public void A_worker_that_never_comes_home_is_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "workers are Linux's");
        using var bench = new Bench();
        const string Stubborn = "while (true) { try { anvil.Acquire(); break; } catch { } }";
        (Run first, IReadOnlyList<int> before) = Deadlock(bench, Stubborn, "");
        (Run second, IReadOnlyList<int> after) = Deadlock(bench, Stubborn, "");

        // The first child has the lock and wants it again. Who takes its place has no id before somebody has waited for it, where
        // bubblewrap is around it.
        Assert.True(before[1] == 0 || before[1] != after[1], $"{before[1]} came home.");
        Assert.DoesNotContain(0, Others(before));
        Assert.Equal(Others(before), Others(after));
        Assert.Equal(first.Steps.Count, second.Steps.Count);
    }

    private static IEnumerable<int> Others(IReadOnlyList<int> workers) => [workers[0], workers[2]];

    private static string Printed(Run run) => new KataRun(run, s_size).Output;

    public void Dispose() => _folder.Delete(recursive: true);

    // Two workers who take the same lock twice.
    private (Run Run, IReadOnlyList<int> Workers) Deadlock(Bench bench, string inside, string onTheWayOut)
    {
        File.WriteAllText(
            Path.Combine(_folder.FullName, "Workshop.cs"),
            $$"""
            namespace ConcurrencyKatas.DeadlockRLock;

            public static class Workshop
            {
                private static int s_tries;

                public static void Run(int workers, int failing)
                {
                    var anvil = new Lock("anvil");
                    var both = new[] { new Process(Work, anvil), new Process(Work, anvil) };
                    both[0].Start();
                    both[1].Start();
                    both[0].Join();
                    both[1].Join();
                }

                private static void Work(Lock anvil)
                {
                    Console.WriteLine($"try {++s_tries}");
                    try
                    {
                        anvil.Acquire();
                        {{inside}}
                        anvil.Acquire();
                    }
                    finally
                    {
                        {{onTheWayOut}}
                        anvil.Release();
                    }
                }
            }
            """
        );
        string root = RepositoryRoot.Find();
        var kata = KataDefinition.Load(root, Kata);
        CompilationResult compiled = Compilers
            .Shared(root)
            .Compile(root, kata, SubmissionSource.Read(_folder.FullName, kata));
        Assert.True(compiled.Compiled is not null, string.Join("\n", compiled.Diagnostics));
        var stage = (ProcessStage)bench.Stage;
        stage.Stage(Programs.Of(compiled.Compiled, kata, s_size));
        Run run = Arbiter.Run(stage, new RoundRobin());
        Assert.Equal(Ending.Deadlocked, run.Ending);
        return (run, [.. stage.ProcessIds.Take(3)]);
    }
}
