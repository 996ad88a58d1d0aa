using ConcurrencyKatas.Cli.Publishing.Classroom;
using ConcurrencyKatas.Cli.Publishing.Html;
using ConcurrencyKatas.Cli.Publishing.Markdown;

namespace ConcurrencyKatas.Cli.Publishing;

/// <summary>Every format there is. To add one: a class that is an <see cref="IReportFormat"/>, and a line here.</summary>
internal static class Formats
{
    /// <summary>In the order in which they are named to people.</summary>
    public static IReadOnlyList<IReportFormat> All { get; } =
    [
        new HtmlFormat(),
        new MarkdownFormat(),
        new JUnitFormat(),
        new ClassroomFormat(),
        new AnnotationsFormat(),
        new OutputsFormat(),
    ];

    /// <summary>The format of a name.</summary>
    /// <exception cref="UserError">There is none; the message names those there are.</exception>
    public static IReportFormat Find(string name) =>
        All.FirstOrDefault(f => f.Name == name)
        ?? throw new UserError(
            $"There is no format '{name}'. --format knows {string.Join(", ", All.Select(f => f.Name))}."
        );
}
