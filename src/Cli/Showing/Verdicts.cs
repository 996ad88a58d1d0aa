using System.Text.RegularExpressions;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>
/// Shortens verdict lines for the terminal: <c>PROVED (60 classes; this size, no crash injected)</c> becomes
/// <c>PROVED (60 classes)</c>, and what it assumes is said once, below.
/// </summary>
internal static partial class Verdicts
{
    /// <summary>The line without what it assumes.</summary>
    public static string Short(string verdict) => Assumptions().Replace(verdict, "(${found})");

    /// <summary>Whether the line, or one of the lines in it, tells of schedules that nobody has tried.</summary>
    public static bool IsPartial(string verdict) =>
        verdict.Contains("SAMPLED", StringComparison.Ordinal) || verdict.Contains("BOUNDED", StringComparison.Ordinal);

    /// <summary>What the lines assume, each thing once; null when they assume nothing.</summary>
    public static string? AssumedBy(IEnumerable<string> verdicts)
    {
        var assumed = verdicts
            .SelectMany(v => Assumptions().Matches(v))
            .SelectMany(m => m.Groups["assumed"].Value.Split(", "))
            .Distinct()
            .ToList();
        return assumed.Count == 0 ? null : string.Join(", ", assumed);
    }

    [GeneratedRegex(@"\((?<found>[^;()]*);\s*(?<assumed>[^()]*)\)")]
    private static partial Regex Assumptions();
}
