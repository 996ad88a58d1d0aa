using ConcurrencyKatas.Grading.Reports;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>One schedule that was run again.</summary>
internal static class ReplayView
{
    /// <summary>Draws the run, and says so when it went another way than the token says.</summary>
    public static void Write(IAnsiConsole console, KataReport kata)
    {
        console.MarkupLine($"[bold]{kata.Kata.Safe()}[/]  {kata.Title.Safe()}");
        foreach (var claim in kata.Claims)
        {
            if (claim.Evidence is { } evidence)
            {
                console.WriteIndented(evidence.Sentence.Safe(), 2);
                EvidenceView.Write(console, evidence);
            }
        }
        if (kata.Status != KataStatus.Passed)
        {
            console.WriteLine();
            console.WriteDrawing(kata.Reason ?? kata.Claims.FirstOrDefault()?.Reason ?? Words.Of(kata.Status), 2);
        }
    }
}
