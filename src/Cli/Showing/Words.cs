using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>The words and colours of statuses.</summary>
internal static class Words
{
    /// <summary><c>could not grade</c>.</summary>
    public static string Of(KataStatus status) =>
        status switch
        {
            KataStatus.Passed => "passed",
            KataStatus.Failed => "failed",
            KataStatus.NotStarted => "not started",
            KataStatus.DoesNotCompile => "does not compile",
            KataStatus.BreaksTheRules => "breaks the rules",
            KataStatus.CouldNotGrade => "could not grade",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a word."),
        };

    public static string Colour(KataStatus status) =>
        status switch
        {
            KataStatus.Passed => "green",
            KataStatus.NotStarted => "grey",
            KataStatus.CouldNotGrade => "yellow",
            _ => "red",
        };

    /// <summary>One character that stands for a claim's status.</summary>
    public static string Sign(ClaimStatus status) =>
        status switch
        {
            ClaimStatus.Passed => "✓",
            ClaimStatus.Failed => "✗",
            ClaimStatus.CouldNotGrade => "!",
            _ => "·",
        };

    public static string Colour(ClaimStatus status) =>
        status switch
        {
            ClaimStatus.Passed => "green",
            ClaimStatus.Failed => "red",
            ClaimStatus.CouldNotGrade => "yellow",
            _ => "grey",
        };

    /// <summary><c>1 kata</c>, <c>2 katas</c>.</summary>
    public static string Count(int number, string one, string? many = null) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{number:N0} {(number == 1 ? one : many ?? one + "s")}"
        );
}
