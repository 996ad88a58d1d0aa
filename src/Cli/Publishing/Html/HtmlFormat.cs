using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>
/// One page that needs nothing else: its style and its script are in it, and its policy lets the browser load and run
/// nothing but those two. It says everything without its script.
/// </summary>
internal sealed class HtmlFormat : IReportFormat
{
    private static readonly string s_style = Resource("report.css");
    private static readonly string s_script = Resource("report.js");

    public string Name => "html";

    public string FileName => "report.html";

    public string Write(Report report, PublishingOptions options) =>
        $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            {Markup.WriteHtml(new XElement("title", $"{Totals.Title(report)} – ConcurrencyKatas"))}
            <style>{s_style}</style>
            </head>
            {Body(report, options)}
            <script>{s_script}</script>
            </html>
            """;

    /// <summary>The page without style and script.</summary>
    public static string Body(Report report, PublishingOptions options) =>
        Markup.WriteHtml(
            new XElement(
                "body",
                Head(report),
                new XElement("main", report.Katas.Select((k, i) => KataPart.Of(k, i, options))),
                Foot(report)
            )
        );

    /// <summary>Nothing is loaded, nothing is sent, and only the page's own style and script count.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(s_style)}'; script-src '{Hash(s_script)}'; "
        + "base-uri 'none'; form-action 'none'";

    private static XElement Head(Report report) =>
        new(
            "header",
            new XElement(
                "h1",
                Totals.HasNoScore(report)
                    ? [new XElement("strong", Totals.Title(report))]
                    :
                    [
                        new XElement("strong", $"{report.Points}"),
                        new XElement("span", $" of {Words.Count(report.MaxPoints, "point")}"),
                    ]
            ),
            Parts.Bar(report.Points, report.MaxPoints),
            new XElement("p", Parts.Class("counts"), $"{Totals.Below(report)}."),
            new XElement(
                "nav",
                new XAttribute("aria-label", "katas"),
                new XElement("ul", report.Katas.Select((k, i) => new XElement("li", Link(k, i))))
            )
        );

    private static XElement Link(KataReport kata, int index) =>
        new(
            "a",
            new XAttribute("href", $"#{Parts.Id(index)}"),
            Parts.Status(kata.Status),
            new XElement("span", Parts.Class("name"), kata.Kata),
            new XElement("span", Parts.Class("points"), $"{kata.Points}/{kata.MaxPoints}")
        );

    private static XElement Foot(Report report)
    {
        var isolation = string.Join(", ", report.Katas.Select(k => k.Isolation).Distinct());
        return new XElement(
            "footer",
            Totals.Meaning(report) is { } meaning ? new XElement("p", meaning) : null,
            isolation.Length > 0 ? new XElement("p", $"Isolation in force: {isolation}.") : null,
            new XElement("p", $"Made from report.json ({report.Format}).")
        );
    }

    private static string Hash(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlFormat).Assembly.GetManifestResourceStream(
            $"ConcurrencyKatas.Cli.Publishing.Html.{name}"
        )!;
        using var reader = new StreamReader(stream);
        return $"\n{reader.ReadToEnd().ReplaceLineEndings("\n").Trim()}\n";
    }
}
