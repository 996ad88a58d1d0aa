using System.Diagnostics;
using System.Globalization;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>How many schedules a second one arbiter runs over warm worker processes on one processor.</summary>
internal static class ArbiterBenchmark
{
    private const int WarmUp = 200;
    private const int Measured = 1000;

    public static void Print(int processes, int points)
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
        string entry = $"{typeof(Workload).FullName}.{nameof(Workload.Run)}";
        stage.Stage(
            new StagedProgram(typeof(Workload).Assembly.Location, entry, Wire.Encode((object?[])[processes, points]))
        );
        Run(stage, WarmUp);

        var watch = Stopwatch.StartNew();
        int steps = Run(stage, Measured);
        double seconds = watch.Elapsed.TotalSeconds;

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {processes} x {points} | {Measured / seconds:0} | {steps / Measured} | {seconds * 1e6 / steps:0.0} |"
            )
        );
    }

    private static int Run(ProcessStage stage, int runs)
    {
        int steps = 0;
        for (int seed = 0; seed < runs; seed++)
        {
            Run run = Arbiter.Run(stage, new RandomWalk((ulong)seed));
            steps +=
                run.Ending == Ending.Completed
                    ? run.Steps.Count
                    : throw new InvalidOperationException($"A run ended as {run.Ending}: {run.Detail}");
        }
        return steps;
    }
}
