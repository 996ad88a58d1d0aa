using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Ways of writing that every view needs.</summary>
internal static class ConsoleWriting
{
    // At the end of the line at which a claim broke.
    private const char Fault = '◄';

    /// <summary>Writes text as it is, line by line: a drawn trace must not be folded. The faulty step is red.</summary>
    public static void WriteDrawing(this IAnsiConsole console, string drawing, int indent = 0)
    {
        foreach (var line in drawing.TrimEnd().Split('\n'))
        {
            var text = line.TrimEnd();
            text = text.Length == 0 ? "" : new string(' ', indent) + text;
            if (text.EndsWith(Fault) && text.Length < console.Profile.Width)
            {
                console.Write(new Text(text + '\n', new Style(Color.Red)));
            }
            else
            {
                console.Profile.Out.Writer.WriteLine(text);
            }
        }
    }

    /// <summary>Writes markup that folds at the window's width, with every line indented.</summary>
    public static void WriteIndented(this IAnsiConsole console, string markup, int indent)
    {
        console.Write(new Padder(new Markup(markup), new Padding(indent, 0, 0, 0)));
    }

    /// <summary>Makes text safe inside markup.</summary>
    public static string Safe(this string? text) => Markup.Escape(text ?? "");
}
