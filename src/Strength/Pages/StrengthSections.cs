using ConcurrencyKatas.Strength.Detection;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>The page from top to bottom: headings, sentences and tables, without any form.</summary>
internal static class StrengthSections
{
    /// <summary>What the page is about.</summary>
    public const string Title = "How strong the hidden tests are";

    /// <summary>The sentence below the title.</summary>
    public static string Verdict(StrengthReport report) =>
        report.IsSound
            ? "Every mistake that was planted is caught, every claim catches something, and every right program passes."
            : "Something is missing or not as it should be: see ✗ and 'not measured' below.";

    /// <summary>How schedules compare to plain runs; null when that was not measured.</summary>
    public static string? Headline(StrengthReport report) => DetectionTables.Headline(Detections(report));

    /// <summary>The tables about everything.</summary>
    public static IEnumerable<StrengthTable> Common(StrengthReport report) =>
        NotEmpty(
            StrengthTables.Overview(report),
            DetectionTables.Overview(Detections(report)),
            StrengthTables.Coverage(report)
        );

    /// <summary>The tables about one kata.</summary>
    public static IEnumerable<StrengthTable> Of(KataStrength kata)
    {
        List<StrengthTable> tables =
        [
            StrengthTables.Scores(kata),
            StrengthTables.Matrix(kata),
            StrengthTables.Programs(kata),
            StrengthTables.Survivors(kata),
            StrengthTables.Explorations(kata),
        ];
        if (kata.Detection is { } detection)
        {
            tables.Add(DetectionTables.Of(detection));
        }
        return NotEmpty([.. tables]);
    }

    private static IReadOnlyList<KataDetection> Detections(StrengthReport report) =>
        [.. report.Katas.Select(k => k.Detection).OfType<KataDetection>()];

    private static IEnumerable<StrengthTable> NotEmpty(params IEnumerable<StrengthTable> tables) =>
        tables.Where(t => t.Rows.Count > 0);
}
