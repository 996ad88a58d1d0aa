using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>What a claim about a run for real is made of. It is tried only once no schedule of its size gets stuck.</summary>
public sealed class RealSubject(ClaimRecorder recorder, GradedSubmission submission, Size size)
{
    /// <summary>The run has no such violation.</summary>
    /// <param name="violation">Says what is wrong with it; null when nothing is.</param>
    public void Must(Func<RealRun, Violation?> violation) =>
        recorder.Judge(() =>
        {
            // Left to the operating system a deadlock only looks like a long wait; under control it is proved.
            Exploration exploration = submission.Explore(size);
            if (exploration.Runs().Select(Obstacles.Explain).FirstOrDefault(o => o is not null) is { } obstacle)
            {
                throw NotShownException.Because(size, obstacle.Sentence);
            }
            RealRun run = submission.RunForReal(size);
            if (violation(run) is { } found)
            {
                var evidence = new Evidence
                {
                    Sentence = found.Sentence,
                    Pattern = found.Pattern,
                    Output = run.Output,
                };
                throw new ClaimFailedException(FailureMessage.Of(evidence), evidence);
            }
            return [$"{size.Name}: seen in real processes"];
        });
}
