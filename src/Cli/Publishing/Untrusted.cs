using System.Globalization;
using System.Text;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>Makes a stranger's text safe to show at all, before a format escapes it for its own language.</summary>
internal static class Untrusted
{
    /// <summary>
    /// The text without what no document may hold (control characters, halves of characters) and without what makes a
    /// reader see another order than is written. Each becomes U+FFFD, so that it can be seen that something was there.
    /// </summary>
    public static string Text(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            clean.Append(IsHarmless(rune) ? rune.ToString() : "\uFFFD");
        }
        return clean.ToString();
    }

    /// <summary>The same in one line.</summary>
    public static string Line(string text) =>
        string.Join(' ', Text(text).Split((char[])['\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).Trim();

    /// <summary>At most so many letters, with an ellipsis when there were more. No character is cut in half.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end] + "…";
    }

    private static bool IsHarmless(Rune rune) =>
        rune.Value is '\n' or '\t'
        || Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
            && !IsDirection(rune.Value)
            && rune.Value is not (0x2028 or 0x2029 or 0xFEFF);

    private static bool IsDirection(int value) =>
        value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
