using System.Text.Json;
using ConcurrencyKatas.Grading;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>Reads what was appended to a progress file since the last look.</summary>
internal sealed class ProgressTail(string path)
{
    private readonly LineTail _lines = new(path);

    /// <summary>The whole lines since the last call. Lines that are not progress are passed over.</summary>
    public IReadOnlyList<ProgressLine> ReadNew() => [.. _lines.ReadNew().Select(Parse).OfType<ProgressLine>()];

    // Progress is only ever shown; a line that cannot be read costs nobody a verdict.
    private static ProgressLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, GradingJson.Line.ProgressLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
