using System.Diagnostics;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Jobs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Progress that a person watches: one line per kata under way, redrawn in place, erased at the end.</summary>
internal sealed class LiveProgress(int of) : IProgressDisplay
{
    private static readonly string[] s_spinner = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

    private readonly Dictionary<(string Label, string Kata), ProgressLine> _current = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private LiveDisplayContext? _context;
    private int _done;

    /// <summary>Shows the display while the work is done.</summary>
    public static async Task<T> WatchAsync<T>(IAnsiConsole console, int of, Func<IProgressDisplay, Task<T>> work)
    {
        var progress = new LiveProgress(of);
        return await console
            .Live(progress.Draw())
            .AutoClear(true)
            .StartAsync(async context =>
            {
                progress._context = context;
                return await work(progress);
            });
    }

    public void Advance(ProgressLine line) => _current[(line.Label, line.Kata)] = line;

    public void Finish(FinishedKata kata)
    {
        _done++;
        _current.Remove((kata.Label, kata.Report.Kata));
    }

    public void Tick() => _context?.UpdateTarget(Draw());

    private Rows Draw()
    {
        var turn = s_spinner[(int)(_watch.ElapsedMilliseconds / 80) % s_spinner.Length];
        List<IRenderable> lines = [];
        foreach (var line in _current.Values)
        {
            var share = line.Of is { } total and > 0
                ? $" [grey]{Bar.Draw(Math.Min(line.Done, total), total, 12)}[/]"
                : "";
            lines.Add(new Markup($"[aqua]{turn}[/] {line.Kata.Safe()}  {line.Describe().Safe()}{share}"));
        }
        if (of > 1 || lines.Count == 0)
        {
            lines.Add(new Markup($"[grey]{turn} {_done} of {of} finished{Left()}[/]"));
        }
        return new Rows(lines);
    }

    // Worth saying only for long jobs, once there is something to judge by.
    private string Left()
    {
        if (_done < 3 || _done >= of)
        {
            return "";
        }
        var seconds = _watch.Elapsed.TotalSeconds / _done * (of - _done);
        return seconds < 90
            ? $", about {Math.Ceiling(seconds)} s left"
            : $", about {Math.Ceiling(seconds / 60)} min left";
    }
}
