using System.Globalization;
using System.Xml.Linq;
using ConcurrencyKatas.Cli.Showing;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>
/// A run as a table: a row for each step, a lane for each actor. Where there is room the words stand in the lanes; on a
/// small screen or with many actors the lanes shrink to lines with dots, and the words stand beside them.
/// </summary>
internal static class Lanes
{
    // More lanes than these leave no room for words in them on any screen.
    private const int Roomy = 5;

    // With more than these, the words stand before the lanes: nobody scrolls past sixty lines to read them.
    private const int Crowd = 10;

    // A shorter run is shown with every step at once.
    private const int FoldAbove = 24;

    /// <summary>The drawing; null when the evidence has no steps.</summary>
    public static XElement? Draw(Evidence evidence, string id)
    {
        if (evidence.Steps.Count == 0)
        {
            return null;
        }
        var actors = evidence.Actors.Count > 0 ? evidence.Actors : Guess(evidence.Steps);
        var rows = LaneRow.Of(evidence, actors);
        var folded = rows.Count > FoldAbove ? rows.Count(r => r.IsMinor) : 0;
        return new XElement(
            "figure",
            Parts.Class($"run{(actors.Count <= Roomy ? " roomy" : "")}"),
            folded > 0 ? Toggle(id, folded) : null,
            new XElement(
                "div",
                Parts.Class("scroll"),
                new XAttribute("tabindex", "0"),
                new XAttribute("role", "region"),
                new XAttribute("aria-label", "the run, step by step"),
                new XElement(
                    "table",
                    Parts.Class($"lanes{(folded > 0 ? " folds" : "")}"),
                    new XElement("thead", Head(actors)),
                    new XElement("tbody", rows.Select(r => Row(r, actors)))
                )
            )
        );
    }

    // A tick box needs no script.
    private static XElement[] Toggle(string id, int folded) =>
        [
            new("input", new XAttribute("type", "checkbox"), Parts.Class("unfold"), new XAttribute("id", $"{id}-all")),
            new(
                "label",
                new XAttribute("for", $"{id}-all"),
                $"Show also {Showing.Words.Count(folded, "step")} that no other process could notice"
            ),
        ];

    private static XElement Head(IReadOnlyList<EvidenceActor> actors) =>
        new(
            "tr",
            Column("n", "step"),
            Ordered(
                actors.Count,
                actors.Select((a, i) => Column($"lane l{i % 8}", a.Name)),
                [Column("what", "what happens"), Column("src", "line")]
            )
        );

    private static IEnumerable<XElement> Ordered(int actors, IEnumerable<XElement> lanes, XElement[] words) =>
        actors > Crowd ? [.. words, .. lanes] : [.. lanes, .. words];

    private static XElement Column(string names, string title) =>
        new("th", new XAttribute("scope", "col"), Parts.Class(names), new XElement("span", title));

    private static XElement Row(LaneRow row, IReadOnlyList<EvidenceActor> actors) =>
        row.Remark is { } remark
            ? new XElement(
                "tr",
                Parts.Class("remark"),
                new XElement("td", new XAttribute("colspan", actors.Count + 3), remark)
            )
            : new XElement(
                "tr",
                Parts.Class(row.Classes),
                new XElement("td", Parts.Class("n"), row.Index?.ToString(CultureInfo.InvariantCulture)),
                Ordered(actors.Count, actors.Select((_, lane) => Cell(row, lane)), Words(row, actors))
            );

    private static XElement[] Words(LaneRow row, IReadOnlyList<EvidenceActor> actors) =>
        [
            new(
                "td",
                Parts.Class("what"),
                new XElement("b", Parts.Class($"l{row.Lane % 8}"), actors[row.Lane].Name),
                $" {row.What}",
                Flag(row),
                " ",
                row.Source is null ? null : new XElement("span", Parts.Class("at"), row.Source)
            ),
            new("td", Parts.Class("src"), row.Source),
        ];

    private static XElement Cell(LaneRow row, int lane) =>
        new(
            "td",
            Parts.Class($"lane l{lane % 8}{row.MarksOf(lane)}"),
            lane == row.Lane ? new XElement("span", Parts.Class("t"), row.What, Flag(row)) : null
        );

    private static XElement? Flag(LaneRow row) =>
        row.IsFaulty ? new XElement("strong", Parts.Class("flag"), " ◄ here the rule breaks") : null;

    // For reports that were written before actors were.
    private static IReadOnlyList<EvidenceActor> Guess(IReadOnlyList<EvidenceStep> steps) =>
        [.. steps.GroupBy(s => s.Actor).Select(g => new EvidenceActor(g.Key, g.First().Index, null))];
}
