using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>A failing run as plain text.</summary>
internal static class Story
{
    /// <summary>The sentence, the mistake behind it, the drawn run, who waits for whom, and the line that shows it again.</summary>
    public static string Of(Evidence evidence, PublishingOptions options)
    {
        string?[] parts =
        [
            evidence.Sentence,
            evidence.Diagnosis is { } diagnosis ? $"{evidence.Pattern}: {diagnosis}" : null,
            evidence.Trace,
            evidence.WaitForGraph,
            evidence.Token is { } token ? options.Replay(token) : null,
        ];
        return string.Join("\n\n", parts.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.TrimEnd()));
    }
}
