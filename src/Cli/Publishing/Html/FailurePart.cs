using System.Globalization;
using System.Xml.Linq;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>A claim that does not hold: the sentence, the run in lanes, who waits for whom, the source, the replay line.</summary>
internal static class FailurePart
{
    /// <param name="claim">The claim.</param>
    /// <param name="id">Unique in the page.</param>
    /// <param name="sameAs">The claim above whose run is the same; null when the run is to be drawn.</param>
    /// <param name="options">For the replay line.</param>
    public static XElement Of(ClaimReport claim, string id, string? sameAs, PublishingOptions options) =>
        new(
            "article",
            Parts.Class("failure"),
            new XElement("h3", Parts.Sign(claim.Status), claim.Claim),
            claim.Evidence is { } evidence
                ? Shown(evidence, id, sameAs, options)
                : [new XElement("p", claim.Reason ?? "The grader gave no evidence.")]
        );

    private static XElement?[] Shown(Evidence evidence, string id, string? sameAs, PublishingOptions options) =>
        [
            new XElement(
                "p",
                Parts.Class("sentence"),
                evidence.Diagnosis is null ? Pattern(evidence) : null,
                evidence.Sentence
            ),
            // The name stands before the sentence that explains it.
            evidence.Diagnosis
                is { } diagnosis
                ? new XElement("p", Parts.Class("sentence"), Pattern(evidence), diagnosis)
                : null,
            .. sameAs is { } above
                ? [new XElement("p", Parts.Class("same"), $"In the same run as “{above}”, drawn above.")]
                : Drawn(evidence, id),
            Replay(evidence, options),
        ];

    private static XElement? Pattern(Evidence evidence) =>
        evidence.Pattern is { } pattern ? new XElement("span", Parts.Class("pattern"), pattern) : null;

    private static XElement?[] Drawn(Evidence evidence, string id) =>
        [
            Lanes.Draw(evidence, id) ?? Text(evidence.Trace),
            WaitGraphPart.Draw(evidence, id),
            Code(evidence),
            string.IsNullOrWhiteSpace(evidence.Output) ? null : Folded("It printed", Text(evidence.Output)!),
        ];

    private static XElement? Replay(Evidence evidence, PublishingOptions options) =>
        evidence.Token is { } token
            ? new XElement(
                "div",
                Parts.Class("replay"),
                new XElement("p", "See it again:"),
                new XElement(
                    "div",
                    new XElement("code", options.Replay(token)),
                    // Shown by the script: without it there is nothing that could copy.
                    new XElement(
                        "button",
                        new XAttribute("type", "button"),
                        new XAttribute("hidden", "hidden"),
                        new XAttribute("data-copy", options.Replay(token)),
                        "Copy"
                    )
                )
            )
            : null;

    private static XElement? Code(Evidence evidence)
    {
        if (evidence.Code.Count == 0)
        {
            return null;
        }
        var named = evidence.Steps.Select(s => s.Source).Concat(evidence.Waits.Select(w => w.Source)).ToHashSet();
        List<XElement> lines = [];
        CodeLine? before = null;
        foreach (var line in evidence.Code)
        {
            if (before is not null && (before.File != line.File || before.Line + 1 != line.Line))
            {
                lines.Add(new XElement("tr", Parts.Class("gap"), Cell("⋯"), Cell(null)));
            }
            before = line;
            var number = line.Line.ToString(CultureInfo.InvariantCulture);
            var names =
                line.File == evidence.File && line.Line == evidence.Line ? "here"
                : named.Contains($"{line.File}:{number}") ? "named"
                : "near";
            lines.Add(new XElement("tr", Parts.Class(names), Cell(number), Cell(line.Text)));
        }
        var files = string.Join(", ", evidence.Code.Select(l => l.File).Distinct());
        return Folded(
            $"The lines of {files} that ran",
            new XElement("div", Parts.Class("scroll code"), new XElement("table", new XElement("tbody", lines)))
        );
    }

    private static XElement Cell(string? text) => new("td", text);

    private static XElement Folded(string title, XElement content) =>
        new("details", new XElement("summary", title), content);

    private static XElement? Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new XElement("pre", new XAttribute("tabindex", "0"), text.TrimEnd());
}
