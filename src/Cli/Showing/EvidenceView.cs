using ConcurrencyKatas.Grading.Reports;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>A failing run: the mistake behind it, its trace, who waits for whom, what was printed.</summary>
internal static class EvidenceView
{
    public static void Write(IAnsiConsole console, Evidence evidence)
    {
        if (evidence.Diagnosis is { } diagnosis)
        {
            console.WriteIndented($"[bold]{(evidence.Pattern ?? "").Safe()}[/]: {diagnosis.Safe()}", 4);
        }
        WritePart(console, evidence.Trace, heading: null, indent: 4);
        WritePart(console, evidence.WaitForGraph, "Who waits for whom:", indent: 6);
        WritePart(console, evidence.Output, "It printed:", indent: 6);
    }

    private static void WritePart(IAnsiConsole console, string? text, string? heading, int indent)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }
        console.WriteLine();
        if (heading is not null)
        {
            console.WriteIndented($"[grey]{heading}[/]", 4);
        }
        console.WriteDrawing(text, indent);
    }
}
