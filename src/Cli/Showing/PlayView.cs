using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Playing;
using ConcurrencyKatas.Grading.Playing;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Shows positions to whoever plays.</summary>
/// <param name="console">Where.</param>
/// <param name="kata">What is played.</param>
/// <param name="submission">What <c>replay</c> needs to be told; null when it is the student's own <c>katas/</c>.</param>
/// <param name="live">Whether a person looks at a window: each position then has it for itself.</param>
internal sealed class PlayView(IAnsiConsole console, Kata kata, string? submission, bool live)
{
    private const int Indent = 2;
    private const int NarrowestDrawing = 60;
    private const int WidestDrawing = 140;

    // Lines that everything but the drawing needs, and what the drawing gets at least and at most.
    private const int Others = 20;
    private const int ShortestDrawing = 10;
    private const int LongestDrawing = 60;

    private readonly PlayTable _table = new(console, Indent);
    private PlayOpening? _opening;
    private bool _isFirst = true;
    private (int Steps, int Choices) _shown;

    /// <summary>Letters in a line of the drawn run.</summary>
    public int DrawingWidth => Math.Clamp(console.Profile.Width - Indent - 1, NarrowestDrawing, WidestDrawing);

    /// <summary>Lines of the drawn run at most.</summary>
    public int DrawingLines =>
        live ? Math.Clamp(console.Profile.Height - Others, ShortestDrawing, LongestDrawing) : LongestDrawing;

    /// <summary>Says that it takes a moment.</summary>
    public void Begin()
    {
        if (live)
        {
            console.MarkupLine($"[grey]{kata.Name.Safe()} is compiled and started …[/]");
        }
    }

    /// <summary>Says what is played.</summary>
    public void Open(PlayOpening opening)
    {
        _opening = opening;
        if (!live)
        {
            WriteTitle();
            WriteKeys();
        }
    }

    /// <summary>Shows a position.</summary>
    public void Show(PlayPosition position)
    {
        var isNew = _isFirst || _shown != (position.Steps, position.Choices);
        _shown = (position.Steps, position.Choices);
        if (live)
        {
            console.Clear();
            WriteTitle();
        }
        // In a pipe nothing is said twice.
        if (live || isNew || position.Remark is null)
        {
            WritePosition(position);
        }
        if (position.Remark is { } remark)
        {
            console.WriteLine();
            console.WriteIndented($"[yellow]{remark.Safe()}[/]", Indent);
        }
        if (live)
        {
            WriteKeys();
        }
        _isFirst = false;
    }

    /// <summary>Repeats what was typed, where that is not seen otherwise.</summary>
    public void Echo(string word)
    {
        if (!live)
        {
            console.WriteLine();
            console.WriteDrawing($"> {word}");
        }
    }

    /// <summary>Says what can be typed, and what this is about.</summary>
    /// <param name="position">The position.</param>
    /// <param name="unknown">What was typed and means nothing; null when somebody asked.</param>
    public void Help(PlayPosition position, string? unknown)
    {
        console.WriteLine();
        if (unknown is not null)
        {
            console.WriteIndented(
                $"[yellow]'{unknown.Safe()}' moves nobody and means nothing here.[/] ? says more.",
                Indent
            );
            return;
        }
        string[] lines =
        [
            "Your program stands still, each process right before its next operation. You say which one performs it. Where "
                + "only one could go on it does so by itself.",
            "Time is not real here: a sleep may be over at any moment, and a time-out comes only when nothing else can happen.",
            .. position.Goals.Count == 0 ? [] : (string[])["The aim: an order in which one of the claims breaks."],
        ];
        foreach (var line in lines)
        {
            console.WriteIndented(line.Safe(), Indent);
        }
        if (_opening is { Unplayable: { Count: > 0 } unplayable } opening)
        {
            console.WriteIndented(
                $"[grey]No single run of {opening.Size.Safe()} can break: {string.Join("; ", unplayable).Safe()}.[/]",
                Indent
            );
        }
        if (!live)
        {
            WriteKeys();
        }
    }

    private void WritePosition(PlayPosition position)
    {
        WriteRun(position);
        _table.Write(position.Objects);
        _table.Write(position.Actors);
        WriteGoals(position);
        WriteNews(position);
    }

    private void WriteTitle()
    {
        var untouched = _opening is { IsUntouched: true } ? ", as it was handed out" : "";
        console.MarkupLine(
            $"[bold]{kata.Name.Safe()}[/]  {kata.Title.Safe()}  [grey]{(_opening?.Size).Safe()}{untouched}[/]"
        );
    }

    private void WriteRun(PlayPosition position)
    {
        if (position.Steps > 0)
        {
            console.WriteLine();
            console.WriteDrawing(position.Trace, Indent);
        }
        if (position.Ending is { } ending)
        {
            console.WriteLine();
            console.WriteIndented($"[bold]{ending.Safe()}[/]{NothingChosen(position)}", Indent);
        }
    }

    // A person sees all of them all the time; in a pipe what still holds is said once.
    private void WriteGoals(PlayPosition position)
    {
        if (position.Goals.Count == 0)
        {
            return;
        }
        if (live || _isFirst || position.Goals.Any(goal => goal.Broken is not null))
        {
            console.WriteLine();
        }
        if (live || _isFirst)
        {
            console.WriteDrawing("Break one of these claims:", Indent);
        }
        foreach (var goal in position.Goals)
        {
            if (goal.Broken is { } sentence)
            {
                console.WriteIndented($"[red bold]✗ {goal.Claim.Safe()}[/]", Indent);
                console.WriteIndented(sentence.Safe(), Indent * 2);
            }
            else if (live || _isFirst)
            {
                console.WriteIndented($"[grey]· {goal.Claim.Safe()}[/]", Indent);
            }
        }
    }

    private void WriteNews(PlayPosition position)
    {
        if (position.Evidence is { } evidence)
        {
            console.WriteLine();
            console.WriteIndented(
                HadNoChoice(position) ? "It breaks by itself." : "[green bold]You broke it.[/]",
                Indent
            );
            EvidenceView.Write(console, evidence with { Trace = null });
            if (evidence.Token is { } token)
            {
                console.WriteIndented("[grey]See it again:[/]", Indent);
                console.WriteDrawing(ReplayLine.Of(token, submission), Indent * 2);
            }
        }
        else if (position.IsOver && position.Goals.All(goal => goal.Broken is null))
        {
            console.WriteLine();
            console.WriteIndented("Nothing is broken. Take something back, or begin again.", Indent);
        }
    }

    // A student may well play a stub that is still to be written.
    private string NothingChosen(PlayPosition position) =>
        !HadNoChoice(position) ? ""
        : _opening is { IsUntouched: true }
            ? " There was nothing to choose: as it was handed out, it never has two processes that could both go on. Write it first."
        : " There was nothing to choose: there never were two processes that could both go on.";

    private static bool HadNoChoice(PlayPosition position) => position is { IsOver: true, Choices: 0 };

    private void WriteKeys()
    {
        console.WriteLine();
        console.WriteIndented(
            "[grey]the key in front of a process moves it · "
                + (live ? "space the same again" : "+ the same again")
                + " · u undo · a all go on in turn · r restart · ? help · q quit[/]",
            Indent
        );
    }
}
