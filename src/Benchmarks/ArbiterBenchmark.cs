using System.Diagnostics;
using System.Globalization;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>How many schedules a second one arbiter runs over worker processes on one processor.</summary>
internal static class ArbiterBenchmark
{
    /// <summary>Runs that end: the workers stay warm.</summary>
    public static void PrintEnding(int processes, int points) =>
        Print(processes, points, nameof(Workload.Run), Ending.Completed, warmUp: 200, measured: 1_000);

    /// <summary>Runs that stand still: the workers are killed and replaced each time.</summary>
    public static void PrintKilled(int processes, int points) =>
        Print(processes, points, nameof(Workload.Stall), Ending.Deadlocked, warmUp: 3, measured: 40);

    private static void Print(int processes, int points, string method, Ending ending, int warmUp, int measured)
    {
        using ProcessStage stage = new(
            new StageOptions
            {
                Worker = Path.Combine(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll"),
                Processor = 0,
                WorkingDirectory = "/",
                Environment = new Dictionary<string, string>
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
                    ["DOTNET_EnableDiagnostics"] = "0",
                    ["DOTNET_gcConcurrent"] = "0",
                },
            },
            processes + 1
        );
        using IDisposable pinned = stage.Pin();
        string entry = $"{typeof(Workload).FullName}.{method}";
        stage.Stage(
            new StagedProgram(typeof(Workload).Assembly.Location, entry, Wire.Encode((object?[])[processes, points]))
        );
        Run(stage, warmUp, ending);

        var watch = Stopwatch.StartNew();
        int steps = Run(stage, measured, ending);
        double seconds = watch.Elapsed.TotalSeconds;

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {processes} x {points} | {measured / seconds:0} | {steps / measured} | {seconds * 1e6 / steps:0.0} |"
            )
        );
    }

    private static int Run(ProcessStage stage, int runs, Ending ending)
    {
        int steps = 0;
        for (int seed = 0; seed < runs; seed++)
        {
            Run run = Arbiter.Run(stage, new RandomWalk((ulong)seed));
            steps +=
                run.Ending == ending
                    ? run.Steps.Count
                    : throw new InvalidOperationException($"A run ended as {run.Ending}: {run.Detail}");
        }
        return steps;
    }
}
