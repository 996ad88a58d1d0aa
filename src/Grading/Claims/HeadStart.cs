using ConcurrencyKatas.Grading.Compilation;
using ConcurrencyKatas.Grading.Jobs;
using ConcurrencyKatas.Grading.Running;

namespace ConcurrencyKatas.Grading.Claims;

/// <summary>
/// Compiles what a job names on the second processor while the test framework still looks for its tests. The graders then
/// find it in the cache, or wait for the rest of it.
/// </summary>
public static class HeadStart
{
    /// <summary>Begins, and returns at once.</summary>
    /// <param name="job">The job. One with many submissions needs no head start: compiling is a small part of it.</param>
    /// <param name="katas">The katas that will be asked for.</param>
    public static void Begin(Job job, IReadOnlyCollection<string> katas)
    {
        // Whether bubblewrap works is asked before the first worker is started.
        new Thread(() => _ = Bubblewrap.Here) { IsBackground = true, Name = "bubblewrap" }.Start();
        if (job.Submissions is not [var submission])
        {
            return;
        }
        new Thread(() => Compile(job, submission, katas)) { IsBackground = true, Name = "head start" }.Start();
    }

    private static void Compile(Job job, JobSubmission submission, IReadOnlyCollection<string> katas)
    {
        try
        {
            foreach (string name in katas.Where(name => submission.Kata is null || submission.Kata == name))
            {
                var kata = KataDefinition.Load(job.Root, name);
                _ = Compilers.Shared(job.Root).Compile(job.Root, kata, SubmissionSource.Read(submission.Path, kata));
            }
        }
        catch (Exception problem)
        {
            // Whatever it is, the graders come to the same place, and there it is reported.
            Console.Error.WriteLine($"Compiling ahead stopped: {problem.Message}");
        }
    }
}
