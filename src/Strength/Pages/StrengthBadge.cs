using System.Globalization;

namespace ConcurrencyKatas.Strength.Pages;

/// <summary>A badge in the form that shields.io reads.</summary>
/// <param name="SchemaVersion">Always 1.</param>
/// <param name="Label">Its left side.</param>
/// <param name="Message">Its right side.</param>
/// <param name="Color">Of the right side.</param>
public sealed record StrengthBadge(int SchemaVersion, string Label, string Message, string Color)
{
    /// <summary>The badge of a report: how many of all mistakes are caught by a claim.</summary>
    public static StrengthBadge Of(StrengthReport report)
    {
        List<KindScore> scores = [.. report.Katas.SelectMany(k => k.Scores)];
        int killed = scores.Sum(s => s.Killed);
        int all = killed + scores.Sum(s => s.Timeouts + s.Survived + s.Errors);
        string message =
            all == 0
                ? "not measured"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Math.Floor(1000.0 * killed / all) / 10:0.0} % of {all} mistakes"
                );
        return new StrengthBadge(1, "hidden tests catch", message, all > 0 && killed == all ? "brightgreen" : "orange");
    }
}
