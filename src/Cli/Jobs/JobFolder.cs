using ConcurrencyKatas.Cli.Course;
using ConcurrencyKatas.Grading.Playing;

namespace ConcurrencyKatas.Cli.Jobs;

/// <summary>
/// The folder of one job: its file, its results, the Graders' log. It is removed when the job is done, and so are
/// those that a killed CLI left behind.
/// </summary>
internal sealed class JobFolder : IDisposable
{
    private readonly string _folder;
    private readonly FileStream _alive;

    public JobFolder(Repository repository)
    {
        var jobs = Path.Combine(repository.Artifacts, "jobs");
        Directory.CreateDirectory(jobs);
        RemoveAbandoned(jobs);
        _folder = Directory.CreateDirectory(Path.Combine(jobs, Path.GetRandomFileName())).FullName;
        _alive = new FileStream(AliveFile(_folder), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Directory.CreateDirectory(Results);
    }

    public string JobFile => Path.Combine(_folder, "job.json");

    public string Results => Path.Combine(_folder, "results");

    /// <summary>Where the Graders say how far they are.</summary>
    public string Progress => Path.Combine(Results, "progress.ndjson");

    /// <summary>Where the Graders say how a run stands that somebody plays.</summary>
    public string Play => Path.Combine(Results, PlayMessage.FileName);

    /// <summary>What the Graders print.</summary>
    public string Log => Path.Combine(_folder, "graders.log");

    /// <summary>Where the report of one kata of one submission will be.</summary>
    public string Report(string label, string kata) => Path.Combine(Results, label, $"{kata}.json");

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            _alive.Dispose(); // an open file cannot be removed there
        }
        // Elsewhere it is held to the last, or another CLI would take the folder for an abandoned one and remove it, too.
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // Somebody has removed it, or is just writing to it: the next CLI removes what is left.
        }
        _alive.Dispose();
    }

    private static string AliveFile(string folder) => Path.Combine(folder, "alive");

    // A running CLI holds its file open without sharing it; where that can be had, nobody runs.
    private static void RemoveAbandoned(string jobs)
    {
        foreach (var folder in Directory.EnumerateDirectories(jobs))
        {
            try
            {
                using (new FileStream(AliveFile(folder), FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or just being made or removed by another CLI: not ours to touch.
                continue;
            }
        }
    }
}
