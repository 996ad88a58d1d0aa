using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>A kata's README tells everything a student needs, in the same places everywhere.</summary>
internal sealed class ReadmeRule : IFolderRule
{
    private static readonly string[] s_sections = ["Story", "Task", "Rules", "What the tests check", "Invariant"];

    public IEnumerable<Fault> Check(KataFolders folders)
    {
        var file = Path.Combine(folders.Kata, "README.md");
        if (!File.Exists(file))
        {
            yield break;
        }
        var sections = Sections.Of(file);
        foreach (var wanted in s_sections)
        {
            var section = sections.FirstOrDefault(s => s.Heading.Equals(wanted, StringComparison.OrdinalIgnoreCase));
            if (string.IsNullOrEmpty(section.Body))
            {
                yield return folders.Fault(
                    file,
                    section.Heading is null
                        ? $"The section '## {wanted}' is missing."
                        : $"The section '## {wanted}' is empty.",
                    $"Write it. The sections are: {string.Join(", ", s_sections)}."
                );
            }
        }
    }
}
