using System.Globalization;
using System.Xml.Linq;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Publishing.Html;

/// <summary>Who waits for whom, as a drawing and in words: the circle, if there is one, stands out.</summary>
internal static class WaitGraphPart
{
    /// <summary>The figure; null when nobody waits.</summary>
    public static XElement? Draw(Evidence evidence, string id)
    {
        var graph = WaitGraphLayout.Of(evidence);
        if (graph is null)
        {
            return string.IsNullOrWhiteSpace(evidence.WaitForGraph)
                ? null
                : new XElement("figure", Parts.Class("waits"), Words(evidence));
        }
        return new XElement(
            "figure",
            Parts.Class("waits"),
            new XElement(
                "svg",
                new XAttribute("viewBox", $"0 0 {WaitGraphLayout.Width} {Number(graph.Height)}"),
                new XAttribute("role", "img"),
                new XAttribute("aria-label", "who waits for whom; the same in words below"),
                new XElement("defs", Arrow($"{id}-a", "head"), Arrow($"{id}-c", "head circle")),
                graph.Edges.Select(e => Edge(e, id)),
                graph.Nodes.Select(Node)
            ),
            Words(evidence)
        );
    }

    private static XElement Words(Evidence evidence) =>
        new(
            "figcaption",
            new XElement("p", Parts.Class("title"), "Who waits for whom"),
            new XElement(
                "ul",
                evidence
                    .WaitForGraph?.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(l => new XElement("li", l))
            ),
            evidence.Waits.Any(w => w.Object is not null && w.Holders.Count > 0)
                ? new XElement("p", Parts.Class("key"), "—▸ waits for   ┄▸ is held by")
                : null
        );

    private static XElement Node(WaitNode node) =>
        new(
            "g",
            Parts.Class($"node{(node.IsObject ? " object" : "")}{(node.InCircle ? " circle" : "")}"),
            new XElement(
                "rect",
                Place("x", node.X - node.Width / 2),
                Place("y", node.Y - WaitNode.Height / 2),
                Place("width", node.Width),
                Place("height", WaitNode.Height),
                Place("rx", node.IsObject ? 3 : 15)
            ),
            new XElement("text", Place("x", node.X), Place("y", node.Y + 5), node.Title)
        );

    // Bent a little, so that an edge and its opposite do not lie on each other.
    private static XElement Edge(WaitEdge edge, string id)
    {
        var (dx, dy) = (edge.To.X - edge.From.X, edge.To.Y - edge.From.Y);
        var length = Math.Max(1, Math.Sqrt(dx * dx + dy * dy));
        var bend = Math.Min(24, length / 6);
        var (bx, by) = (
            (edge.From.X + edge.To.X) / 2 - dy / length * bend,
            (edge.From.Y + edge.To.Y) / 2 + dx / length * bend
        );
        var (x1, y1) = edge.From.Border(bx, by, 0);
        var (x2, y2) = edge.To.Border(bx, by, 6);
        return new XElement(
            "path",
            Parts.Class($"edge{(edge.Holds ? " holds" : "")}{(edge.InCircle ? " circle" : "")}"),
            new XAttribute("marker-end", $"url(#{id}-{(edge.InCircle ? "c" : "a")})"),
            new XAttribute("d", $"M{Number(x1)} {Number(y1)} Q{Number(bx)} {Number(by)} {Number(x2)} {Number(y2)}")
        );
    }

    private static XElement Arrow(string id, string names) =>
        new(
            "marker",
            new XAttribute("id", id),
            Parts.Class(names),
            new XAttribute("viewBox", "0 0 10 10"),
            new XAttribute("refX", "5"),
            new XAttribute("refY", "5"),
            new XAttribute("markerWidth", "7"),
            new XAttribute("markerHeight", "7"),
            new XAttribute("orient", "auto"),
            new XElement("path", new XAttribute("d", "M0 0 10 5 0 10z"))
        );

    private static XAttribute Place(string name, double value) => new(name, Number(value));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
