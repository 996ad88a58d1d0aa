using System.Globalization;
using System.Xml.Linq;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>Small pieces of the page that several of its parts use.</summary>
internal static class Parts
{
    public static XAttribute Class(string names) => new("class", names);

    /// <summary>What a link to a kata goes to.</summary>
    public static string Id(int kata) => string.Create(CultureInfo.InvariantCulture, $"kata-{kata + 1}");

    /// <summary>The status as a sign with its word, in its colour.</summary>
    public static XElement Status(KataStatus status) =>
        new(
            "span",
            Class($"status {Tone(status)}"),
            new XElement("span", new XAttribute("aria-hidden", "true"), Totals.Sign(status)),
            $" {Words.Of(status)}"
        );

    /// <summary>The sign of a claim, and its word for those who do not see it.</summary>
    public static XElement Sign(ClaimStatus status) =>
        new(
            "span",
            Class($"sign {Tone(status)}"),
            new XElement("span", new XAttribute("aria-hidden", "true"), Words.Sign(status)),
            new XElement(
                "span",
                Class("aside"),
                status switch
                {
                    ClaimStatus.Passed => "passed: ",
                    ClaimStatus.Failed => "failed: ",
                    ClaimStatus.NotShown => "not shown: ",
                    ClaimStatus.Skipped => "skipped: ",
                    _ => "could not be graded: ",
                }
            )
        );

    /// <summary>A bar, as a drawing: the page's policy allows no styles of single elements.</summary>
    public static XElement Bar(int points, int maxPoints) =>
        new(
            "svg",
            Class("bar"),
            new XAttribute("aria-hidden", "true"),
            new XAttribute("viewBox", "0 0 100 4"),
            new XAttribute("preserveAspectRatio", "none"),
            Rectangle("whole", 100),
            Rectangle("part", maxPoints == 0 ? 0 : 100.0 * points / maxPoints)
        );

    /// <summary>A colour by its meaning.</summary>
    public static string Tone(ClaimStatus status) =>
        status switch
        {
            ClaimStatus.Passed => "good",
            ClaimStatus.Failed => "bad",
            ClaimStatus.CouldNotGrade => "odd",
            _ => "idle",
        };

    private static string Tone(KataStatus status) =>
        status switch
        {
            KataStatus.Passed => "good",
            KataStatus.NotStarted => "idle",
            KataStatus.CouldNotGrade => "odd",
            _ => "bad",
        };

    private static XElement Rectangle(string name, double width) =>
        new(
            "rect",
            Class(name),
            new XAttribute("width", width.ToString("0.##", CultureInfo.InvariantCulture)),
            new XAttribute("height", "4")
        );
}
