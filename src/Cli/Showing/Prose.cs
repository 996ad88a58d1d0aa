using System.Text.RegularExpressions;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Shows the Markdown of hints and stories: paragraphs folded anew, lists hanging, code as it is.</summary>
internal static partial class Prose
{
    // Longer lines are hard to read, however wide the window is.
    private const int LongestLine = 100;

    /// <summary>Writes a text.</summary>
    public static void Write(IAnsiConsole console, string markdown, int indent = 2)
    {
        List<string> paragraph = [];
        var fenced = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush(console, paragraph, indent);
                fenced = !fenced;
            }
            else if (fenced || (paragraph.Count == 0 && line.StartsWith("    ", StringComparison.Ordinal)))
            {
                console.WriteDrawing(line, indent + 2);
            }
            else if (line.Trim().Length == 0)
            {
                Flush(console, paragraph, indent);
                console.WriteLine();
            }
            else if (line.StartsWith('#'))
            {
                Flush(console, paragraph, indent);
                console.MarkupLine($"{new string(' ', indent)}[bold]{line.TrimStart('#', ' ').Safe()}[/]");
            }
            else
            {
                if (Item().IsMatch(line))
                {
                    Flush(console, paragraph, indent);
                }
                paragraph.Add(line);
            }
        }
        Flush(console, paragraph, indent);
    }

    private static void Flush(IAnsiConsole console, List<string> paragraph, int indent)
    {
        if (paragraph.Count == 0)
        {
            return;
        }
        // Without colours the marks of Markdown say it best.
        var isPlain = console.Profile.Capabilities.ColorSystem == ColorSystem.NoColors;
        var item = Item().Match(paragraph[0]);
        var hanging = indent + item.Length;
        var width = Math.Max(20, Math.Min(LongestLine, console.Profile.Width - 1) - hanging);
        var first = new string(' ', indent) + item.Value;
        paragraph[0] = paragraph[0][item.Length..];
        foreach (var line in Fold(string.Join(' ', paragraph.Select(l => l.Trim())), width))
        {
            console.MarkupLine(first.Safe() + (isPlain ? line.Safe() : Styled(line)));
            first = new string(' ', hanging);
        }
        paragraph.Clear();
    }

    private static IEnumerable<string> Fold(string text, int width)
    {
        var line = "";
        // What stands between backquotes is one word, so that no code is torn apart.
        foreach (Match word in Word().Matches(text))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line += line.Length == 0 ? word.Value : $" {word.Value}";
        }
        yield return line;
    }

    // An emphasis that a fold has torn apart keeps its stars: rare, and still readable.
    private static string Styled(string line) =>
        Emphasis()
            .Replace(
                Code().Replace(line.Safe(), "[aqua]$1[/]"),
                m => m.Groups["strong"].Success ? $"[bold]{m.Groups["strong"]}[/]" : $"[italic]{m.Groups["weak"]}[/]"
            );

    [GeneratedRegex(@"^\s*([-*]|\d+\.)\s+")]
    private static partial Regex Item();

    [GeneratedRegex(@"(`[^`]*`|[^\s`])+")]
    private static partial Regex Word();

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\*\*(?<strong>[^*\s](?:[^*]*[^*\s])?)\*\*|(?<![\w*])\*(?<weak>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])"
    )]
    private static partial Regex Emphasis();
}
