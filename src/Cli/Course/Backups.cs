using System.Globalization;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>Keeps what a student wrote before it is replaced: <c>artifacts/backups/KATA/1</c>, then <c>2</c>…</summary>
internal static class Backups
{
    /// <summary>Copies the student's files of a kata into a folder that did not exist before.</summary>
    /// <returns>The folder; null when there was nothing to keep.</returns>
    public static string? Keep(Repository repository, Kata kata)
    {
        var files = kata.Edit.Where(f => File.Exists(kata.FullPath(f))).ToList();
        if (files.Count == 0)
        {
            return null;
        }
        var all = Path.Combine(repository.Artifacts, "backups", kata.Name);
        var number = 1;
        while (Directory.Exists(Path.Combine(all, number.ToString(CultureInfo.InvariantCulture))))
        {
            number++;
        }
        var folder = Path.Combine(all, number.ToString(CultureInfo.InvariantCulture));
        foreach (var file in files)
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(kata.FullPath(file), copy);
        }
        return folder;
    }
}
