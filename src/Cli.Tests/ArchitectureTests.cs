using System.Xml.Linq;

namespace ConcurrencyKatas.Cli.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void The_arrows_between_the_rooms_are_those_of_the_documented_table()
    {
        Assert.Equal(DocumentedArrows(), ActualArrows());
    }

    [Fact]
    public void Every_room_is_in_the_solution()
    {
        var solution = RepositoryFolder.Read("ConcurrencyKatas.sln").Replace('\\', '/');
        Assert.All(
            Projects().Where(p => !p.Contains("FakeGraders", StringComparison.Ordinal)),
            p =>
                Assert.Contains(
                    $"\"{Path.GetRelativePath(RepositoryFolder.Root, p).Replace('\\', '/')}\"",
                    solution,
                    StringComparison.Ordinal
                )
        );
    }

    // One row per room: | `Cli` | `Grading` | … |
    private static SortedDictionary<string, string> DocumentedArrows()
    {
        SortedDictionary<string, string> arrows = new(StringComparer.Ordinal);
        var table = RepositoryFolder
            .Read("docs/architecture.md")
            .Split('\n')
            .SkipWhile(l => !l.StartsWith("| room |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(l => l.StartsWith('|'));
        foreach (var row in table)
        {
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            arrows.Add(cells[1].Trim('`'), Sorted(cells[2].Split(',').Select(c => c.Trim(' ', '`'))));
        }
        // A starter repository is handed out without the solutions.
        if (!Directory.Exists(Path.Combine(RepositoryFolder.Root, "solutions")))
        {
            arrows.Remove("Solutions");
        }
        return arrows;
    }

    private static SortedDictionary<string, string> ActualArrows()
    {
        SortedDictionary<string, string> arrows = new(StringComparer.Ordinal);
        foreach (var project in Projects())
        {
            var references = XDocument
                .Load(project)
                .Descendants("ProjectReference")
                .Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))
                .Select(r => Path.GetFileNameWithoutExtension(r));
            arrows.Add(Path.GetFileNameWithoutExtension(project), Sorted(references));
        }
        return arrows;
    }

    private static string Sorted(IEnumerable<string> names) =>
        string.Join(", ", names.Where(n => n is not ("" or "–")).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Projects() =>
        new[] { "src", "katas", "solutions", "graders" }
            .Select(r => Path.Combine(RepositoryFolder.Root, r))
            .Where(Directory.Exists)
            .SelectMany(r => Directory.EnumerateFiles(r, "*.csproj", SearchOption.AllDirectories));
}
