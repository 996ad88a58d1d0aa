using System.Text;

namespace ConcurrencyKatas.Cli.Publishing.Markdown;

/// <summary>Puts a stranger's text into GitHub's Markdown so that it stays text.</summary>
internal static class MarkdownText
{
    // What GitHub's Markdown reads something into: HTML, emphasis, links, tables, formulas, emoji, mentions, addresses.
    private const string Meaningful = "\\`*_{}[]<>#+!|~&@$^=\"";

    /// <summary>The text in one line. Characters with a meaning become numbers of HTML, which have none.</summary>
    public static string Line(string text)
    {
        var escaped = new StringBuilder();
        text = Untrusted.Line(text);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (Meaningful.Contains(letter, StringComparison.Ordinal) || IsPartOfALink(text, i))
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
        }
        return escaped.ToString();
    }

    // "https://x", "www.x", and ":x:", which is an emoji. A colon that ends a word means nothing.
    private static bool IsPartOfALink(string text, int index) =>
        text[index] switch
        {
            ':' => index + 1 < text.Length && text[index + 1] != ' ',
            '.' => index > 0 && text[index - 1] is 'w' or 'W',
            _ => false,
        };

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
