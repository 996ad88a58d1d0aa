using ConcurrencyKatas.Grading.Reports;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>All there is to say of one kata: its claims, and each failure in full.</summary>
internal sealed class KataSection(IAnsiConsole console, bool focused, string? submission)
{
    /// <summary>Writes the section.</summary>
    public void Write(KataReport kata)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{kata.Kata.Safe()}[/]  {kata.Title.Safe()}");
        if (kata.Reason is { } reason)
        {
            console.WriteDrawing(reason, 2);
        }
        foreach (var diagnostic in kata.Diagnostics)
        {
            WriteDiagnostic(diagnostic);
        }
        foreach (var claim in kata.Claims)
        {
            WriteClaim(claim);
        }
        WriteFailures([.. kata.Claims.Where(c => c.Status == ClaimStatus.Failed)]);
    }

    private void WriteDiagnostic(Diagnostic diagnostic)
    {
        console.WriteIndented(
            $"[red]{Totals.Place(diagnostic).Safe()}[/] {diagnostic.Id.Safe()}: {diagnostic.Message.Safe()}",
            2
        );
    }

    private void WriteClaim(ClaimReport claim)
    {
        var aside = claim switch
        {
            // A student's table says how sure; here only what holds and what does not.
            { Verdict: not null } when focused => "",
            { Verdict: { } verdict } => $"  [grey]{Verdicts.Short(verdict).Safe()}[/]",
            { Status: ClaimStatus.Passed or ClaimStatus.Failed } => "",
            { Reason: { } reason } => $"  [grey]{reason.Safe()}[/]",
            _ => "",
        };
        console.WriteIndented(
            $"[{Words.Colour(claim.Status)}]{Words.Sign(claim.Status)}[/] {claim.Claim.Safe()}"
                + $"  [grey]{claim.Points}/{claim.MaxPoints}[/]{aside}",
            2
        );
    }

    // Several claims often break in one and the same run. It is drawn once.
    private void WriteFailures(IReadOnlyList<ClaimReport> failures)
    {
        Dictionary<string, string> drawn = [];
        foreach (var claim in failures)
        {
            var evidence = claim.Evidence;
            console.WriteLine();
            console.WriteIndented($"[red bold]✗ {claim.Claim.Safe()}[/]", 2);
            if (evidence is null)
            {
                console.WriteIndented((claim.Reason ?? "The grader gave no evidence.").Safe(), 4);
                continue;
            }
            console.WriteIndented(evidence.Sentence.Safe(), 4);
            if (evidence.Trace is { } trace && drawn.TryGetValue(trace, out var before))
            {
                console.WriteIndented($"[grey]In the same run as “{before.Safe()}”, drawn above.[/]", 4);
            }
            else if (!focused || drawn.Count == 0)
            {
                EvidenceView.Write(console, evidence);
                drawn.TryAdd(evidence.Trace ?? "", claim.Claim);
            }
            if (evidence.Token is { } token)
            {
                console.WriteLine();
                console.WriteIndented("[grey]See it again:[/]", 4);
                console.WriteDrawing(ReplayLine.Of(token, submission), 6);
            }
        }
    }
}
