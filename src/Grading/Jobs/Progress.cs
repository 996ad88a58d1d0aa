using System.Text.Json;

namespace ConcurrencyKatas.Grading.Jobs;

/// <summary>Appends lines to <c>progress.ndjson</c> for whoever watches a grading.</summary>
public sealed class Progress(string? results)
{
    // One for all: whoever grades beside us in this process writes to the same file, and what is appended at once overlaps.
    private static readonly System.Threading.Lock s_gate = new();
    private readonly string? _path = results is null ? null : Path.Combine(results, "progress.ndjson");

    /// <summary>Reports one step of the work.</summary>
    /// <param name="label">The submission.</param>
    /// <param name="kata">The kata.</param>
    /// <param name="configuration">The size's name, or null.</param>
    /// <param name="phase"><c>compile</c>, <c>portfolio</c>, <c>proof</c>, <c>probe</c>, <c>real</c>, <c>confirm</c> or <c>claim</c>.</param>
    /// <param name="done">How much of it is done.</param>
    /// <param name="of">Out of how much; null when unknown.</param>
    /// <param name="text">A few words, or null.</param>
    public void Report(
        string label,
        string kata,
        string? configuration,
        string phase,
        int done,
        int? of,
        string? text = null
    )
    {
        if (_path is null)
        {
            return;
        }
        var line = new ProgressLine
        {
            Label = label,
            Kata = kata,
            Configuration = configuration,
            Phase = phase,
            Done = done,
            Of = of,
            Text = text,
        };
        lock (s_gate)
        {
            File.AppendAllText(_path, JsonSerializer.Serialize(line, GradingJson.Line.ProgressLine) + "\n");
        }
    }
}
