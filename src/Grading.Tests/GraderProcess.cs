using System.Diagnostics;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Starts the graders as the CLI does, on submissions of this project, and reads their reports.</summary>
internal sealed class GraderProcess : IDisposable
{
    /// <summary>
    /// The trait of tests that look at such processes only. Their assemblies lie in a folder of their own, where a measurement
    /// of coverage counts nothing, so it leaves these tests out: it grades what is wrong by itself.
    /// </summary>
    public const string Trait = "Graders";

    /// <summary>Its value.</summary>
    public const string Started = "started";

    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("kata-results-");

    public GraderProcess(string submission)
        : this("SemaphoreRooms", new JobSubmission { Label = submission, Path = Folder(submission) }) { }

    private GraderProcess(string kata, params IReadOnlyList<JobSubmission> submissions)
    {
        var job = new Job
        {
            Root = RepositoryRoot.Find(),
            Submissions = submissions,
            Katas = [kata],
            ProofBudget = 50,
            Results = _results.FullName,
        };
        string file = Path.Combine(_results.FullName, "job.json");
        job.Save(file);
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", Graders, "-noLogo", "-trait", $"Kata={kata}" },
            Environment =
            {
                [Job.Variable] = file,
                [Job.SentinelVariable] = "1",
                // As the CLI does: some of these are killed, and would leave files.
                ["DOTNET_EnableDiagnostics"] = "0",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process = System.Diagnostics.Process.Start(start)!;
    }

    /// <summary>The graders.</summary>
    public System.Diagnostics.Process Process { get; }

    /// <summary>Where the graders lie: beside the tests.</summary>
    public static string Graders
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(
                folder.Parent!.Parent!.FullName,
                "Graders",
                folder.Name,
                "ConcurrencyKatas.Graders.dll"
            );
        }
    }

    /// <summary>Where a submission of this project lies.</summary>
    public static string Folder(string submission) => Path.Combine(AppContext.BaseDirectory, "Submissions", submission);

    /// <summary>Grades one kata of a submission to the end.</summary>
    public static KataReport Grade(string submission, string kata = "SemaphoreRooms") =>
        GradeAll(kata, new JobSubmission { Label = submission, Path = Folder(submission) })[submission];

    /// <summary>Grades one kata of several submissions in one process of the graders.</summary>
    public static IReadOnlyDictionary<string, KataReport> GradeAll(
        string kata,
        params IReadOnlyList<JobSubmission> submissions
    )
    {
        using var grader = new GraderProcess(kata, submissions);
        string output = grader.Process.StandardOutput.ReadToEnd();
        grader.Process.WaitForExit();
        return submissions.ToDictionary(s => s.Label, s => grader.Read(s.Label, kata, output));
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

    private KataReport Read(string label, string kata, string output)
    {
        string path = Path.Combine(_results.FullName, label, $"{kata}.json");
        Assert.True(File.Exists(path), $"The graders wrote no report on {label}:\n{output}");
        return ReportJson.Read<KataReport>(path);
    }
}
