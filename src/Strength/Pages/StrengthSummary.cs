namespace ConcurrencyKatas.Strength.Pages;

/// <summary>The page in a few lines, for a terminal.</summary>
public static class StrengthSummary
{
    /// <summary>Its text.</summary>
    public static string Of(StrengthReport report) =>
        string.Join(
            '\n',
            [
                StrengthTables.Overview(report).ToText(),
                "",
                StrengthSections.Verdict(report),
                .. StrengthSections.Headline(report) is { } headline ? (string[])[headline] : [],
                .. report.Missing,
            ]
        );
}
