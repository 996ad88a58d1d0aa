using ConcurrencyKatas.Cli.Course;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Introduces the kata to do next: how its story begins, and where to begin.</summary>
internal static class NextView
{
    public static void Write(IAnsiConsole console, Repository repository, Standing standing)
    {
        if (standing.Next is not { } kata)
        {
            console.MarkupLine(
                $"[green bold]Every kata is passed:[/] {Words.Count(standing.Catalogue.Katas.Count, "kata")}, "
                    + $"{Words.Count(standing.Points, "point")}."
            );
            return;
        }
        var state = standing[kata];
        console.MarkupLine(
            $"[bold]{kata.Name.Safe()}[/]  {kata.Title.Safe()}  [yellow]{CourseWords.Stars(kata)}[/]  "
                + $"[grey]{standing.Number(kata)} of {standing.Catalogue.Katas.Count}, {kata.Track.Safe()}[/]"
        );
        if (Opening(kata) is { } opening)
        {
            console.WriteLine();
            Prose.Write(console, opening);
        }
        console.WriteLine();
        (string Label, string Text)[] lines =
        [
            ("It teaches", string.Join("; ", kata.Teaches)),
            ("Read", repository.Relative(kata.FullPath("README.md"))),
            ("Edit", string.Join(", ", kata.Edit.Select(f => repository.Relative(kata.FullPath(f))))),
            (
                "So far",
                state == KataState.Started
                    ? $"{CourseWords.Of(state, standing.Of(kata))}, {CourseWords.Points(state, standing.Of(kata))} points"
                    : CourseWords.Of(state, standing.Of(kata))
            ),
            ("Then", $"./kata watch {kata.Name}   (or ./kata test {kata.Name})"),
            ("Stuck?", $"./kata hint {kata.Name}"),
        ];
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn();
        foreach (var (label, text) in lines)
        {
            grid.AddRow($"[grey]{label}[/]", text.Safe());
        }
        console.Write(grid);
    }

    // The first paragraph of the story.
    private static string? Opening(Kata kata)
    {
        var file = kata.FullPath("README.md");
        if (!File.Exists(file))
        {
            return null;
        }
        var story = Sections.Of(file).FirstOrDefault(s => s.Heading == "Story").Body;
        return story?.ReplaceLineEndings("\n").Split("\n\n")[0];
    }
}
