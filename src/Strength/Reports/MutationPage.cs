using System.Text.Json;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Strength.Reports;

/// <summary>
/// Shows a report of ours in the viewer that a page of Stryker's has in it: one file that needs no network. Nothing of the
/// viewer is kept in the repository.
/// </summary>
public static class MutationPage
{
    private const string Begin = "app.report = ";
    private const string End = "function updateTheme";

    private static readonly JsonSerializerOptions s_inScript = new(ReportJson.Options)
    {
        // No text of a report may end the script that it stands in.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default,
        WriteIndented = false,
    };

    /// <summary>The page.</summary>
    /// <param name="strykers">A page of Stryker's.</param>
    /// <param name="report">What is to be shown.</param>
    /// <returns>Null when the page is not of the form that is known.</returns>
    public static string? With(string strykers, MutationReport report)
    {
        int begin = strykers.LastIndexOf(Begin, StringComparison.Ordinal);
        int end = strykers.LastIndexOf(End, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? null
            : $"{strykers[..(begin + Begin.Length)]}{JsonSerializer.Serialize(report, s_inScript)};\n\n            {strykers[end..]}";
    }
}
