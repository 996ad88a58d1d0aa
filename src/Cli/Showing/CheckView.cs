using ConcurrencyKatas.Cli.Checking;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>What a check found, for the eyes of an author.</summary>
internal static class CheckView
{
    public static void Write(IAnsiConsole console, CheckOutcome outcome, bool plain)
    {
        if (outcome.Rows.Count > 0)
        {
            var table = new Table { Border = plain ? TableBorder.None : TableBorder.Rounded };
            table.AddColumns("", "kata", "submission", "outcome");
            foreach (var row in outcome.Rows)
            {
                table.AddRow(
                    row.Right ? "[green]✓[/]" : "[red]✗[/]",
                    row.Kata.Safe(),
                    row.Title.Safe(),
                    row.Outcome.Safe()
                );
            }
            console.Write(table);
        }
        foreach (var fault in outcome.Faults)
        {
            console.WriteLine();
            console.MarkupLine($"[red]✗ {fault.File.Safe()}[/]");
            console.WriteIndented(fault.What.Safe(), 2);
            console.WriteIndented($"[grey]→[/] {fault.Fix.Safe()}", 2);
        }
        if (outcome.Cached.Count > 0)
        {
            console.WriteLine();
            console.WriteIndented($"[grey]Unchanged since the last check: {string.Join(", ", outcome.Cached)}.[/]", 0);
        }
        console.WriteLine();
        var impostors = outcome.Rows.Where(r => r.Title.StartsWith("impostor ", StringComparison.Ordinal)).ToList();
        var caught =
            $"{impostors.Count(r => r.Right)} of {Words.Count(impostors.Count, "impostor")} caught as declared.";
        console.MarkupLine(
            outcome switch
            {
                { Interrupted: true } =>
                    "[yellow]Interrupted.[/] What was finished is shown above; nothing was left running.",
                { Faults.Count: 0 } => $"[green bold]Every rule is kept.[/] {caught}",
                _ => $"[red bold]{Words.Count(outcome.Faults.Count, "fault")}.[/] {caught}",
            }
        );
    }
}
