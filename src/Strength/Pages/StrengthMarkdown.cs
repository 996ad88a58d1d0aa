using System.Text;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>The page as Markdown.</summary>
public static class StrengthMarkdown
{
    /// <summary>Its text.</summary>
    public static string Of(StrengthReport report)
    {
        var text = new StringBuilder();
        text.Append($"# {StrengthSections.Title}\n\n{StrengthSections.Verdict(report)}\n");
        text.Append(StrengthSections.Headline(report) is { } headline ? $"\n{headline}\n" : "");
        foreach (string missing in report.Missing)
        {
            text.Append($"\n- {missing}");
        }
        text.Append(report.Missing.Count > 0 ? "\n" : "");
        Write(text, StrengthSections.Common(report), 2);
        foreach (KataStrength kata in report.Katas)
        {
            text.Append($"\n## {kata.Kata}: {kata.Title}\n");
            Write(text, StrengthSections.Of(kata), 3);
        }
        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<StrengthTable> tables, int level)
    {
        foreach (StrengthTable table in tables)
        {
            text.Append($"\n{new string('#', level)} {table.Title}\n\n");
            Row(text, table.Head);
            Row(text, table.Head.Select((_, column) => column == 0 ? "---" : "---:"));
            foreach (IReadOnlyList<string> row in table.Rows)
            {
                Row(text, row.Select(Safe));
            }
        }
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append($"| {string.Join(" | ", cells)} |\n");

    // Code of solutions is in it: no cell may end its row or begin a tag.
    private static string Safe(string cell) =>
        cell.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
