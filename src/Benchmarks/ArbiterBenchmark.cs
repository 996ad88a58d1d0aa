using System.Diagnostics;
using System.Globalization;
using ConcurrencyKatas.Control;
using ConcurrencyKatas.Platform;
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
    /// <param name="options">What of it is wanted.</param>
    public static void Print(SpeedOptions options)
    {
        using var rewritten = new RewrittenWorkload();
        SpeedCase[] cases = [.. s_cases.Where(c => c.Name.Contains(options.Only, StringComparison.Ordinal))];
        Console.WriteLine(
            $"Schedules a second at {Points} points a process, random walks, every point parked, one processor:\n"
        );
        Console.WriteLine(
            $"| processes | {string.Join(" | ", cases.Select(c => c.Name))} | points/schedule | us/point | of a processor |"
        );
        Console.WriteLine($"| ---: {string.Concat(cases.Select(_ => "| ---: "))}| ---: | ---: | ---: |");
        foreach (int processes in options.Processes)
        {
            Speed[] speeds = [.. cases.Select(c => Measure(c, options, rewritten.Assembly, processes, processor: 0))];
            string cells = string.Join(" | ", speeds.Select(s => Number(s.RunsPerSecond)));
            Speed first = speeds[0];
            Console.WriteLine(
                $"| {processes} | {cells} | {first.Points} | {Number(first.MicrosecondsPerPoint)} "
                    + $"| {Number(first.OfProcessorPerPoint)} |"
            );
        }
        if (options.Two)
        {
            PrintTwo(options, rewritten.Assembly);
        }
    }

    private static void PrintTwo(SpeedOptions options, string rewritten)
    {
        double one = On(0);
        double[] both = new double[2];
        Thread[] arbiters = [.. Enumerable.Range(0, 2).Select(i => new Thread(() => both[i] = On(i)))];
        Array.ForEach(arbiters, arbiter => arbiter.Start());
        Array.ForEach(arbiters, arbiter => arbiter.Join());
        Console.WriteLine(
            $"\nTwo arbiters, each on a processor of its own, 4 processes, generated reset: {Number(both.Sum())} schedules/s; "
                + $"one alone: {Number(one)}."
        );

        double On(int processor) => Measure(s_cases[1], options, rewritten, processes: 4, processor).RunsPerSecond;
    }

    // The best of several rounds: what else the machine does only ever takes time away.
    private static Speed Measure(SpeedCase of, SpeedOptions options, string rewritten, int processes, int processor)
    {
        using ProcessStage stage = new(
            new StageOptions
            {
                Worker = Path.Combine(AppContext.BaseDirectory, "ConcurrencyKatas.Worker.dll"),
                Processor = processor,
                WorkingDirectory = "/",
                Environment = WorkersEnvironment(),
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

        return Enumerable.Range(0, options.Rounds).Select(_ => Round(stage, of)).MaxBy(speed => speed.RunsPerSecond)!;
    }

    // As in a grading.
    private static Dictionary<string, string> WorkersEnvironment()
    {
        Dictionary<string, string> variables = new()
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["DOTNET_gcConcurrent"] = "0",
        };
        QuickSwitch.AskFor(variables);
        return variables;
    }

    private static Speed Round(ProcessStage stage, SpeedCase of)
    {
        var watch = Stopwatch.StartNew();
        long before = ProcessorTimeOf(stage);
        int steps = Run(stage, of.Measured, of.Ending);
        double seconds = watch.Elapsed.TotalSeconds;
        double ofProcessor = (ProcessorTimeOf(stage) - before) / 1e3;
        return new Speed(of.Measured / seconds, steps / of.Measured, seconds * 1e6 / steps, ofProcessor / steps);
    }

    private static long ProcessorTimeOf(ProcessStage stage) =>
        ProcessorTime.Of(Environment.ProcessId) + stage.ProcessIds.Where(pid => pid != 0).Sum(ProcessorTime.Of);

    private static int Run(ProcessStage stage, int runs, Ending ending)
    {
        int steps = 0;
        foreach (int seed in Enumerable.Range(0, runs))
        {
            Run run = Arbiter.Run(stage, () => new RandomWalk((ulong)seed));
            steps +=
                run.Ending == ending
                    ? run.Steps.Count
                    : throw new InvalidOperationException($"A run ended as {run.Ending}: {run.Detail}");
        }
        return steps;
    }

    private static string Number(double number) =>
        number.ToString(number < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private sealed record Speed(
        double RunsPerSecond,
        int Points,
        double MicrosecondsPerPoint,
        double OfProcessorPerPoint
    );
}
