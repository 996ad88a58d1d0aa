namespace ConcurrencyKatas.Strength.Pages;

/// <summary>A table of plain text.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Head">The names of the columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record StrengthTable(
    string Title,
    IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<string>> Rows
)
{
    /// <summary>Its columns, for a terminal; without the title.</summary>
    public string ToText()
    {
        IReadOnlyList<IReadOnlyList<string>> rows = [Head, .. Rows];
        int[] widths = [.. Head.Select((_, column) => rows.Max(row => row[column].Length))];
        return string.Join(
            '\n',
            rows.Select(row => string.Join("  ", row.Select((cell, c) => cell.PadRight(widths[c]))).TrimEnd())
        );
    }
}
