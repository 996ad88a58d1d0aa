using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Markdown;

/// <summary>One kata of a summary: its claims, then a part for each that failed.</summary>
internal static class MarkdownKata
{
    /// <summary>The parts; each can be left out without harm to the others.</summary>
    public static IEnumerable<string> Parts(KataReport kata, PublishingOptions options)
    {
        yield return $"## {Totals.Sign(kata.Status)} {MarkdownText.Line(kata.Kata)}: {MarkdownText.Line(kata.Title)}\n\n"
            + Reason(kata)
            + string.Concat(kata.Diagnostics.Select(Diagnostic))
            + Claims(kata);
        Dictionary<string, string> drawn = [];
        foreach (var claim in kata.Claims.Where(c => c.Status == ClaimStatus.Failed))
        {
            yield return Failure(claim, options, drawn);
        }
    }

    private static string Reason(KataReport kata) =>
        Totals.Reason(kata) is { } reason ? $"**{Words.Of(kata.Status)}.** {MarkdownText.Line(reason)}\n\n"
        : kata.Reason is not null ? $"**{Words.Of(kata.Status)}.**\n\n"
        : "";

    private static string Diagnostic(Diagnostic diagnostic) =>
        $"- **{MarkdownText.Line(Totals.Place(diagnostic))}** {MarkdownText.Line($"{diagnostic.Id}: {diagnostic.Message}")}\n";

    private static string Claims(KataReport kata) =>
        kata.Claims.Count == 0 || kata.Claims.All(c => c.Status == ClaimStatus.Skipped)
            ? ""
            : (kata.Diagnostics.Count > 0 ? "\n" : "")
                + "| | claim | points | |\n|---|---|---:|---|\n"
                + string.Concat(kata.Claims.Select(Row));

    private static string Row(ClaimReport claim) =>
        $"| {Words.Sign(claim.Status)} | {MarkdownText.Line(claim.Claim)} | {claim.Points}/{claim.MaxPoints} "
        + $"| {MarkdownText.Line(claim.Verdict is { } verdict ? Verdicts.Short(verdict) : claim.Reason ?? "")} |\n";

    // Several claims often break in one and the same run. It is drawn once.
    private static string Failure(ClaimReport claim, PublishingOptions options, Dictionary<string, string> drawn)
    {
        var title = $"### ✗ {MarkdownText.Line(claim.Claim)}\n\n";
        if (claim.Evidence is not { } evidence)
        {
            return title + $"{MarkdownText.Line(claim.Reason ?? "The grader gave no evidence.")}\n";
        }
        var pattern = evidence.Pattern is { } name ? $"**{MarkdownText.Line(name)}**: " : "";
        // The name stands before the sentence that explains it.
        var text = evidence.Diagnosis is { } diagnosis
            ? $"{title}{MarkdownText.Line(evidence.Sentence)}\n\n{pattern}{MarkdownText.Line(diagnosis)}\n\n"
            : $"{title}{pattern}{MarkdownText.Line(evidence.Sentence)}\n\n";
        if (evidence.Trace is { } trace && drawn.TryGetValue(trace, out var before))
        {
            // Not "drawn above": that part may be one that did not fit.
            text += $"In the same run as “{MarkdownText.Line(before)}”.\n\n";
        }
        else
        {
            drawn.TryAdd(evidence.Trace ?? "", claim.Claim);
            text += Shown(evidence);
        }
        return evidence.Token is { } token
            ? text + $"See it again:\n\n{MarkdownText.Block(options.Replay(token), "sh")}"
            : text;
    }

    private static string Shown(Evidence evidence) =>
        Section(null, evidence.Trace)
        + Section("Who waits for whom:", evidence.WaitForGraph)
        + (
            string.IsNullOrWhiteSpace(evidence.Output)
                ? ""
                : $"<details><summary>It printed</summary>\n\n{MarkdownText.Block(evidence.Output)}\n</details>\n\n"
        );

    private static string Section(string? heading, string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? ""
            : $"{(heading is null ? "" : $"{heading}\n\n")}{MarkdownText.Block(text)}\n";
}
