using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Hints come in three levels, each under a heading of its own.</summary>
internal sealed class HintsRule : IFolderRule
{
    private const int Levels = 3;

    public IEnumerable<Fault> Check(KataFolders folders)
    {
        var file = Path.Combine(folders.Kata, "HINTS.md");
        if (!File.Exists(file))
        {
            yield break;
        }
        var sections = Sections.Of(file);
        if (sections.Count != Levels)
        {
            yield return folders.Fault(
                file,
                $"There are {sections.Count} hints.",
                "Write three levels, each under a '## ' heading: where to look, which tool, how."
            );
        }
        foreach (var (heading, _) in sections.Where(s => s.Body.Length == 0))
        {
            yield return folders.Fault(file, $"The hint '## {heading}' is empty.", "Write it.");
        }
    }
}
