using ConcurrencyKatas.Strength.Detection;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>What was left to chance, for a terminal.</summary>
public static class DetectionSummary
{
    /// <summary>Its text: each impostor, each kata, and what is to be remembered.</summary>
    public static string Of(IReadOnlyList<KataDetection> all) =>
        string.Join(
            "\n\n",
            [
                .. all.Select(detection => $"{detection.Kata}\n\n{DetectionTables.Of(detection).ToText()}"),
                DetectionTables.Overview(all).ToText(),
                .. DetectionTables.Headline(all) is { } headline ? (string[])[headline] : [],
            ]
        );
}
