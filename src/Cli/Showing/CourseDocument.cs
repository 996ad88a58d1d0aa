using System.Globalization;
using System.Text;
using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Showing;

/// <summary>The course as a document: what each kata teaches, and where its idea sits in Python, here, and in production.</summary>
internal static class CourseDocument
{
    /// <summary>Where the document is.</summary>
    public const string File = "docs/course-map.md";

    /// <summary>Writes it, in the order of the course.</summary>
    public static string Markdown(Catalogue catalogue)
    {
        var document = new StringBuilder(
            """
            # The course

            The katas in the order in which to do them, what each teaches, and where its idea sits in Python, in the library of this
            course, and in .NET programs in production. Made of the `kata.json` files:
            `./kata list --course-map > docs/course-map.md`.

            """
        );
        foreach (var (place, kata) in catalogue.Katas.Index())
        {
            document.Append(Section(place + 1, kata));
        }
        return document.ToString().TrimEnd('\n');
    }

    private static string Section(int place, Kata kata)
    {
        var after = kata.After.Count == 0 ? "" : $", after {string.Join(", ", kata.After)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""

            ## {place}. {kata.Title}

            [{kata.Name}](../katas/{kata.Name}/README.md), track *{kata.Track}*, {CourseWords.Stars(kata)}{after}

            {string.Join('\n', kata.Teaches.Select(taught => $"- {taught}"))}

            | where | what |
            |---|---|
            | Python | {kata.Python} |
            | this library | {kata.Library} |
            | production .NET | {kata.Production} |

            """
        );
    }
}
