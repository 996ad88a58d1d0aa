using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>A solution explains itself.</summary>
internal sealed class NotesRule : IFolderRule
{
    public IEnumerable<Fault> Check(KataFolders folders)
    {
        var file = Path.Combine(folders.Solution, "NOTES.md");
        if (File.Exists(file) && Sections.Of(file).All(s => s.Body.Length == 0))
        {
            yield return folders.Fault(
                file,
                "The notes say nothing.",
                "Say, under '## ' headings, why the solution is right, what changed, and what other right ways there are."
            );
        }
    }
}
