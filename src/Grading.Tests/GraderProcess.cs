using System.Diagnostics;
using System.Text.Json;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Starts the graders as the CLI does, on a submission of this folder, and reads their reports.</summary>
internal sealed class GraderProcess : IDisposable
{
    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-results-");

    public GraderProcess(string submission, string kata = "SemaphoreRooms")
    {
        string root = RepositoryRoot.Find();
        var job = new Job
        {
            Root = root,
            Submissions = [new() { Label = submission, Path = Path.Combine(AppContext.BaseDirectory, "Submissions", submission) }],
            ProofBudget = 300,
            Results = _results.FullName,
        };
        string file = Path.Combine(_results.FullName, "job.json");
        job.Save(file);
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", Graders, "-noLogo", "-trait", $"Kata={kata}" },
            Environment = { [Job.Variable] = file, ["KATA_SENTINEL"] = "1" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process = System.Diagnostics.Process.Start(start)!;
    }

    public System.Diagnostics.Process Process { get; }

    /// <summary>Lines of progress so far.</summary>
    public string ProgressFile => Path.Combine(_results.FullName, "progress.ndjson");

    private static string Graders
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(folder.Parent!.Parent!.FullName, "Graders", folder.Name, "ConcurrencyKatas.Graders.dll");
        }
    }

    /// <summary>Grades a submission to the end and reads the report of one kata.</summary>
    public static KataReport Grade(string submission, string kata = "SemaphoreRooms")
    {
        using var grader = new GraderProcess(submission, kata);
        Task<string> errors = grader.Process.StandardError.ReadToEndAsync();
        string output = grader.Process.StandardOutput.ReadToEnd();
        grader.Process.WaitForExit();
        string report = Path.Combine(grader._results.FullName, submission, $"{kata}.json");
        Assert.True(File.Exists(report), $"The graders wrote no report:\n{output}\n{errors.Result}");
        return JsonSerializer.Deserialize<KataReport>(File.ReadAllText(report), ReportJson.Options)!;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            Process.Kill(entireProcessTree: true);
            Process.WaitForExit();
        }
        Process.Dispose();
        _results.Delete(recursive: true);
    }
}
