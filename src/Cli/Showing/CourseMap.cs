using ConcurrencyKatas.Cli.Course;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>
/// The course as a map: its tracks, the numbers of its katas in the order of the course, what each comes after, and how
/// far the student is. One line per kata, which shows more where the window is wider.
/// </summary>
internal sealed class CourseMap(IAnsiConsole console, Standing standing)
{
    private const int Gap = 2;
    private const int NarrowestTitle = 12;

    private readonly IReadOnlyList<Row> _rows = [.. standing.Catalogue.Katas.Select(k => RowOf(k, standing))];

    /// <summary>Draws the whole map.</summary>
    public void Write()
    {
        WriteSummary();
        foreach (var track in _rows.GroupBy(r => r.Kata.Track))
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{track.Key.Safe()}[/]");
            foreach (var row in track)
            {
                WriteKata(row);
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

    private void WriteKata(Row row)
    {
        var colour = CourseWords.Colour(row.State);
        var arrow = row.Kata == standing.Next ? "▶" : " ";
        var line =
            $"{arrow} [{colour}]{CourseWords.Sign(row.State)}[/] {row.Number.PadLeft(Widest(r => r.Number))}  "
            + $"[bold]{row.Kata.Name.PadRight(Widest(r => r.Kata.Name)).Safe()}[/]  "
            + $"[yellow]{CourseWords.Stars(row.Kata).PadRight(CourseWords.MostStars)}[/]  "
            + $"[{colour}]{row.Word.PadRight(Widest(r => r.Word)).Safe()}[/]  {row.Points.PadLeft(Widest(r => r.Points))}";
        console.MarkupLine(line + Rest(row, room: console.Profile.Width - 1 - Markup.Remove(line).Length));
    }

    // What there is room for, alike in every line: the title, what the kata comes after, what it teaches.
    private string Rest(Row row, int room)
    {
        var after = row.After.PadRight(Widest(r => r.After));
        var titles = Math.Min(Widest(r => r.Kata.Title), room - (2 * Gap) - after.Length);
        if (titles < NarrowestTitle)
        {
            return room < after.Length + Gap ? "" : $"  [grey]{after.TrimEnd()}[/]";
        }
        var rest = $"  {Cells.Fit(row.Kata.Title, titles).Safe()}  [grey]{after}[/]";
        var left = room - titles - after.Length - (3 * Gap);
        return left < 2 * NarrowestTitle
            ? rest
            : $"{rest}  [grey]{Cells.Fit(string.Join("; ", row.Kata.Teaches), left).TrimEnd().Safe()}[/]";
    }

    private int Widest(Func<Row, string> cell) => _rows.Max(r => cell(r).Length);

    private static Row RowOf(Kata kata, Standing standing) =>
        new(
            kata,
            standing[kata],
            $"{standing.Number(kata)}",
            CourseWords.Of(standing[kata], standing.Of(kata)),
            CourseWords.Points(standing[kata], standing.Of(kata)),
            After(kata, standing)
        );

    private static string After(Kata kata, Standing standing)
    {
        var numbers = standing.Catalogue.Katas.Where(k => kata.After.Contains(k.Name)).Select(standing.Number);
        var text = string.Join(", ", numbers);
        return text.Length == 0 ? "" : $"after {text}";
    }

    /// <summary>The cells of one kata's line.</summary>
    private sealed record Row(Kata Kata, KataState State, string Number, string Word, string Points, string After);
}
