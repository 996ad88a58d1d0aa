using ConcurrencyKatas.Grading.Claims;
using ConcurrencyKatas.Grading.Exploring;
using ConcurrencyKatas.Grading.Reports;

namespace ConcurrencyKatas.Grading.Running;

/// <summary>Judges a claim by a run for real. It is tried only once no explored schedule gets stuck.</summary>
/// <param name="recorder">Where the verdict goes.</param>
/// <param name="submission">Whose run it is.</param>
/// <param name="size">The size that is run.</param>
/// <param name="explored">The size whose schedules are asked; the same, or a smaller one where every process costs time.</param>
public sealed class RealSubject(ClaimRecorder recorder, GradedSubmission submission, Size size, Size explored)
    : IRealSubject
{
    /// <inheritdoc/>
    public void Must(Func<RealRun, Violation?> violation) =>
        recorder.Judge(() =>
        {
            // Left to the operating system a deadlock only looks like a long wait; under control it is proved.
            Exploration exploration = submission.Explore(explored);
            if (exploration.Runs().Select(Obstacles.Explain).FirstOrDefault(o => o is not null) is { } obstacle)
            {
                throw NotShownException.Because(explored, obstacle.Sentence);
            }
            RealRun run = submission.RealRun(size);
            if (violation(run) is { } found)
            {
                submission.Detector?.MeasureForReal(size, violation);
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
