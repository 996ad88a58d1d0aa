using System.Text;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Markdown;

/// <summary>The summary of a job on GitHub: the points, then each kata with what failed, drawn.</summary>
/// <param name="limit">The most bytes that may be written; GitHub refuses a summary of more than 1 MiB altogether.</param>
internal sealed class MarkdownFormat(int limit = MarkdownFormat.GitHubLimit) : IReportFormat
{
    /// <summary>1 MiB, less some room for what other steps of the job add.</summary>
    public const int GitHubLimit = 1_000_000;

    private const int RoomForClosing = 400;

    public string Name => "markdown";

    public string FileName => "report.md";

    public string Write(Report report, PublishingOptions options)
    {
        var written = new StringBuilder();
        var left = limit - RoomForClosing;
        var leftOut = 0;
        foreach (var part in Parts(report, options))
        {
            var size = Encoding.UTF8.GetByteCount(part) + 1;
            if (size > left)
            {
                leftOut++;
                continue;
            }
            left -= size;
            written.Append(part).Append('\n');
        }
        if (leftOut > 0)
        {
            written.Append(
                $"> {Words.Count(leftOut, "part")} of this report did not fit: a summary holds at most "
                    + $"{Words.Count(limit, "byte")}. The whole is in `report.html` and `report.json`.\n"
            );
        }
        return written.ToString().TrimEnd('\n');
    }

    // Each part stands for itself, so that any of them can be left out.
    private static IEnumerable<string> Parts(Report report, PublishingOptions options)
    {
        yield return $"# {Totals.Title(report)}\n\n{Totals.Below(report)}.\n";
        yield return "| | kata | points | status | how sure |\n|---|---|---:|---|---|\n"
            + string.Concat(report.Katas.Select(Row));
        foreach (var part in report.Katas.SelectMany(k => MarkdownKata.Parts(k, options)))
        {
            yield return part;
        }
        if (Totals.Meaning(report) is { } meaning)
        {
            yield return $"<sub>{MarkdownText.Line(meaning)}</sub>\n";
        }
    }

    private static string Row(KataReport kata) =>
        $"| {Totals.Sign(kata.Status)} | {MarkdownText.Line(kata.Kata)} | {kata.Points}/{kata.MaxPoints} "
        + $"| {Words.Of(kata.Status)} | {string.Join("<br>", kata.Explorations.Select(Sure))} |\n";

    private static string Sure(ExplorationReport exploration) =>
        MarkdownText.Line($"{exploration.Configuration}: {Verdicts.Short(exploration.Verdict)}");
}
