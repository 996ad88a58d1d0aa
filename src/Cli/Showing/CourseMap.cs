using ConcurrencyKatas.Cli.Course;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>
/// The course as a map: its tracks, the numbers of its katas in the order of the course, what each comes after, and how
/// far the student is. One line per kata, which shows more where the window is wider.
/// </summary>
internal sealed class CourseMap(IAnsiConsole console, Standing standing)
{
    private const int Stars = 5;
    private const int Gap = 2;
    private const int NarrowestTitle = 12;

    /// <summary>Draws the whole map.</summary>
    public void Write()
    {
        WriteSummary();
        foreach (var track in standing.Catalogue.Katas.GroupBy(k => k.Track))
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{track.Key.Safe()}[/]");
            foreach (var kata in track)
            {
                WriteKata(kata);
            }
        }
        console.WriteLine();
        console.MarkupLine($"[grey]{CourseWords.Legend}[/]");
        console.MarkupLine(
            standing.Next is { } next
                ? $"Next is {standing.Number(next)}, [bold]{next.Name.Safe()}[/]: ./kata next"
                : "[green bold]Every kata is passed.[/]"
        );
    }

    /// <summary>One line: how much of the course is done.</summary>
    public void WriteSummary()
    {
        var count = standing.Catalogue.Katas.Count;
        console.MarkupLine(
            $"[green]{Bar.Draw(standing.Passed, count, 20)}[/]  {standing.Passed} of {Words.Count(count, "kata")} passed"
                + $"   {Words.Count(standing.Points, "point")}"
        );
    }

    /// <summary>Signs and names only, as many to a line as fit.</summary>
    public void WriteSigns()
    {
        var room = 0;
        foreach (var kata in standing.Catalogue.Katas)
        {
            var length = kata.Name.Length + 2 + Gap;
            if (room < length)
            {
                if (room != 0)
                {
                    console.WriteLine();
                }
                room = console.Profile.Width - 1;
            }
            room -= length;
            var state = standing[kata];
            var sign = kata == standing.Next ? "▶" : CourseWords.Sign(state);
            console.Markup($"[{CourseWords.Colour(state)}]{sign} {kata.Name.Safe()}[/]  ");
        }
        console.WriteLine();
    }

    private void WriteKata(Kata kata)
    {
        var katas = standing.Catalogue.Katas;
        var state = standing[kata];
        var progress = standing.Of(kata);
        var colour = CourseWords.Colour(state);
        var number = $"{standing.Number(kata)}".PadLeft($"{katas.Count}".Length);
        var name = Cells.Fit(kata.Name, katas.Max(k => k.Name.Length));
        var word = Cells.Fit(
            CourseWords.Of(state, progress),
            katas.Max(k => CourseWords.Of(standing[k], standing.Of(k)).Length)
        );
        var points = CourseWords
            .Points(state, progress)
            .PadLeft(katas.Max(k => CourseWords.Points(standing[k], standing.Of(k)).Length));
        var arrow = kata == standing.Next ? "▶" : " ";
        var line =
            $"{arrow} [{colour}]{CourseWords.Sign(state)}[/] {number}  [bold]{name.Safe()}[/]  "
            + $"[yellow]{CourseWords.Stars(kata).PadRight(Stars)}[/]  [{colour}]{word.Safe()}[/]  {points}";
        console.MarkupLine(line + Rest(kata, room: console.Profile.Width - 1 - Markup.Remove(line).Length));
    }

    // What there is room for, alike in every line: the title, what the kata comes after, what it teaches.
    private string Rest(Kata kata, int room)
    {
        var katas = standing.Catalogue.Katas;
        var after = After(kata).PadRight(katas.Max(k => After(k).Length));
        var titles = Math.Min(katas.Max(k => k.Title.Length), room - (2 * Gap) - after.Length);
        if (titles < NarrowestTitle)
        {
            return room < after.Length + Gap ? "" : $"  [grey]{after.TrimEnd()}[/]";
        }
        var rest = $"  {Cells.Fit(kata.Title, titles).Safe()}  [grey]{after}[/]";
        var left = room - titles - after.Length - (3 * Gap);
        return left < 2 * NarrowestTitle
            ? rest
            : $"{rest}  [grey]{Cells.Fit(string.Join("; ", kata.Teaches), left).TrimEnd().Safe()}[/]";
    }

    private string After(Kata kata)
    {
        var numbers = standing.Catalogue.Katas.Where(k => kata.After.Contains(k.Name)).Select(standing.Number);
        var text = string.Join(", ", numbers);
        return text.Length == 0 ? "" : $"after {text}";
    }
}
