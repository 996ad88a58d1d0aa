using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary><c>kata.json</c> can be read, and what it names exists.</summary>
internal sealed class DefinitionRule : IFolderRule
{
    public IEnumerable<Fault> Check(KataFolders folders)
    {
        var file = Path.Combine(folders.Kata, KataFile.Name);
        if (!Directory.Exists(folders.Kata))
        {
            return [];
        }
        if (!File.Exists(file))
        {
            return [folders.Fault(file, "The file is missing.", "Write it; ./kata new KATA shows its form.")];
        }
        Kata kata;
        try
        {
            kata = KataFile.Read(folders.Kata);
        }
        catch (KataFileException e)
        {
            return [folders.Fault(file, e.Message, "Put it right; ./kata new KATA shows the form.")];
        }
        return Check(folders, file, kata);
    }

    private static IEnumerable<Fault> Check(KataFolders folders, string file, Kata kata)
    {
        foreach (var before in kata.After.Where(a => !Directory.Exists(Path.Combine(folders.Repository.Katas, a))))
        {
            yield return folders.Fault(file, $"'after' names {before}, which is no kata.", "Name folders of katas/.");
        }
        (string Field, string Text, string Where)[] places =
        [
            ("python", kata.Python, "in Python"),
            ("library", kata.Library, "in the library of the course"),
            ("production", kata.Production, "in .NET programs in production"),
        ];
        foreach (var (field, _, where) in places.Where(place => place.Text.Length == 0))
        {
            yield return folders.Fault(
                file,
                $"The field \"{field}\" is missing.",
                $"Say where the idea sits {where}; it becomes a line of docs/course-map.md."
            );
        }
        foreach (var parameter in kata.Parameters.Where(p => p.Default is null))
        {
            yield return folders.Fault(
                file,
                $"'run' has no value for the parameter {parameter.Name}.",
                "Add one: ./kata run uses it when nothing else is said."
            );
        }
    }
}
