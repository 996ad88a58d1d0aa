using System.Text.Json;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>
/// Shows a result to nobody while the first real one is still being made, so that what showing takes is loaded by the time that
/// somebody waits for it. It says nothing and decides nothing.
/// </summary>
internal static class Rehearsal
{
    /// <summary>Begins on a thread of its own, which keeps no process alive.</summary>
    /// <param name="run">What to do: <see cref="Run"/>.</param>
    /// <param name="problems">Where a failure is written; it costs time only.</param>
    public static Thread Begin(Action run, TextWriter problems)
    {
        var thread = new Thread(() =>
        {
            try
            {
                run();
            }
            catch (Exception problem)
            {
                problems.WriteLine($"A rehearsal failed: {problem.GetType().Name}: {problem.Message}");
            }
        })
        {
            IsBackground = true,
            Name = "rehearsal",
        };
        thread.Start();
        return thread;
    }

    /// <summary>Goes once through reading and showing a result.</summary>
    public static void Run()
    {
        string written = JsonSerializer.Serialize(Sample, ReportJson.Options);
        KataReport read = JsonSerializer.Deserialize<KataReport>(written, ReportJson.Options)!;
        var result = new GradingResult([new FinishedKata(read.Submission, read)], Interrupted: false);
        new TerminalReport(Consoles.Plain(TextWriter.Null), plain: false, focused: true).Write(result);
    }

    private static KataReport Sample =>
        new()
        {
            Kata = "Sample",
            Title = "A sample",
            Submission = "nobody",
            Status = KataStatus.Passed,
            Isolation = "none",
            Claims =
            [
                new ClaimReport
                {
                    Test = "It_holds",
                    Claim = "It holds",
                    Status = ClaimStatus.Passed,
                    Points = 1,
                    MaxPoints = 1,
                    Verdict = "1 guest: PROVED (1 classes; this size)",
                },
            ],
            Explorations = [new ExplorationReport("1 guest", 200, 1, 1, Proved: true, "PROVED (1 classes; this size)")],
        };
}
