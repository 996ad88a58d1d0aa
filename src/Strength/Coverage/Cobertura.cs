using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ConcurrencyKatas.Strength.Coverage;

/// <summary>Reads a report in Cobertura's form. A line of several classes of a file counts once, a partial branch by its best.</summary>
public static partial class Cobertura
{
    /// <summary>The files below a folder of the repository.</summary>
    /// <param name="xml">The report.</param>
    /// <param name="folder"><c>src/</c> or <c>solutions/</c>.</param>
    public static IReadOnlyList<CoveredFile> Read(string xml, string folder) =>
        [
            .. XDocument
                .Parse(xml)
                .Descendants("class")
                .Select(c => (Path: PathOf(c, folder), Lines: c.Element("lines")?.Elements("line") ?? []))
                .Where(c => c.Path is not null)
                .GroupBy(c => c.Path!)
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => Sum(file.Key, file.SelectMany(c => c.Lines))),
        ];

    // Absolute, or relative to a source folder that the report names.
    private static string? PathOf(XElement type, string folder)
    {
        string path = "/" + type.Attribute("filename")!.Value.Replace('\\', '/');
        int at = path.LastIndexOf("/" + folder, StringComparison.Ordinal);
        return at < 0 ? null : path[(at + 1)..];
    }

    private static CoveredFile Sum(string path, IEnumerable<XElement> elements)
    {
        var lines = elements
            .GroupBy(line => Number(line, "number"))
            .Select(line =>
                (
                    Number: line.Key,
                    IsCovered: line.Any(l => Number(l, "hits") > 0),
                    Ways: line.Select(Ways).OrderByDescending(w => w.Covered).FirstOrDefault()
                )
            )
            .OrderBy(line => line.Number)
            .ToList();
        return new CoveredFile(
            path,
            lines.Count,
            lines.Count(l => l.IsCovered),
            lines.Sum(l => l.Ways.All),
            lines.Sum(l => l.Ways.Covered),
            [.. lines.Where(l => !l.IsCovered).Select(l => l.Number)]
        );
    }

    private static int Number(XElement line, string attribute) =>
        int.Parse(line.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    // condition-coverage="50% (1/2)"
    private static (int Covered, int All) Ways(XElement line) =>
        Condition().Match(line.Attribute("condition-coverage")?.Value ?? "") is { Success: true } match
            ? (
                int.Parse(match.Groups["covered"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["all"].ValueSpan, CultureInfo.InvariantCulture)
            )
            : (0, 0);

    [GeneratedRegex(@"\((?<covered>\d+)/(?<all>\d+)\)")]
    private static partial Regex Condition();
}
