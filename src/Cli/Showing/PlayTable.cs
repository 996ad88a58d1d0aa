using ConcurrencyKatas.Cli.Playing;
using ConcurrencyKatas.Grading.Playing;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>The state of every primitive, and where everybody stands: a line each, however much there is to say.</summary>
internal sealed class PlayTable(IAnsiConsole console, int indent)
{
    /// <summary>Writes what was used so far.</summary>
    public void Write(IReadOnlyList<PlayObject> objects)
    {
        Gap(objects.Count);
        var names = Longest(objects.Select(o => o.Name));
        var kinds = Longest(objects.Select(o => o.Kind));
        foreach (var (name, kind, state) in objects)
        {
            WriteCut($"{name.PadRight(names)}  {kind.PadRight(kinds)}  {state}", "", isBright: true);
        }
    }

    /// <summary>Writes who may be chosen, and what the others wait for.</summary>
    public void Write(IReadOnlyList<PlayActor> actors)
    {
        Gap(actors.Count);
        var names = Longest(actors.Select(a => a.Name));
        foreach (var actor in actors)
        {
            var head = $"{(actor.MayMove ? '▶' : ' ')} {PlayInput.KeyOf(actor.Number)}  {actor.Name.PadRight(names)}  ";
            var source = actor.Source is { } at ? $"  {at}" : "";
            WriteCut(head + actor.What + source, actor.Code is { } code ? $"  {code}" : "", actor.MayMove);
        }
    }

    private void Gap(int lines)
    {
        if (lines > 0)
        {
            console.WriteLine();
        }
    }

    // The student's line is shown where there is room for it.
    private void WriteCut(string line, string aside, bool isBright)
    {
        var room = Math.Max(1, console.Profile.Width - indent - 1);
        line = line.Length <= room ? line : line[..(room - 1)] + "…";
        var rest = aside.Length <= room - line.Length ? aside : "";
        var text = isBright ? line.Safe() : $"[grey]{line.Safe()}[/]";
        console.MarkupLine($"{new string(' ', indent)}{text}[grey]{rest.Safe()}[/]");
    }

    private static int Longest(IEnumerable<string> texts) => texts.Select(text => text.Length).DefaultIfEmpty().Max();
}
