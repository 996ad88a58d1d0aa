using System.Text;

namespace ConcurrencyKatas.Cli.Publishing.Markdown;

/// <summary>Puts a stranger's text into GitHub's Markdown so that it stays text.</summary>
internal static class MarkdownText
{
    // What GitHub's Markdown reads something into: HTML, emphasis, links, tables, formulas, emoji, mentions, addresses.
    private const string Meaningful = "\\`*_{}[]<>#+!|~&@$^=:\"";

    /// <summary>The text in one line. Characters with a meaning become numbers of HTML, which have none.</summary>
    public static string Line(string text)
    {
        var escaped = new StringBuilder();
        var before = ' ';
        foreach (var letter in Untrusted.Line(text))
        {
            // GitHub makes a link of "www." too.
            if (Meaningful.Contains(letter, StringComparison.Ordinal) || letter == '.' && before is 'w' or 'W')
            {
                escaped.Append("&#").Append((int)letter).Append(';');
            }
            else
            {
                escaped.Append(letter);
            }
            // Mentions are looked for in the finished text; what joins no words keeps this from being one.
            if (letter == '@')
            {
                escaped.Append('\u2060');
            }
            before = letter;
        }
        return escaped.ToString();
    }

    /// <summary>The text as it is, in a block that nothing in it can end.</summary>
    public static string Block(string text, string language = "text")
    {
        text = Untrusted.Text(text).TrimEnd();
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}{language}\n{text}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }
}
