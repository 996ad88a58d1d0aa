using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Compiling ahead: it saves time, and decides and breaks nothing.</summary>
public sealed class HeadStartTests : IDisposable
{
    private const string Kata = "SemaphoreRooms";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("kata-root-");

    [Fact]
    public void The_katas_that_a_job_names_are_in_the_cache_afterwards()
    {
        string here = RepositoryRoot.Find();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(here, "katas"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_root.FullName, Path.GetRelativePath(here, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var kata = KataDefinition.Load(_root.FullName, Kata);
        var submission = new JobSubmission { Label = "katas", Path = Path.Combine(_root.FullName, "katas") };

        HeadStart.Compile(
            new Job
            {
                Root = _root.FullName,
                Submissions = [submission],
                Katas = [Kata],
            }
        );

        bool hasMissed = false;
        CompilationResult result = Compilers
            .Shared(_root.FullName)
            .Compile(
                _root.FullName,
                kata,
                SubmissionSource.Read(submission.Path, kata),
                onMiss: () => hasMissed = true
            );
        Assert.NotNull(result.Compiled);
        Assert.False(hasMissed, "The head start had compiled nothing.");
    }

    [Fact]
    public void A_job_that_cannot_be_read_is_left_to_the_graders() =>
        // An exception that nobody catches would end this process, and every other test with it.
        HeadStart.InBackground("test", () => throw new InvalidDataException("The job is empty.")).Join();

    [Fact]
    public void Each_course_has_a_cache_of_its_own()
    {
        string other = Path.Combine(_root.FullName, "another");

        Assert.NotSame(Compilers.Shared(_root.FullName), Compilers.Shared(other));
        Assert.Same(Compilers.Shared(other), Compilers.Shared(other));
    }

    public void Dispose() => _root.Delete(recursive: true);
}
