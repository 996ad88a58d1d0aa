namespace ConcurrencyKatas.Strength.Pages;

/// <summary>The page in a few lines, for a terminal.</summary>
public static class StrengthSummary
{
    /// <summary>Its text.</summary>
    public static string Of(StrengthReport report)
    {
        StrengthTable table = StrengthTables.Overview(report);
        IReadOnlyList<IReadOnlyList<string>> rows = [table.Head, .. table.Rows];
        int[] widths = [.. table.Head.Select((_, column) => rows.Max(row => row[column].Length))];
        return string.Join(
            '\n',
            [
                .. rows.Select(row => string.Join("  ", row.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd()),
                "",
                StrengthSections.Verdict(report),
                .. report.Missing,
            ]
        );
    }
}
