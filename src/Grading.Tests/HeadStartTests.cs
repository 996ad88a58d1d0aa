using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Jobs;

namespace ConcurrencyKatas.Grading.Tests;

/// <summary>Compiling ahead: it saves time, and decides and breaks nothing.</summary>
public sealed class HeadStartTests : IDisposable
{
    private const string Kata = "SemaphoreRooms";

    private readonly CopiedCourse _course = new();

    [Fact]
    public void The_katas_that_a_job_names_are_in_the_cache_afterwards()
    {
        var kata = KataDefinition.Load(_course.Root, Kata);
        var submission = new JobSubmission { Label = "katas", Path = _course.PathOf("katas") };

        HeadStart.Compile(
            new Job
            {
                Root = _course.Root,
                Submissions = [submission],
                Katas = [Kata],
            }
        );

        bool hasMissed = false;
        CompilationResult result = Compilers
            .Shared(_course.Root)
            .Compile(_course.Root, kata, SubmissionSource.Read(submission.Path, kata), onMiss: () => hasMissed = true);
        Assert.NotNull(result.Compiled);
        Assert.False(hasMissed, "The head start had compiled nothing.");
    }

    [Fact]
    public void Nothing_is_compiled_ahead_that_nobody_asked_for_or_that_is_not_saved_yet()
    {
        var submission = new JobSubmission { Label = "katas", Path = _course.PathOf("katas") };
        var job = new Job
        {
            Root = _course.Root,
            Submissions = [submission],
            Katas = [Kata],
        };

        HeadStart.Compile(job with { Waits = true });
        HeadStart.Compile(job with { Submissions = [submission, submission with { Label = "again" }] });
        HeadStart.Compile(job with { Submissions = [submission with { Kata = "PipeEnds" }] });

        Assert.Null(Compilers.Shared(_course.Root).ProcessId);
    }

    [Fact]
    public void A_job_that_cannot_be_read_is_left_to_the_graders() =>
        // An exception that nobody catches would end this process, and every other test with it.
        HeadStart.InBackground("test", () => throw new InvalidDataException("The job is empty.")).Join();

    [Fact]
    public void Each_course_has_a_cache_of_its_own()
    {
        string other = _course.PathOf("another");

        Assert.NotSame(Compilers.Shared(_course.Root), Compilers.Shared(other));
        Assert.Same(Compilers.Shared(other), Compilers.Shared(other));
    }

    public void Dispose() => _course.Dispose();
}
