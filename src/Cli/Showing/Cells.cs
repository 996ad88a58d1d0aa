namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Text made to fit a column.</summary>
internal static class Cells
{
    /// <summary>The text, cut with <c>…</c> where it is too long, filled up with blanks where it is too short.</summary>
    public static string Fit(string text, int width) =>
        text.Length <= width ? text.PadRight(width)
        : width <= 1 ? text[..Math.Max(0, width)]
        : $"{text[..(width - 1)].TrimEnd()}…".PadRight(width);
}
