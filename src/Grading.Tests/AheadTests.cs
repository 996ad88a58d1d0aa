using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Getting ready for a submission that is not saved yet.</summary>
public sealed class AheadTests : IDisposable
{
    private const string Kata = "SemaphoreRooms";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kata-ahead-");

    [Fact]
    public void What_is_graded_is_what_was_saved_last()
    {
        string root = RepositoryRoot.Find();
        Directory.CreateDirectory(Path.GetDirectoryName(Saved)!);
        File.WriteAllText(Saved, "this is not saved to be graded");
        var submission = new JobSubmission { Label = "katas", Path = _folder.FullName };
        var job = new Job
        {
            Root = root,
            Submissions = [submission],
            Katas = [Kata],
            Waits = true,
        };
        HeadStart.Compile(job);
        var bench = new ScriptedBench();
        int benchesBefore = -1;

        using var graded = GradedSubmission.Ahead(job, submission, Kata, bench, Save);

        Assert.Null(graded.Preparation.Reason);
        Assert.NotNull(graded.Preparation.Compiled);
        Assert.Equal(1, benchesBefore);

        void Save()
        {
            benchesBefore = bench.Others.Count; // the second one is there before anything was saved
            File.Copy(Path.Combine(root, "solutions", Kata, "Spa.cs"), Saved, overwrite: true);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Saved => Path.Combine(_folder.FullName, Kata, "Spa.cs");
}
