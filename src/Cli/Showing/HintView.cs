using ConcurrencyKatas.Cli.Course;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Shows hints one level at a time, and remembers how far that has come.</summary>
internal static class HintView
{
    /// <summary>Shows the next level; after the last one, the last one again.</summary>
    public static void WriteNext(IAnsiConsole console, Repository repository, Kata kata)
    {
        var shown = ProgressStore.Load(repository).GetValueOrDefault(kata.Name)?.Hints ?? 0;
        Write(console, repository, kata, shown + 1);
    }

    /// <summary>Shows one level.</summary>
    /// <param name="console">Where.</param>
    /// <param name="repository">The repository.</param>
    /// <param name="kata">Whose hints.</param>
    /// <param name="level">From 1; above the last it is the last.</param>
    public static void Write(IAnsiConsole console, Repository repository, Kata kata, int level)
    {
        var hints = Hints.Of(repository, kata);
        var at = Math.Clamp(level, 1, hints.Count);
        WriteOne(console, kata, hints, at);
        console.WriteLine();
        console.MarkupLine(
            at < hints.Count
                ? $"[grey]{Words.Count(hints.Count - at, "more hint")}: ./kata hint {kata.Name.Safe()}[/]"
                : $"[grey]That is the last of {Words.Count(hints.Count, "hint")}. All of them: ./kata hint {kata.Name.Safe()} --all[/]"
        );
        Remember(repository, kata, at);
    }

    /// <summary>Shows all levels.</summary>
    public static void WriteAll(IAnsiConsole console, Repository repository, Kata kata)
    {
        var hints = Hints.Of(repository, kata);
        for (var at = 1; at <= hints.Count; at++)
        {
            if (at > 1)
            {
                console.WriteLine();
            }
            WriteOne(console, kata, hints, at);
        }
        Remember(repository, kata, hints.Count);
    }

    private static void WriteOne(IAnsiConsole console, Kata kata, IReadOnlyList<string> hints, int at)
    {
        console.MarkupLine($"[bold]{kata.Name.Safe()}[/]  hint {at} of {hints.Count}");
        console.WriteLine();
        Prose.Write(console, hints[at - 1]);
    }

    private static void Remember(Repository repository, Kata kata, int level) =>
        ProgressStore.Change(repository, kata, p => p with { Hints = Math.Max(p.Hints, level) });
}
