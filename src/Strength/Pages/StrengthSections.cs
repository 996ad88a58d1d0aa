namespace ConcurrencyKatas.Strength.Pages;

/// <summary>The page from top to bottom: headings, sentences and tables, without any form.</summary>
internal static class StrengthSections
{
    /// <summary>What the page is about.</summary>
    public const string Title = "How strong the hidden tests are";

    /// <summary>What is not known, so that nobody takes a gap for a zero.</summary>
    public const string NotKnown =
        "Not measured here: how often an impostor is found by chance alone, and after how many schedules.";

    /// <summary>The sentence below the title.</summary>
    public static string Verdict(StrengthReport report) =>
        report.IsSound
            ? "Every mistake that was planted is caught, every claim catches something, and every right program passes."
            : "Something is missing or not as it should be: see ✗ and 'not measured' below.";

    /// <summary>The tables about everything.</summary>
    public static IEnumerable<StrengthTable> Common(StrengthReport report) =>
        NotEmpty(StrengthTables.Overview(report), StrengthTables.Coverage(report));

    /// <summary>The tables about one kata.</summary>
    public static IEnumerable<StrengthTable> Of(KataStrength kata) =>
        NotEmpty(
            StrengthTables.Scores(kata),
            StrengthTables.Matrix(kata),
            StrengthTables.Programs(kata),
            StrengthTables.Survivors(kata),
            StrengthTables.Explorations(kata)
        );

    private static IEnumerable<StrengthTable> NotEmpty(params IEnumerable<StrengthTable> tables) =>
        tables.Where(t => t.Rows.Count > 0);
}
