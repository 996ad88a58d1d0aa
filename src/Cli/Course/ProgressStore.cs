using System.Text.Json;
using ConcurrencyKatas.Cli.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Cli.Course;

/// <summary>Remembers, in <c>artifacts/progress.json</c>, how far the student is with each kata.</summary>
internal static class ProgressStore
{
    /// <summary>Keeps the results of a test of <c>katas/</c>.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="result">The results.</param>
    /// <param name="tested">
    /// <see cref="Contents"/> from before the test: what was edited while it ran must not count as tested.
    /// </param>
    public static void Remember(
        Repository repository,
        GradingResult result,
        IReadOnlyDictionary<string, string?> tested
    )
    {
        var known = Load(repository);
        var turn = known.Values.Select(p => p.Turn).DefaultIfEmpty().Max();
        foreach (var (_, report) in result.Katas)
        {
            if (report.Status == KataStatus.CouldNotGrade)
            {
                continue;
            }
            var before = known.GetValueOrDefault(report.Kata, new KataProgress());
            known[report.Kata] = before with
            {
                Status = report.Status,
                Points = report.Points,
                MaxPoints = report.MaxPoints,
                Content = tested[report.Kata],
                // An untouched kata that was tested with the others is not what the student is at.
                Turn = report.Status == KataStatus.NotStarted ? before.Turn : ++turn,
            };
        }
        Save(repository, known);
    }

    /// <summary>Changes what is remembered of one kata.</summary>
    public static void Change(Repository repository, Kata kata, Func<KataProgress, KataProgress> change)
    {
        var known = Load(repository);
        known[kata.Name] = change(known.GetValueOrDefault(kata.Name, new KataProgress()));
        Save(repository, known);
    }

    /// <summary>What is known; a file that cannot be read is as good as none.</summary>
    public static Dictionary<string, KataProgress> Load(Repository repository)
    {
        if (!File.Exists(FilePath(repository)))
        {
            return [];
        }
        try
        {
            return ReportJson.Read<Dictionary<string, KataProgress>>(FilePath(repository), CourseJson.Written);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The hash by which a later change of the student's files is noticed.</summary>
    /// <returns>Null while a file cannot be read: an editor is saving, and what it saves is not tested yet.</returns>
    public static string? Content(Kata kata)
    {
        try
        {
            return ContentHash.Of(kata.Folder, kata.Edit.Select(kata.FullPath).Where(File.Exists));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The same of several katas, by name.</summary>
    public static IReadOnlyDictionary<string, string?> Contents(IEnumerable<Kata> katas) =>
        katas.ToDictionary(k => k.Name, Content);

    private static void Save(Repository repository, Dictionary<string, KataProgress> known) =>
        ReportJson.Write(FilePath(repository), known, CourseJson.Written);

    private static string FilePath(Repository repository) => Path.Combine(repository.Artifacts, "progress.json");
}
