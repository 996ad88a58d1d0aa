using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>One row per kata: status, points, how it was explored.</summary>
internal static class SummaryTable
{
    private const int BarWidth = 10;

    public static Table Draw(IReadOnlyList<FinishedKata> katas, bool plain)
    {
        var table = new Table { Border = plain ? TableBorder.None : TableBorder.Rounded };
        table.AddColumns("kata", "status");
        table.AddColumn(new TableColumn("points").RightAligned());
        table.AddColumns("", "how sure");
        foreach (var column in table.Columns.Take(4))
        {
            column.NoWrap();
        }
        foreach (var (_, kata) in katas)
        {
            var colour = Words.Colour(kata.Status);
            table.AddRow(
                kata.Kata.Safe(),
                $"[{colour}]{Words.Of(kata.Status)}[/]",
                kata.MaxPoints == 0 ? "–" : $"{kata.Points}/{kata.MaxPoints}",
                kata.MaxPoints == 0 ? "" : $"[{colour}]{Bar.Draw(kata.Points, kata.MaxPoints, BarWidth)}[/]",
                HowSure(kata).Safe()
            );
        }
        return table;
    }

    private static string HowSure(KataReport kata) =>
        kata switch
        {
            { Explorations: [_, ..] } => string.Join(
                '\n',
                kata.Explorations.Select(e => $"{e.Configuration}: {Verdicts.Short(e.Verdict)}")
            ),
            { Reason: { } reason } => reason.Split('\n')[0],
            { Diagnostics: [var first, ..] } => $"{first.File}:{first.Line} {first.Message}",
            _ => "",
        };
}
