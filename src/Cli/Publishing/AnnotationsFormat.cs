using System.Globalization;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>Workflow commands that put each failure at the student's own line, where GitHub shows changes.</summary>
internal sealed class AnnotationsFormat : IReportFormat
{
    // GitHub shows the first ten errors of a step and drops the rest without a word.
    private const int Shown = 10;

    public string Name => "annotations";

    public string? FileName => null;

    public string Write(Report report, PublishingOptions options)
    {
        var all = report.Katas.SelectMany(k => Of(k, options)).ToList();
        if (all.Count > Shown)
        {
            var more = all.Count - (Shown - 1);
            all.RemoveRange(Shown - 1, more);
            all.Add(
                WorkflowCommand.Write(
                    "error",
                    $"GitHub shows {Shown} annotations of a step. The job summary and the report have all.",
                    ("title", $"{more} more")
                )
            );
        }
        return string.Join('\n', all);
    }

    private static IEnumerable<string> Of(KataReport kata, PublishingOptions options)
    {
        if (kata.Status == KataStatus.CouldNotGrade)
        {
            yield return WorkflowCommand.Write(
                "warning",
                $"This is a failure of the graders and no score. {kata.Reason}",
                ("title", $"{kata.Kata}: {Words.Of(kata.Status)}")
            );
        }
        foreach (var diagnostic in kata.Diagnostics)
        {
            yield return At(
                options.PathOf(kata, diagnostic.File),
                diagnostic.Line,
                diagnostic.Column,
                $"{kata.Kata}: {Words.Of(kata.Status)}",
                $"{diagnostic.Id}: {diagnostic.Message}"
            );
        }
        if (kata is { Status: KataStatus.BreaksTheRules or KataStatus.DoesNotCompile, Diagnostics: [] })
        {
            yield return At(null, 0, 0, $"{kata.Kata}: {Words.Of(kata.Status)}", kata.Reason ?? "");
        }
        foreach (var claim in kata.Claims.Where(c => c.Evidence is not null && c.Status == ClaimStatus.Failed))
        {
            var evidence = claim.Evidence!;
            var replay = evidence.Token is { } token ? $"\nSee it again: {options.Replay(token)}" : "";
            yield return At(
                evidence.File is { } file ? options.PathOf(kata, file) : null,
                evidence.Line,
                0,
                $"{kata.Kata}: {claim.Claim}",
                evidence.Sentence + replay
            );
        }
    }

    private static string At(string? file, int line, int column, string title, string message) =>
        WorkflowCommand.Write(
            "error",
            message,
            ("file", file),
            ("line", Number(file is null ? 0 : line)),
            ("col", Number(file is null ? 0 : column)),
            ("title", title)
        );

    private static string? Number(int number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}
