using System.Diagnostics;
using System.Globalization;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Scheduling;
using ConcurrencyKatas.Scheduling.Processes;

namespace ConcurrencyKatas.Benchmarks;

/// <summary>How many schedules a second an arbiter runs over worker processes on one processor.</summary>
internal static class ArbiterBenchmark
{
    private const int Points = 30;

    private static readonly SpeedCase[] s_cases =
    [
        new("no statics", nameof(Workload.Run)) { IsPlain = true },
        new("generated reset", nameof(Workload.Run)),
        new("fresh context", nameof(Workload.Run)) { NeedsFreshContext = true, Measured = 300 },
        new("unwound", nameof(Workload.Stall)) { Ending = Ending.Deadlocked, Measured = 300 },
        new("killed", nameof(Workload.Spin))
        {
            IsPlain = true,
            Ending = Ending.Looping,
            WarmUp = 2,
            Measured = 20,
        },
    ];

    /// <summary>Prints a line for each number of processes, and one for two arbiters at once.</summary>
    public static void Print()
    {
        using var rewritten = new RewrittenWorkload();
        Console.WriteLine(
            $"Schedules a second at {Points} points a process, random walks, every point parked, one processor:\n"
        );
        Console.WriteLine(
            $"| processes | {string.Join(" | ", s_cases.Select(c => c.Name))} | points/schedule | us/point |"
        );
        Console.WriteLine($"| ---: {string.Concat(s_cases.Select(_ => "| ---: "))}| ---: | ---: |");
        foreach (int processes in (int[])[2, 4, 8, 16, 20])
        {
            Speed[] speeds = [.. s_cases.Select(c => Measure(c, rewritten.Assembly, processes, processor: 0))];
            string cells = string.Join(" | ", speeds.Select(s => Number(s.RunsPerSecond)));
            Console.WriteLine(
                $"| {processes} | {cells} | {speeds[0].Points} | {Number(speeds[0].MicrosecondsPerPoint)} |"
            );
        }
        PrintTwo(rewritten.Assembly);
    }

    private static void PrintTwo(string rewritten)
    {
        double one = Measure(s_cases[1], rewritten, processes: 4, processor: 0).RunsPerSecond;
        double[] both = new double[2];
        Thread[] arbiters =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(i => new Thread(() => both[i] = Measure(s_cases[1], rewritten, 4, processor: i).RunsPerSecond)),
        ];
        Array.ForEach(arbiters, arbiter => arbiter.Start());
        Array.ForEach(arbiters, arbiter => arbiter.Join());
        Console.WriteLine(
            $"\nTwo arbiters, each on a processor of its own, 4 processes, generated reset: {Number(both.Sum())} schedules/s; "
                + $"one alone: {Number(one)}."
        );
    }

    private static Speed Measure(SpeedCase of, string rewritten, int processes, int processor)
    {
        using ProcessStage stage = new(
            new StageOptions
            {
                Worker = Path.Combine(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll"),
                Processor = processor,
                WorkingDirectory = "/",
                Environment = new Dictionary<string, string>
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
                    ["DOTNET_EnableDiagnostics"] = "0",
                    ["DOTNET_gcConcurrent"] = "0",
                },
                // What is to be killed need not turn for long before.
                LoopLimit = of.Ending == Ending.Looping ? TimeSpan.FromMilliseconds(1) : TimeSpan.FromSeconds(2),
            },
            processes + 1
        );
        using IDisposable pinned = stage.Pin();
        stage.Stage(
            new StagedProgram(
                of.IsPlain ? typeof(Workload).Assembly.Location : rewritten,
                $"{typeof(Workload).FullName}.{of.Method}",
                Wire.Encode((object?[])[processes, Points])
            )
            {
                NeedsFreshContext = of.NeedsFreshContext,
            }
        );
        Run(stage, of.WarmUp, of.Ending);

        var watch = Stopwatch.StartNew();
        int steps = Run(stage, of.Measured, of.Ending);
        double seconds = watch.Elapsed.TotalSeconds;
        return new Speed(of.Measured / seconds, steps / of.Measured, seconds * 1e6 / steps);
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

    private static string Number(double number) =>
        number.ToString(number < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private sealed record Speed(double RunsPerSecond, int Points, double MicrosecondsPerPoint);
}
