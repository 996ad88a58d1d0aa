using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace ConcurrencyKatas.Benchmarks.Multiprocessing;

/// <summary>The table of the comparison, as it grows.</summary>
internal sealed class Table(Options options, string python)
{
    private readonly StringBuilder _rows = new();
    private readonly List<string> _missed = [];
    private readonly string _load = Load;

    /// <summary>Its first two lines.</summary>
    public string Head =>
        $"""
            | what | {python} | here | times as good | goal | |
            |---|---:|---:|---:|---:|---|
            """;

    /// <summary>Which goals were missed.</summary>
    public string Verdict => _missed.Count == 0 ? "Every goal was reached." : $"Missed: {string.Join("; ", _missed)}.";

    /// <summary>The whole page.</summary>
    public string Document =>
        $"""
            # Multiprocessing beside CPython's

            Written by `./kata bench multiprocessing --keep`: both sides by turns, each number from a process of its own, medians of
            {options.Rounds} rounds, through the public API. Rows with a pin ran on one processor.

            {DateTime.UtcNow.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            )}; {Machine}; {python}; {RuntimeInformation.FrameworkDescription}.
            {_load}

            {Head}
            {_rows}
            {Verdict}

            ## What limits the rows that are near their goals

            Three rows are a little above their goals on one day and a little below on another; what is measured changes by a tenth from
            run to run.

            - *Queue, items of 1 KiB*: every item moves about twenty cache lines from one processor to the other, those that the lock guards
              among them. Between 6.8 and 8.7 times as good were seen. More would take items in batches, which no call of the library asks for.
            - *Process, start to result, cold*: half of it is the start of the .NET runtime (27 ms here for a program that does nothing),
              the rest is loading and preparing what a child is made of. Between 1.58 and 1.73 were seen. `Process.KeepsSpare` is the way past it.
            - *Lock, two processes want it*: the word of the lock goes to and fro. Between 3.6 and 6.6 were seen.

            """;

    private static string Machine =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, {ProcessorName}"
        );

    // What else ran decides how far the numbers can be trusted; above all those of several processes.
    private static string Load =>
        File.Exists("/proc/loadavg")
            ? $"When it began, {File.ReadAllText("/proc/loadavg").Split(' ')[0]} processes on average wanted to run."
            : "";

    private static string ProcessorName =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':', 2)[1]
                .Trim()
                ?? "unknown processor"
            : "unknown processor";

    /// <summary>Adds a row.</summary>
    /// <returns>Its line.</returns>
    public string Add(Row row, double theirs, double ours)
    {
        double ratio = row.Ratio(ours, theirs);
        bool isReached = row.Name == "idle_worker" ? ours <= Rows.IdleWorkerLimit : ratio >= row.Goal;
        string goal =
            row.Name == "idle_worker" ? Number(Rows.IdleWorkerLimit, "at most ")
            : row.Goal > 0 ? Number(row.Goal, "")
            : "";
        if (!isReached)
        {
            _missed.Add($"{row.What} ({Number(ratio, "")} instead of {goal})");
        }
        string unit = row.Unit == "us" ? "µs" : row.Unit;
        string line =
            $"| {row.What}{(row.IsPinned ? " 📌" : "")} | {Number(theirs, "")} {unit} | {Number(ours, "")} {unit} | {Number(ratio, "")} | {goal} | {(isReached ? "" : "missed")} |";
        _ = _rows.AppendLine(line);
        return line;
    }

    private static string Number(double value, string before) =>
        before
        + value.ToString(
            value >= 1000 ? "N0"
                : value >= 100 ? "0"
                : value >= 10 ? "0.0"
                : "0.00",
            CultureInfo.InvariantCulture
        );
}
