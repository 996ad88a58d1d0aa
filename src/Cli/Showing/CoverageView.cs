using System.Globalization;
using ConcurrencyKatas.Cli.Measuring;
using ConcurrencyKatas.Strength.Coverage;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>What was covered, beside what was asked for.</summary>
internal static class CoverageView
{
    private const int Worst = 10;

    /// <summary>Writes the goals, and for those that are not reached the files that lack most.</summary>
    /// <param name="surroundings">Where.</param>
    /// <param name="summary">What was measured, now or before.</param>
    /// <param name="only">What was measured now: <c>solutions</c> or <c>src</c>; null for both.</param>
    /// <returns>Whether every goal is reached.</returns>
    public static bool Write(Surroundings surroundings, CoverageSummary summary, string? only)
    {
        var console = surroundings.Out;
        var goals = CoverageGoal
            .Of(summary)
            .Where(g => only is null || g.Name.StartsWith($"{only}/", StringComparison.Ordinal))
            .ToList();
        var table = new Table { Border = surroundings.IsTerminal ? TableBorder.Rounded : TableBorder.None };
        table.AddColumns("", "what", "covered", "wanted");
        foreach (var goal in goals)
        {
            table.AddRow(
                goal.IsReached ? "[green]✓[/]" : "[red]✗[/]",
                goal.Name.Safe(),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Math.Floor(goal.Percent * 10) / 10:0.0} % of {goal.All} {goal.Unit}"
                ),
                string.Create(CultureInfo.InvariantCulture, $"{goal.Wanted:0} %")
            );
        }
        console.Write(table);
        foreach (var goal in goals.Where(g => !g.IsReached))
        {
            console.WriteLine();
            console.MarkupLine($"[red]✗ {goal.Name.Safe()}[/] lacks most in:");
            foreach (var file in goal.Worst(summary, Worst))
            {
                console.WriteIndented(Line(file, goal.Unit).Safe(), 2);
            }
        }
        console.WriteLine();
        var folder = StrengthFolder.Of(surroundings.Repository).Coverage;
        console.WriteDrawing($"Line by line: {surroundings.Repository.Relative(folder)}/{{solutions,src}}/index.html");
        return goals.TrueForAll(g => g.IsReached);
    }

    private static string Line(CoveredFile file, string unit) =>
        unit == "lines"
            ? $"{file.Path}: lines {string.Join(", ", file.MissingLines)}"
            : $"{file.Path}: {file.CoveredBranches} of {file.Branches} branches";
}
