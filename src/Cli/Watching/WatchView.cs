using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Cli.Showing;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Watching;

/// <summary>What a watch shows: in a terminal one screen per grading, elsewhere one line after another.</summary>
internal sealed class WatchView(Surroundings here, bool hasKeys)
{
    private const string Keys = "n next · h hint · l list · r replay · q quit";

    /// <summary>Says what is watched.</summary>
    public void Begin(Kata? only, Standing standing)
    {
        var what = only is null
            ? "Watching katas/: save a file of a kata to have it graded."
            : $"Watching {only.Name}: save {string.Join(" or ", only.Edit.Select(f => here.Repository.Relative(only.FullPath(f))))} to have it graded.";
        here.Out.WriteDrawing(what);
        if (!hasKeys)
        {
            here.Out.WriteDrawing("Ends at the end of the input, or with Ctrl-C.");
        }
        if (only is null)
        {
            WriteFoot(standing);
        }
    }

    /// <summary>A grading or replay begins.</summary>
    public void Begin(WatchWork work)
    {
        if (here.IsTerminal && here.Out.Profile.Capabilities.Ansi)
        {
            // Not Clear, which takes the lines that were scrolled away with it.
            here.Out.Profile.Out.Writer.Write("\e[H\e[2J");
        }
        else
        {
            here.Out.WriteDrawing($"{work.Kata.Name}: {(work.IsReplay ? "replaying" : "grading")}…");
        }
    }

    /// <summary>A grading has ended.</summary>
    public void Graded(GradingResult result, Standing standing)
    {
        new TerminalReport(here.Out, !here.IsTerminal, focused: true).Write(result);
        WriteFoot(standing);
    }

    /// <summary>A replay has ended.</summary>
    public void Replayed(GradingResult result)
    {
        foreach (var (_, report) in result.Katas)
        {
            ReplayView.Write(here.Out, report);
        }
        WriteKeys();
    }

    /// <summary>Something was asked for with a key. What cannot be answered ends no watch.</summary>
    public void Answer(Action<IAnsiConsole> write)
    {
        here.Out.WriteLine();
        try
        {
            write(here.Out);
        }
        catch (UserError e)
        {
            here.Out.WriteDrawing(e.Message);
        }
        WriteKeys();
    }

    /// <summary>Which keys there are, where there are any.</summary>
    public void WriteKeys()
    {
        if (hasKeys)
        {
            here.Out.WriteLine();
            here.Out.MarkupLine($"[grey]{Keys}[/]");
        }
    }

    private void WriteFoot(Standing standing)
    {
        var map = new CourseMap(here.Out, standing);
        here.Out.WriteLine();
        map.WriteSummary();
        map.WriteSigns();
        WriteKeys();
    }
}
