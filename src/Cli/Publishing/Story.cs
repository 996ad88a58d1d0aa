using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>A failing run as plain text.</summary>
internal static class Story
{
    /// <summary>The sentence, the drawn run, who waits for whom, and the line that shows it again.</summary>
    public static string Of(Evidence evidence, PublishingOptions options)
    {
        string?[] parts =
        [
            evidence.Sentence,
            evidence.Trace,
            evidence.WaitForGraph,
            evidence.Token is { } token ? options.Replay(token) : null,
        ];
        return string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.TrimEnd()));
    }
}
