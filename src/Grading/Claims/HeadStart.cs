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
    /// <param name="read">
    /// Reads the job. One with many submissions needs no head start: compiling is a small part of it. What keeps it from being
    /// read is reported by the graders, who read it too.
    /// </param>
    public static void Begin(Func<Job> read)
    {
        // Whether bubblewrap works is asked before the first worker is started.
        new Thread(() => _ = Bubblewrap.Here) { IsBackground = true, Name = "bubblewrap" }.Start();
        new Thread(() => Compile(read)) { IsBackground = true, Name = "head start" }.Start();
    }

    internal static void Compile(Func<Job> read)
    {
        try
        {
            Job job = read();
            if (job.Submissions is not [var submission])
            {
                return;
            }
            foreach (string name in job.Katas.Where(name => submission.Kata is null || submission.Kata == name))
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
