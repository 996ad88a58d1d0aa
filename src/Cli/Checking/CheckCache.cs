using System.Text.Json;
using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Checking;

/// <summary>Keeps the table of a kata that had no fault, for as long as nothing that it depends on changes.</summary>
internal sealed class CheckCache(Surroundings surroundings)
{
    /// <summary>The rows of the last faultless check, if everything is as it was then.</summary>
    public IReadOnlyList<CheckRow>? Find(KataFolders folders)
    {
        if (!File.Exists(FileOf(folders)))
        {
            return null;
        }
        try
        {
            var entry = ReportJson.Read<Entry>(FileOf(folders));
            return entry.Content == Content(folders) ? entry.Rows : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps the rows of a faultless check.</summary>
    public void Keep(KataFolders folders, IReadOnlyList<CheckRow> rows) =>
        ReportJson.Write(FileOf(folders), new Entry(Content(folders), rows));

    // The kata's own files, what every kata is compiled with, and the programs that grade.
    private string Content(KataFolders folders)
    {
        string[] rooms = [folders.Kata, folders.Solution, folders.Grader];
        var own = rooms
            .Where(Directory.Exists)
            .SelectMany(r => Directory.EnumerateFiles(r, "*", SearchOption.AllDirectories));
        var shared = Directory.EnumerateFiles(folders.Repository.Katas, "*.*");
        var programs = surroundings
            .Graders.Arguments.Where(File.Exists)
            .SelectMany(a => Directory.EnumerateFiles(Path.GetDirectoryName(a)!, "ConcurrencyKatas.*.dll"));
        return ContentHash.Of(folders.Repository.Root, own.Concat(shared).Concat(programs));
    }

    private static string FileOf(KataFolders folders) =>
        Path.Combine(folders.Repository.Artifacts, "check", $"{folders.Name}.json");

    private sealed record Entry(string Content, IReadOnlyList<CheckRow> Rows);
}
