using ConcurrencyKatas.Cli.Course;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Every folder holds the files it must hold, and no other.</summary>
internal sealed class ExpectedFilesRule : IFolderRule
{
    public IEnumerable<Fault> Check(KataFolders folders)
    {
        if (EditOf(folders) is not { } edit)
        {
            return [];
        }
        return
        [
            .. Check(folders, folders.Kata, [KataFile.Name, "README.md", "HINTS.md", .. edit], "Given/"),
            .. Check(folders, folders.Solution, ["NOTES.md", .. edit]),
            .. CheckGrader(folders),
            .. folders.Impostors.Concat(folders.Alternatives).SelectMany(f => Check(folders, f, edit)),
        ];
    }

    private static IEnumerable<Fault> CheckGrader(KataFolders folders)
    {
        if (!Directory.Exists(folders.Grader))
        {
            yield break;
        }
        var pristine = Path.Combine(folders.Grader, "pristine.json");
        if (!File.Exists(pristine))
        {
            yield return folders.Fault(
                pristine,
                "The file is missing.",
                $"./kata check {folders.Name} --accept writes it."
            );
        }
        if (!File.Exists(Path.Combine(folders.Grader, $"{folders.Name}Tests.cs")))
        {
            yield return folders.Fault(
                Path.Combine(folders.Grader, $"{folders.Name}Tests.cs"),
                "The file is missing.",
                "Write the hidden tests there."
            );
        }
        if (folders.Impostors.Count == 0)
        {
            yield return folders.Fault(
                Path.Combine(folders.Grader, "impostors"),
                "There is no impostor.",
                $"./kata new impostor {folders.Name} NAME: tests that catch nothing prove nothing."
            );
        }
        foreach (var file in FilesIn(folders.Grader))
        {
            var expected =
                file == "pristine.json"
                || (file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains('/', StringComparison.Ordinal))
                || file.StartsWith("impostors/", StringComparison.Ordinal)
                || file.StartsWith("alternatives/", StringComparison.Ordinal);
            if (!expected)
            {
                yield return Unexpected(folders, Path.Combine(folders.Grader, file));
            }
        }
    }

    private static IEnumerable<Fault> Check(
        KataFolders folders,
        string folder,
        IReadOnlyCollection<string> files,
        string? sources = null
    )
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }
        var found = FilesIn(folder).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(f => !found.Contains(f)))
        {
            yield return folders.Fault(Path.Combine(folder, file), "The file is missing.", "Write it.");
        }
        foreach (var file in found.Except(files).Order(StringComparer.Ordinal))
        {
            var given =
                sources is not null
                && file.StartsWith(sources, StringComparison.Ordinal)
                && file.EndsWith(".cs", StringComparison.Ordinal);
            if (!given)
            {
                yield return Unexpected(folders, Path.Combine(folder, file));
            }
        }
    }

    private static Fault Unexpected(KataFolders folders, string path) =>
        folders.Fault(path, "The file is not expected here.", "Remove it, or name it in 'edit' of kata.json.");

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    // Another rule tells of a kata.json that cannot be read.
    private static IReadOnlyList<string>? EditOf(KataFolders folders)
    {
        if (!File.Exists(Path.Combine(folders.Kata, KataFile.Name)))
        {
            return null;
        }
        try
        {
            return KataFile.Read(folders.Kata).Edit;
        }
        catch (KataFileException)
        {
            return null;
        }
    }
}
