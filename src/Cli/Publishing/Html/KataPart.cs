using System.Globalization;
using System.Xml.Linq;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>One kata of the page: its points, its claims, and each failure in full.</summary>
internal static class KataPart
{
    public static XElement Of(KataReport kata, int index, PublishingOptions options)
    {
        var id = Parts.Id(index);
        return new XElement(
            "section",
            Parts.Class("kata"),
            new XAttribute("id", id),
            new XAttribute("aria-labelledby", $"{id}-title"),
            new XElement(
                "div",
                Parts.Class("top"),
                new XElement("h2", new XAttribute("id", $"{id}-title"), kata.Title),
                new XElement("p", new XElement("code", kata.Kata), " ", Parts.Status(kata.Status)),
                new XElement("p", Parts.Class("points"), $"{kata.Points}/{kata.MaxPoints}")
            ),
            Totals.Reason(kata) is { } reason ? new XElement("p", Parts.Class("reason"), reason) : null,
            Diagnostics(kata),
            Explorations(kata),
            Claims(kata),
            Failures(kata, id, options)
        );
    }

    private static XElement? Diagnostics(KataReport kata) =>
        kata.Diagnostics.Count == 0
            ? null
            : new XElement(
                "ul",
                Parts.Class("diagnostics"),
                kata.Diagnostics.Select(d => new XElement(
                    "li",
                    new XElement("code", Totals.Place(d)),
                    new XElement("span", Parts.Class("rule"), $" {d.Id} "),
                    new XElement("span", d.Message)
                ))
            );

    private static XElement? Explorations(KataReport kata) =>
        kata.Explorations.Count == 0
            ? null
            : new XElement(
                "ul",
                Parts.Class("explorations"),
                kata.Explorations.Select(e => new XElement(
                    "li",
                    new XElement("span", $"{e.Configuration} "),
                    Verdict(Verdicts.Short(e.Verdict))
                ))
            );

    private static XElement? Claims(KataReport kata) =>
        kata.Claims.Count == 0
            ? null
            : new XElement(
                "ul",
                Parts.Class("claims"),
                kata.Claims.Select(c => new XElement(
                    "li",
                    Parts.Sign(c.Status),
                    new XElement("span", Parts.Class("claim"), c.Claim),
                    new XElement(
                        "span",
                        Parts.Class("points"),
                        string.Create(CultureInfo.InvariantCulture, $"{c.Points}/{c.MaxPoints}")
                    ),
                    Aside(kata, c)
                ))
            );

    private static XElement? Aside(KataReport kata, ClaimReport claim) =>
        claim switch
        {
            { Verdict: { } verdict } => new XElement("span", Parts.Class("why"), Verdict(Verdicts.Short(verdict))),
            // Told once, above.
            { Reason: { } reason } when reason != kata.Reason => new XElement("span", Parts.Class("why"), reason),
            _ => null,
        };

    // PROVED and the others are not the same; the first word carries the colour.
    private static XElement Verdict(string line) =>
        new("span", Parts.Class(Verdicts.IsPartial(line) ? "verdict sampled" : "verdict"), line);

    private static IEnumerable<XElement> Failures(KataReport kata, string id, PublishingOptions options)
    {
        Dictionary<string, string> drawn = [];
        var number = 0;
        foreach (var claim in kata.Claims.Where(c => c.Status == ClaimStatus.Failed))
        {
            number++;
            var same = claim.Evidence?.Trace is { } trace && !drawn.TryAdd(trace, claim.Claim) ? drawn[trace] : null;
            yield return FailurePart.Of(claim, $"{id}-{number}", same, options);
        }
    }
}
