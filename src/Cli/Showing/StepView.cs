using ConcurrencyKatas.Grading.Reports;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>A run, one step after another: who does what on which line, and what the others did last.</summary>
internal sealed class StepView(IAnsiConsole console, IKeyboard keyboard, Evidence evidence)
{
    private const char Back = 'b';
    private const char Quit = 'q';

    /// <summary>
    /// Shows the first step and, at each key, the next one; <c>b</c> shows the one before, <c>q</c> ends. Where nobody sits at
    /// a keyboard all steps are shown at once.
    /// </summary>
    public async Task ShowAsync(CancellationToken cancellation)
    {
        if (evidence.Steps.Count == 0)
        {
            return;
        }
        var shown = 0;
        Write(shown);
        if (!keyboard.IsTerminal)
        {
            while (++shown < evidence.Steps.Count)
            {
                Write(shown);
            }
            return;
        }
        console.WriteIndented("[grey]any key: the next step · b: the one before · q: enough[/]", 2);
        await foreach (var key in keyboard.KeysAsync(cancellation))
        {
            shown += key == Back ? -1 : 1;
            if (key == Quit || shown == evidence.Steps.Count)
            {
                return;
            }
            Write(shown = Math.Max(0, shown));
        }
    }

    private void Write(int index)
    {
        var step = evidence.Steps[index];
        console.WriteLine();
        console.WriteDrawing($"step {step.Index}, {index + 1} of {evidence.Steps.Count}", 2);
        console.WriteDrawing($"▶ {step.Actor}  {step.What}{At(step)}{(step.Faulty ? " ◄" : "")}", 2);
        if (evidence.Code.FirstOrDefault(line => $"{line.File}:{line.Line}" == step.Source) is { } code)
        {
            console.WriteDrawing(code.Text.Trim(), 8);
        }
        for (var lane = 0; lane < evidence.Actors.Count; lane++)
        {
            var last = evidence.Steps.Take(index).LastOrDefault(other => other.Lane == lane);
            if (lane != step.Lane && last is not null && !(evidence.Actors[lane].To < step.Index))
            {
                console.WriteDrawing($"  {last.Actor}  last {last.What}{At(last)}", 2);
            }
        }
    }

    private static string At(EvidenceStep step) => step.Source is { } source ? $"  {source}" : "";
}
