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
        InBackground("bubblewrap", () => _ = Bubblewrap.Here);
        InBackground("head start", () => Compile(read()));
    }

    /// <summary>Compiles the katas of a job with one submission, unless it is not saved yet.</summary>
    internal static void Compile(Job job)
    {
        if (job.Submissions is not [var submission] || job.Waits || Trust.IsGiven)
        {
            return;
        }
        foreach (string name in job.Katas.Where(name => submission.Kata is null || submission.Kata == name))
        {
            var kata = KataDefinition.Load(job.Root, name);
            _ = Compilers.Shared(job.Root).Compile(job.Root, kata, SubmissionSource.Read(submission.Path, kata));
        }
    }

    /// <summary>Does something that the graders come to as well: whatever goes wrong is reported there.</summary>
    internal static Thread InBackground(string name, Action work)
    {
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception problem)
            {
                Console.Error.WriteLine($"The {name} thread stopped: {problem.Message}");
            }
        })
        {
            IsBackground = true,
            Name = name,
        };
        thread.Start();
        return thread;
    }
}
