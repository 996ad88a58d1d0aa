using System.Text.Json;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>Remembers, in <c>artifacts/progress.json</c>, how the student's last test of each kata went.</summary>
internal static class ProgressStore
{
    /// <summary>Keeps the results of a test of <c>katas/</c>.</summary>
    public static void Remember(Repository repository, IReadOnlyList<Kata> katas, GradingResult result)
    {
        var known = Load(repository);
        foreach (var (_, report) in result.Katas)
        {
            var kata = katas.FirstOrDefault(k => k.Name == report.Kata);
            if (kata is not null && report.Status != KataStatus.CouldNotGrade)
            {
                known[kata.Name] = new LastResult(report.Status, report.Points, report.MaxPoints, Content(kata));
            }
        }
        ReportJson.Write(FilePath(repository), known);
    }

    /// <summary>What is known; a file that cannot be read is as good as none.</summary>
    public static Dictionary<string, LastResult> Load(Repository repository)
    {
        if (!File.Exists(FilePath(repository)))
        {
            return [];
        }
        try
        {
            return ReportJson.Read<Dictionary<string, LastResult>>(FilePath(repository));
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Says in a few words how far the student is with a kata.</summary>
    public static string StateOf(Kata kata, IReadOnlyDictionary<string, LastResult> known) =>
        !known.TryGetValue(kata.Name, out var last) ? "not started"
        : last.Content != Content(kata) ? "started, changed since the last test"
        : last.Status switch
        {
            KataStatus.Passed => "passed",
            KataStatus.NotStarted => "not started",
            KataStatus.Failed => $"started, {last.Points}/{last.MaxPoints}",
            KataStatus.DoesNotCompile => "started, does not compile",
            _ => "started, breaks the rules",
        };

    private static string Content(Kata kata) => ContentHash.Of(kata.Edit.Select(kata.FullPath).Where(File.Exists));

    private static string FilePath(Repository repository) => Path.Combine(repository.Artifacts, "progress.json");
}
