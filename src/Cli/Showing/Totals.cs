using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>What several formats say of a report as a whole.</summary>
internal static class Totals
{
    /// <summary><c>1 passed, 2 failed</c>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="paint">Given a status and its count in words, puts a colour to them; null for none.</param>
    public static string Counts(Report report, Func<KataStatus, string, string>? paint = null) =>
        string.Join(
            ", ",
            report
                .Katas.GroupBy(k => k.Status)
                .OrderBy(g => g.Key)
                .Select(g => (Status: g.Key, Text: $"{g.Count()} {Words.Of(g.Key)}"))
                .Select(c => paint is null ? c.Text : paint(c.Status, c.Text))
        );

    /// <summary><c>4 of 14 points</c>; where something could not be graded, that there is no score.</summary>
    public static string Title(Report report) => HasNoScore(report) ? "No score" : Points(report);

    /// <summary>The line below it: <c>1 passed, 2 failed</c>, and what the title keeps back.</summary>
    public static string Below(Report report) =>
        HasNoScore(report) ? $"{Counts(report)}. {Points(report)} in what could be graded" : Counts(report);

    /// <summary>Whether a part of it is our failure. The points of the rest are no score.</summary>
    public static bool HasNoScore(Report report) => Worst(report) == KataStatus.CouldNotGrade;

    private static string Points(Report report) => $"{report.Points} of {Words.Count(report.MaxPoints, "point")}";

    /// <summary>The worst status; <see cref="KataStatus.Passed"/> for a report of nothing.</summary>
    public static KataStatus Worst(Report report) =>
        Enumerable.FirstOrDefault(
            [
                KataStatus.CouldNotGrade,
                KataStatus.BreaksTheRules,
                KataStatus.DoesNotCompile,
                KataStatus.Failed,
                KataStatus.NotStarted,
            ],
            s => report.Katas.Any(k => k.Status == s),
            KataStatus.Passed
        );

    /// <summary>
    /// What PROVED and BOUNDED mean and rest on, in a sentence, once for the whole report; null when neither is in it.
    /// </summary>
    public static string? Meaning(Report report)
    {
        var explorations = report.Katas.SelectMany(k => k.Explorations).ToList();
        var words = (explorations.Exists(e => e.Proved), explorations.Exists(e => e.Bound is not null)) switch
        {
            (true, true) => "PROVED means: every interleaving, and BOUNDED: every one that needs no more preemptions",
            (false, true) => "BOUNDED means: every interleaving that needs no more preemptions",
            _ => "PROVED means: every interleaving",
        };
        var sure = explorations.Where(e => e.Proved || e.Bound is not null).Select(e => e.Verdict);
        return Verdicts.AssumedBy(sure) is { } assumed ? $"{words}; {assumed}." : null;
    }

    /// <summary>What the kata's reason says beyond its status; null when that is nothing.</summary>
    public static string? Reason(KataReport kata)
    {
        var status = Words.Of(kata.Status);
        var reason = kata.Reason?.Trim() ?? "";
        reason = reason.StartsWith(status, StringComparison.Ordinal)
            ? reason[status.Length..].TrimStart(':', ' ')
            : reason;
        return reason.Length == 0 ? null : reason;
    }

    /// <summary><c>Spa.cs:7:13</c>, as far as it is known.</summary>
    public static string Place(Diagnostic diagnostic) =>
        diagnostic.Line == 0 ? diagnostic.File : $"{diagnostic.File}:{diagnostic.Line}:{diagnostic.Column}";

    /// <summary>One character that stands for a kata's status.</summary>
    public static string Sign(KataStatus status) =>
        status switch
        {
            KataStatus.Passed => "✓",
            KataStatus.NotStarted => "·",
            KataStatus.CouldNotGrade => "!",
            _ => "✗",
        };
}
