using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;
using Spectre.Console;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>Progress where nobody watches: one line per finished kata, on the error stream.</summary>
internal sealed class PlainProgress(IAnsiConsole errors, int of) : IProgressDisplay
{
    private int _done;

    public void Advance(ProgressLine line) { }

    public void Finish(FinishedKata kata)
    {
        _done++;
        errors.WriteDrawing($"[{_done}/{of}] {kata.Report.Kata} of {kata.Label}: {Words.Of(kata.Report.Status)}");
    }

    public void Tick() { }
}
