using System.CommandLine;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Cli.Showing;

namespace ConcurrencyKatas.Cli.Verbs;

/// <summary><c>./kata list</c>: the map of the course, and how far the student is.</summary>
internal sealed class ListVerb : IVerb
{
    private readonly Option<bool> _markdown = new("--markdown")
    {
        Description = "Print the table of the README instead.",
    };

    private readonly Option<bool> _courseMap = new("--course-map")
    {
        Description = $"Print {CourseDocument.File} instead.",
    };

    public Command Command(Func<Surroundings> surroundings)
    {
        var command = new VerbCommand("list", "Shows every kata, in order, and how far you are.", "./kata list")
        {
            _markdown,
            _courseMap,
        };
        command.SetAction(parsed => Run(parsed, surroundings()));
        return command;
    }

    private int Run(ParseResult parsed, Surroundings surroundings)
    {
        var catalogue = Catalogue.Read(surroundings.Repository);
        if (parsed.GetValue(_markdown))
        {
            surroundings.Out.WriteDrawing(Markdown(catalogue));
        }
        else if (parsed.GetValue(_courseMap))
        {
            surroundings.Out.WriteDrawing(CourseDocument.Markdown(catalogue));
        }
        else
        {
            new CourseMap(surroundings.Out, Standing.Read(surroundings.Repository, catalogue)).Write();
        }
        foreach (var fault in catalogue.Faults)
        {
            surroundings.Error.WriteDrawing(fault);
        }
        return catalogue.Faults.Count == 0 ? ExitCodes.Passed : ExitCodes.BadInput;
    }

    /// <summary>The table of the README.</summary>
    internal static string Markdown(Catalogue catalogue)
    {
        string[] head = ["| kata | title | track | difficulty | teaches |", "|---|---|---|---|---|"];
        var rows = catalogue.Katas.Select(k =>
            $"| [{k.Name}](katas/{k.Name}/README.md) | {k.Title} | {k.Track} | {CourseWords.Stars(k)} | {string.Join("; ", k.Teaches)} |"
        );
        return string.Join('\n', head.Concat(rows));
    }
}
