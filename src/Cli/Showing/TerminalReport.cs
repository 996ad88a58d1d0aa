using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>A grading for the eyes of a person: a table, then what failed and why, or a picture of what was proved.</summary>
/// <param name="console">Where it is written.</param>
/// <param name="plain">Without borders, for pipes.</param>
/// <param name="focused">For a student: only the first failing run of a kata is drawn.</param>
/// <param name="submission">What <c>replay</c> needs to be told; null when it is the student's own <c>katas/</c>.</param>
internal sealed class TerminalReport(IAnsiConsole console, bool plain, bool focused, string? submission = null)
{
    /// <summary>Writes the whole report.</summary>
    public void Write(GradingResult result)
    {
        if (result.Katas.Count > 0)
        {
            console.Write(SummaryTable.Draw(result.Katas, plain));
        }
        var allPassed = result.Katas.Count > 0 && result.Katas.All(k => k.Report.Status == KataStatus.Passed);
        var section = new KataSection(console, focused, submission);
        foreach (var (_, kata) in result.Katas)
        {
            if (kata.Status != KataStatus.NotStarted && (allPassed || kata.Status != KataStatus.Passed))
            {
                section.Write(kata);
            }
        }
        var report = result.ToReport();
        WriteAssumptions(report);
        console.WriteLine();
        if (result.Interrupted)
        {
            console.MarkupLine(
                $"[yellow]Interrupted.[/] {Words.Count(result.Katas.Count, "result")} had been finished; nothing was left running."
            );
        }
        else
        {
            WriteClosing(report, allPassed);
        }
    }

    private void WriteAssumptions(Report report)
    {
        if (Totals.Meaning(report) is { } meaning)
        {
            console.WriteLine();
            console.WriteIndented($"[grey]{meaning.Safe()}[/]", 0);
        }
    }

    private static string Others(List<ExplorationReport> explorations) =>
        explorations.Count(e => e.Bound is not null) is > 0 and var bounded
            ? $"{bounded} up to a number of preemptions; the rest were sampled"
            : "the others were sampled";

    private void WriteClosing(Report report, bool allPassed)
    {
        var points = report.MaxPoints == 0 ? "" : $" {report.Points}/{Words.Count(report.MaxPoints, "point")}.";
        if (!allPassed)
        {
            console.MarkupLine($"{Totals.Counts(report, (s, count) => $"[{Words.Colour(s)}]{count}[/]")}.{points}");
            return;
        }
        var explorations = report.Katas.SelectMany(k => k.Explorations).ToList();
        var runs = explorations.Sum(e => e.Schedules + e.ProofRuns + (e.BoundedRuns ?? 0));
        var proved = explorations.Count(e => e.Proved);
        string[] lines =
        [
            $"[green bold]Every claim holds.[/]{points}",
            $"{Words.Count(report.Katas.Sum(k => k.Claims.Count), "claim")} in {Words.Count(report.Katas.Count, "kata")}, "
                + $"{Words.Count(runs, "schedule")} run, none of them failed.",
            proved == explorations.Count
                ? $"Proved in {Words.Count(proved, "configuration")}: no interleaving is left to try."
                : $"{proved} of {Words.Count(explorations.Count, "configuration")} proved; {Others(explorations)}.",
        ];
        if (plain)
        {
            foreach (var line in lines)
            {
                console.MarkupLine(line);
            }
            return;
        }
        console.Write(
            new Panel(new Markup(string.Join('\n', lines)))
            {
                Border = BoxBorder.Rounded,
                BorderStyle = new Style(Color.Green),
                Padding = new Padding(2, 0),
            }
        );
    }
}
